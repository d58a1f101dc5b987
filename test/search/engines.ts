/**
 * The engines that must keep the contract of search/engine.ts, and small documents to try it on. Meilisearch takes the
 * way it takes in use: documents go into our own tables, the worker brings them to the server, the server answers. It
 * always runs on the double; on a real server too when MEILI_HOST and a key are set.
 */
import { afterAll, beforeAll, test } from 'vitest';
import { EmbeddedEngine } from '#search/embedded.ts';
import { INDEXEN, type Antwoord, type Document, type Index, type SearchEngine, type Vraag } from '#search/engine.ts';
import { followOnce } from '#search/follow.ts';
import { ZoekServer, type ServerInstellingen } from '#search/meilisearch.ts';
import { rebuildServer } from '#search/rebuild.ts';
import { MeiliDubbel, SLEUTELS } from '../support/meili.ts';

/** What an engine cannot show, and why; tests skip the sentence with these words. */
export type Beperking = 'typefouten';
/** `aandeel` is the part of the random questions that it gets: over HTTP each one takes longer. */
export type Deelnemer = { naam: string; maak: () => SearchEngine; zonder: ReadonlySet<Beperking>; aandeel: number };

/** Embedded writes, the worker that follows, and the server's answers, as one engine. */
class FollowedServer implements SearchEngine {
  private readonly embedded = new EmbeddedEngine();
  private server!: ZoekServer;

  async connect(settings: ServerInstellingen): Promise<void> {
    await rebuildServer(new ZoekServer(settings, 'herbouw'));
    this.server = new ZoekServer(settings);
  }
  upsert(index: Index, documents: readonly Document[]): void { this.embedded.upsert(index, documents); }
  remove(index: Index, ids: readonly number[]): void { this.embedded.remove(index, ids); }
  replaceAll(index: Index, documents: Iterable<Document>): void { this.embedded.replaceAll(index, documents); }
  async settled(): Promise<void> { await followOnce(this.server); }
  search(index: Index, vraag: Vraag): Promise<Antwoord> { return this.server.search(index, vraag); }
}

function onDouble(): SearchEngine {
  const engine = new FollowedServer();
  let double: MeiliDubbel;
  beforeAll(async () => { double = await MeiliDubbel.start(); await engine.connect({ host: double.host, ...SLEUTELS, voorvoegsel: 'proef-' }); });
  afterAll(async () => { await double.stop(); });
  return engine;
}

/** A real server, with one key that may do everything, in indexes of its own. */
function onServer(host: string): () => SearchEngine {
  const sleutel = process.env.MEILI_TEST_KEY;
  return () => {
    const engine = new FollowedServer();
    const settings = { host, ...(sleutel ? { zoeksleutel: sleutel, schrijfsleutel: sleutel, herbouwsleutel: sleutel } : {}), voorvoegsel: `proef-${process.pid}-` };
    beforeAll(async () => { await engine.connect(settings); }, 120_000);
    afterAll(async () => {
      const server = new ZoekServer(settings);
      const headers: Record<string, string> = sleutel ? { authorization: `Bearer ${sleutel}` } : {};
      for (const index of INDEXEN) for (const uid of [server.uid(index), server.besideUid(index)]) await fetch(new URL(`indexes/${uid}`, host), { method: 'DELETE', headers });
    });
    return engine;
  };
}

const real = process.env.MEILI_HOST;
/** Another engine joins the contract by a line here. */
export const ENGINES: Deelnemer[] = [
  { naam: 'embedded', maak: () => new EmbeddedEngine(), zonder: new Set(), aandeel: 1 },
  { naam: 'Meilisearch (double)', maak: onDouble, zonder: new Set(['typefouten']), aandeel: 0.3 },
  ...(real ? [{ naam: 'Meilisearch (real server)', maak: onServer(real), zonder: new Set<Beperking>(), aandeel: 0.1 }] : []),
];

/** Says in the report that no real server took part. */
export function tellOfRealServer(): void {
  test.skipIf(!real)('a real Meilisearch server took part; left out because MEILI_HOST is not set', () => {});
}

export type Proef = { id: number; titel?: string; beroep?: string; kan?: string; verhaal?: string; velden?: Document['velden']; punt?: Document['punt'] };

export function doc({ id, titel = '', beroep = '', kan = '', verhaal = '', velden = {}, punt = null }: Proef): Document {
  return { id, tekst: { titel, beroep, kan, verhaal }, velden, punt };
}

/** Asks and gives the ids in the order of the answer. */
export async function ids(engine: SearchEngine, index: Index, vraag: Vraag): Promise<number[]> {
  return (await ask(engine, index, vraag)).treffers.map((hit) => hit.id);
}

export async function ask(engine: SearchEngine, index: Index, vraag: Vraag): Promise<Antwoord> {
  await engine.settled();
  return engine.search(index, vraag);
}
