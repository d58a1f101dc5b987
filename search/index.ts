/** Chooses the engine of this process. */
import { EmbeddedEngine } from './embedded.ts';

const embedded = new EmbeddedEngine();

/** The embedded engine: written in the same transaction as every change. */
export function searchEngine(): EmbeddedEngine {
  return embedded;
}
