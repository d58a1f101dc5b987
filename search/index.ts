/** Chooses the engine of this process. */
import { config } from '#src/config.ts';
import { EmbeddedEngine } from './embedded.ts';
import { INDEXEN, type Antwoord, type Index, type Vraag } from './engine.ts';
import { countChanges, listParked, readStand } from './feed.ts';
import { startFollowing } from './follow.ts';
import { ZoekServer } from './meilisearch.ts';
import { Bediening } from './serving.ts';

const embedded = new EmbeddedEngine();
let chosen: { server: ZoekServer; bediening: Bediening } | null | undefined;

/** The embedded engine: written in the same transaction as every change, also where a server answers the questions. */
export function searchEngine(): EmbeddedEngine {
  return embedded;
}

/** Asks the engine that serves this process now. Never rejects for what a visitor typed, or for a fault of a server. */
export async function search(index: Index, vraag: Vraag): Promise<Antwoord> {
  return choose()?.bediening.search(index, vraag) ?? embedded.search(index, vraag);
}

/** Starts the worker that keeps the search server up to date, where one is set up. @returns a function that stops it */
export function startSearchServer(): () => Promise<void> {
  const server = choose()?.server;
  return server ? startFollowing(server) : async () => {};
}

/** How the search server is doing, for people who look after the site; null when none is set up. */
export type ZoekserverStand = { dient: 'meilisearch' | 'ingebouwd'; reden: string | null; achterstand: number; geparkeerd: number; bijgewerktOp: string | null };

/** Read from our own tables and from what readers met; asks the server nothing. */
export function searchServerHealth(): ZoekserverStand | null {
  const bediening = choose()?.bediening;
  if (!bediening) return null;
  const reden = INDEXEN.map((index) => bediening.fallback(index)).find((each) => each !== null) ?? null;
  const standen = INDEXEN.map(readStand);
  return {
    dient: reden === null ? 'meilisearch' : 'ingebouwd', reden,
    achterstand: INDEXEN.reduce((sum, index, at) => sum + countChanges(index, standen[at]!.seq), 0),
    geparkeerd: listParked().length,
    bijgewerktOp: standen.map(({ bijgewerktOp }) => bijgewerktOp).filter((op) => op !== null).sort().at(-1) ?? null,
  };
}

function choose(): { server: ZoekServer; bediening: Bediening } | null {
  if (chosen !== undefined) return chosen;
  const { zoekserver } = config();
  if (!zoekserver) return (chosen = null);
  const server = new ZoekServer(zoekserver);
  return (chosen = { server, bediening: new Bediening(server, embedded) });
}
