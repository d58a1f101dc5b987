/** npm run search:rebuild: builds the search indexes anew from the tables; readers see the old or the new. */
import { Presets, SingleBar } from 'cli-progress';
import { openDatabase } from '#db/client.ts';
import { ZoekServer } from '#search/meilisearch.ts';
import { ServerStoring } from '#search/meilisearch/fault.ts';
import { rebuildServer } from '#search/rebuild.ts';
import { rebuildIndex } from '#search/sync.ts';
import { config } from '../config.ts';
import { followEsco } from '../domain/woorden/esco.server.ts';

const { databasePath, zoekserver } = config();
openDatabase(databasePath);
followEsco();
withBar((report) => rebuildIndex(report));
console.log('De zoekindex is opnieuw gebouwd.');
if (zoekserver) await rebuildOnServer(zoekserver);

async function rebuildOnServer(settings: NonNullable<typeof zoekserver>): Promise<void> {
  try {
    const { geparkeerd } = await withBar((report) => rebuildServer(new ZoekServer(settings, 'herbouw'), report));
    console.log(`De zoekserver heeft nieuwe indexen.${geparkeerd > 0 ? ` ${geparkeerd} documenten zijn geweigerd; npm run search:status noemt ze.` : ''}`);
  } catch (error) {
    if (!(error instanceof ServerStoring)) throw error;
    console.error(`Opnieuw bouwen op de zoekserver is niet gelukt: ${error.message}. De site zoekt door zoals daarvoor.`);
    if (error.soort === 'sleutel') console.error('Geef de sleutel om te bouwen mee: MEILI_REBUILD_KEY=… npm run search:rebuild');
    process.exitCode = 1;
  }
}

/** Runs `work` with a progress bar on the error stream. */
function withBar<T>(work: (report: (done: number, total: number) => void) => T): T {
  const bar = new SingleBar({ format: '{bar} {value} van {total} | {duration_formatted}', stream: process.stderr }, Presets.shades_classic);
  bar.start(0, 0);
  const stop = () => bar.stop();
  const result = work((done, total) => { bar.setTotal(total); bar.update(done); });
  if (result instanceof Promise) void result.then(stop, stop);
  else stop();
  return result;
}
