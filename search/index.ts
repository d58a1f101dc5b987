/** Chooses the engine of this process. */
import { EmbeddedEngine } from './embedded.ts';
import type { Antwoord, Index, Vraag } from './engine.ts';

const embedded = new EmbeddedEngine();

/** The embedded engine: written in the same transaction as every change. */
export function searchEngine(): EmbeddedEngine {
  return embedded;
}

/** Asks the engine that serves this process now. Never rejects for what a visitor typed. */
export async function search(index: Index, vraag: Vraag): Promise<Antwoord> {
  return embedded.search(index, vraag);
}
