/** How near every occupation is to the work that a vacature asks, worked out once per vacature. Pure. */
import type { Woordenboek } from '../woorden/woorden.ts';

/** What the nearest other occupation counts beside the very same one. */
const VERWANT = 0.85;
/** How much surer than its certainty a reading of a name counts: most that are not literal are right. */
const TOESLAG = 0.2;

/** Per occupation of the vocabulary how near it is, 0–1, and to which of the occupations asked (its place in the list). */
export type Nabij = { hoe: Float32Array; bij: Uint8Array };

/** What a reading of a name counts, 0–1. */
export const surely = (zekerheid: number): number => Math.min(1, zekerheid + TOESLAG);

/** @param asked the occupations that a vacature may mean, with how sure that is */
export function readNabij(asked: readonly { nr: number; zekerheid: number }[], woorden: Woordenboek): Nabij {
  const hoe = new Float32Array(woorden.beroepen.length);
  const bij = new Uint8Array(woorden.beroepen.length);
  const note = (nr: number, value: number, at: number) => { if (value > hoe[nr]!) { hoe[nr] = value; bij[nr] = at; } };
  for (const [at, { nr, zekerheid }] of asked.entries()) {
    note(nr, surely(zekerheid), at);
    for (const [other, near] of woorden.verwant[nr]!) note(other, near * VERWANT * surely(zekerheid), at);
  }
  return { hoe, bij };
}
