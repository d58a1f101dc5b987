/** A search server for the tests of one file: the double, our tables, and the indexes built. */
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { EmbeddedEngine } from '#search/embedded.ts';
import { INDEXEN, type Index } from '#search/engine.ts';
import { ZoekServer } from '#search/meilisearch.ts';
import { rebuildServer } from '#search/rebuild.ts';
import { MeiliDubbel, SLEUTELS } from './meili.ts';
import { useDatabase } from './database.ts';

export const INDEX: Index = 'kandidaten-werkgever';
export const embedded = new EmbeddedEngine();

export class Proefserver {
  double!: MeiliDubbel;
  /** With the keys of the site, and with the key to rebuild. */
  site!: ZoekServer;
  herbouw!: ZoekServer;
  /** Ids on the server, in order. */
  ids(index: Index = INDEX): number[] { return [...this.double.indexes.get(this.site.uid(index))!.documents.keys()].sort((a, b) => a - b); }
  /** One document as the server has it. */
  document(id: number): { tekst: { titel: string } } | undefined { return this.double.indexes.get(this.site.uid(INDEX))!.documents.get(id) as never; }
}

/** Starts the double once, and before each test empties the tables and builds the indexes. */
export function useZoekserver(): Proefserver {
  useDatabase();
  const proef = new Proefserver();
  beforeAll(async () => {
    proef.double = await MeiliDubbel.start();
    const settings = { host: proef.double.host, ...SLEUTELS, voorvoegsel: 'regio-' };
    proef.site = new ZoekServer(settings);
    proef.herbouw = new ZoekServer(settings, 'herbouw');
  });
  beforeEach(async () => {
    proef.double.voerTakenUit();
    Object.assign(proef.double, { fout: undefined, taakFout: undefined, versie: '1.50.0' });
    for (const index of INDEXEN) embedded.replaceAll(index, []);
    await rebuildServer(proef.herbouw);
    proef.double.calls.length = 0;
  });
  afterAll(async () => { await proef.double.stop(); });
  return proef;
}
