/** npm run import -- kandidaten|vacatures FILE [--dry-run] */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { openDatabase } from '#db/client.ts';
import { config } from '../config.ts';
import { followEsco } from '../domain/woorden/esco.server.ts';
import { importFile, type ImportSoort, type Verslag } from '../jobs/import.server.ts';

const { positionals: [soort, file], values } = parseArgs({ allowPositionals: true, options: { 'dry-run': { type: 'boolean', default: false } } });
if ((soort !== 'kandidaten' && soort !== 'vacatures') || !file) fail('Gebruik: npm run import -- kandidaten|vacatures BESTAND [--dry-run]');
if (!existsSync(file)) fail(`Het bestand ${file} is er niet.`);

openDatabase(config().databasePath);
followEsco();
const bar = new SingleBar({ format: '{bar} {percentage}% | {duration_formatted}', stream: process.stderr, noTTYOutput: false }, Presets.shades_classic);
bar.start(100, 0);
const started = Date.now();
const verslag = await importFile({ rol: 'systeem' }, soort as ImportSoort, file, { dryRun: values['dry-run'] }, (read, total) => bar.update(total === 0 ? 100 : Math.round((read / total) * 100)));
bar.stop();
print(verslag);
process.exit(verslag.afgewezenRegels > 0 ? 1 : 0);

function print(outcome: Verslag): void {
  const seconds = ((Date.now() - started) / 1000).toLocaleString('nl-NL', { maximumFractionDigits: 1 });
  console.log(`${values['dry-run'] ? 'PROEF, er is niets veranderd. ' : ''}${outcome.gelezen} regels gelezen in ${seconds} s: ${outcome.nieuw} nieuw, ${outcome.bijgewerkt} bijgewerkt, ${outcome.afgewezenRegels} afgewezen.`);
  for (const { regel, veld, reden } of outcome.afgewezen) console.log(`  regel ${regel}: ${veld}: ${reden}`);
  if (outcome.onbekendePlaatsen.size > 0) console.log(`Onbekende plaatsen (aangenomen, afstand telt neutraal): ${[...outcome.onbekendePlaatsen].map(([naam, aantal]) => `${naam} (${aantal})`).join(', ')}`);
  if (outcome.toestemmingBlijftUit > 0) console.log(`Toestemming die iemand zelf introk blijft ingetrokken, bij ${outcome.toestemmingBlijftUit} kandidaten. Alleen zij geven die weer.`);
  if (outcome.terCuratie > 0) console.log(`Uit het venster tot een accountmanager de nieuwe teksten naleest: ${outcome.terCuratie} kandidaten.`);
  if (outcome.tekstBlijft > 0) console.log(`Profiel op pauze, teksten gebleven zoals ze waren: ${outcome.tekstBlijft} kandidaten.`);
  if (outcome.onbekendeWerkmakelaars.size > 0) console.log(`Onbekende werkmakelaars (kandidaat aangenomen zonder): ${[...outcome.onbekendeWerkmakelaars].join(', ')}`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
