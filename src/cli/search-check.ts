/** npm run search:check -- [--repair]: compares the search server with the tables. Exit 0 equal, 1 different, 2 not to be checked. */
import { parseArgs } from 'node:util';
import { openDatabase } from '#db/client.ts';
import { checkServer, countVerschil, type Verschil } from '#search/check.ts';
import { INDEXEN, type Index } from '#search/engine.ts';
import { ZoekServer } from '#search/meilisearch.ts';
import { ServerStoring } from '#search/meilisearch/fault.ts';
import { config } from '../config.ts';

const { values } = parseArgs({ options: { repair: { type: 'boolean', default: false } } });
const { databasePath, zoekserver } = config();
openDatabase(databasePath);
if (zoekserver) process.exitCode = await check(new ZoekServer(zoekserver), values.repair);
else console.log('Er is geen zoekserver ingesteld (MEILI_HOST). De ingebouwde index verandert mee met de tabellen; er is niets te vergelijken.');

async function check(server: ZoekServer, repair: boolean): Promise<number> {
  try {
    const before = await checkServer(server, repair);
    const after = repair && different(before) ? await checkServer(server, false) : before;
    for (const index of INDEXEN) console.log(`${index}: ${sentence(before[index])}${repair && countVerschil(before[index]) > 0 ? (countVerschil(after[index]) === 0 ? ' Hersteld.' : ' Niet alles is hersteld.') : ''}`);
    if (!repair && different(before)) console.log('Herstel met: npm run search:check -- --repair');
    return different(after) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof ServerStoring)) throw error;
    console.error(`Vergelijken is niet gelukt: ${error.message}.`);
    return 2;
  }
}

function different(found: Record<Index, Verschil>): boolean {
  return INDEXEN.some((index) => countVerschil(found[index]) > 0);
}

function sentence(verschil: Verschil): string {
  if (countVerschil(verschil) === 0) return 'gelijk aan de tabellen.';
  const some = (ids: number[], words: string) => (ids.length === 0 ? [] : [`${ids.length} ${words} (id ${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ', …' : ''})`]);
  return `${[...some(verschil.ontbreekt, 'te weinig'), ...some(verschil.teveel, 'te veel'), ...some(verschil.anders, 'verouderd')].join('; ')}.`;
}
