/** npm run search:status: which engine answers, and how the search server is doing. Exit 1 when a server is set up but does not answer. */
import { openDatabase } from '#db/client.ts';
import { INDEXEN, type Index } from '#search/engine.ts';
import { countChanges, countDocuments, listParked, readStand } from '#search/feed.ts';
import { isBuilt } from '#search/follow.ts';
import { ZoekServer } from '#search/meilisearch.ts';
import { ServerStoring } from '#search/meilisearch/fault.ts';
import { config } from '../config.ts';

const { databasePath, zoekserver } = config();
openDatabase(databasePath);
if (zoekserver) process.exitCode = await report(new ZoekServer(zoekserver), zoekserver.host);
else {
  console.log('De ingebouwde zoekmachine antwoordt. Er is geen zoekserver ingesteld (MEILI_HOST).');
  for (const index of INDEXEN) console.log(`  ${index}: ${countDocuments(index)} documenten`);
}

async function report(server: ZoekServer, host: string): Promise<number> {
  const faults = await Promise.all(INDEXEN.map((index) => trial(server, index)));
  const version = await server.version().catch((error: unknown) => `onbekend: ${words(error)}`);
  const well = faults.every((fault) => fault === null);
  console.log(well ? 'Meilisearch antwoordt.' : 'De ingebouwde zoekmachine antwoordt in plaats van Meilisearch.');
  console.log(`  Adres: ${host}\n  Versie: ${version}`);
  for (const [at, index] of INDEXEN.entries()) console.log(line(index, faults[at] ?? null));
  const parked = listParked();
  console.log(`  Geweigerde documenten: ${parked.length}`);
  for (const { index, documentId, fout, op } of parked.slice(0, 20)) console.log(`    ${index} ${documentId}: ${fout}, ${op}`);
  return well ? 0 : 1;
}

/** One small question. @returns why the server does not answer it, or null */
async function trial(server: ZoekServer, index: Index): Promise<string | null> {
  if (!isBuilt(index)) return 'nog niet gebouwd met deze instellingen; voer npm run search:rebuild uit';
  try {
    await server.search(index, { perPagina: 1 });
    return null;
  } catch (error) {
    return words(error);
  }
}

function line(index: Index, fault: string | null): string {
  const { seq, bijgewerktOp } = readStand(index);
  return `  ${index}: ${fault ?? 'antwoordt'}; ${countDocuments(index)} documenten, ${countChanges(index, seq)} nog niet verstuurd, laatst bijgewerkt ${bijgewerktOp ?? 'nooit'}`;
}

function words(error: unknown): string {
  if (error instanceof ServerStoring) return error.message;
  throw error;
}
