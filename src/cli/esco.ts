/** npm run esco -- FOLDER [--dry-run]: imports the ESCO files of a folder. Exit 1: lines were rejected; 2: wrong call or files. */
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { openDatabase } from '#db/client.ts';
import { config } from '../config.ts';
import { EscoFout } from '../jobs/esco-lezen.server.ts';
import { importEsco, type EscoStap, type EscoVerslag } from '../jobs/esco.server.ts';

const STAPPEN: Record<EscoStap, string> = { lezen: 'Bestanden lezen', zoekindex: 'Zoekindex bouwen' };

const { positionals: [folder, ...more], values } = parseArgs({ allowPositionals: true, options: { 'dry-run': { type: 'boolean', default: false } } });
if (!folder || more.length > 0) fail('Gebruik: npm run esco -- MAP [--dry-run]\nDe map bevat occupations_nl.csv, skills_nl.csv, occupationSkillRelations_nl.csv en ISCOGroups_nl.csv van ESCO.');
if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) fail(`De map ${folder} is er niet.`);

openDatabase(config().databasePath);
const bar = new SingleBar({ format: '{stap} {bar} {percentage}% | {duration_formatted}', stream: process.stderr, noTTYOutput: false }, Presets.shades_classic);
bar.start(100, 0, { stap: STAPPEN.lezen });
const started = Date.now();
try {
  const verslag = await importEsco({ rol: 'systeem' }, folder, { dryRun: values['dry-run'] }, (stap, done, total) => bar.update(total === 0 ? 100 : Math.round((done / total) * 100), { stap: STAPPEN[stap] }));
  bar.stop();
  print(verslag);
  process.exit(verslag.veranderd ? 0 : 1);
} catch (error) {
  bar.stop();
  if (error instanceof EscoFout) fail(error.message);
  throw error;
}

function print({ gelezen, overgeslagen, veranderd, afgewezen, afgewezenRegels, onbekendeKolommen }: EscoVerslag): void {
  const number = (value: number) => value.toLocaleString('nl-NL');
  const seconds = ((Date.now() - started) / 1000).toLocaleString('nl-NL', { maximumFractionDigits: 1 });
  console.log(`${values['dry-run'] ? 'PROEF, er is niets veranderd. ' : ''}${number(gelezen.beroepen)} beroepen, ${number(gelezen.vaardigheden)} vaardigheden en ${number(gelezen.relaties)} verbanden gelezen in ${seconds} s.`);
  for (const [soort, telling] of Object.entries(veranderd ?? {})) console.log(`  ${soort}: ${number(telling.nieuw)} nieuw, ${number(telling.bijgewerkt)} bijgewerkt, ${number(telling.verwijderd)} verwijderd, ${number(telling.gelijk)} gelijk gebleven`);
  console.log(`Overgeslagen: ${number(overgeslagen.vervallen)} niet (meer) geldig, ${number(overgeslagen.dubbel)} dubbel, ${number(overgeslagen.los)} verbanden met iets dat niet in de bestanden staat.`);
  if (gelezen.groepen === 0) console.log('ISCOGroups_nl.csv was er niet; de ISCO-codes zijn niet nagekeken.');
  for (const { bestand, kolommen } of onbekendeKolommen) console.log(`Onbekende kolommen in ${bestand}, niet gebruikt: ${kolommen.join(', ')}`);
  if (afgewezenRegels === 0) return;
  console.log(`${number(afgewezenRegels)} regels kloppen niet. Er is niets veranderd.`);
  for (const { bestand, regel, kolom, reden } of afgewezen) console.log(`  ${bestand}, regel ${regel}: ${kolom}: ${reden}`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
