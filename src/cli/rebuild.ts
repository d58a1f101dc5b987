/** npm run search:rebuild: builds the search index anew from the tables; readers see the old or the new. */
import { Presets, SingleBar } from 'cli-progress';
import { openDatabase } from '#db/client.ts';
import { rebuildIndex } from '#search/sync.ts';
import { config } from '../config.ts';
import { followEsco } from '../domain/woorden/esco.server.ts';

openDatabase(config().databasePath);
followEsco();
const bar = new SingleBar({ format: '{bar} {value} van {total} | {duration_formatted}', stream: process.stderr }, Presets.shades_classic);
bar.start(0, 0);
rebuildIndex((done, total) => { bar.setTotal(total); bar.update(done); });
bar.stop();
console.log('De zoekindex is opnieuw gebouwd.');
