/** How near every occupation is to the work that a vacature asks, worked out once per vacature. Pure. */
import type { Woordenboek } from '../woorden/woorden.ts';

/** What the nearest other occupation counts beside the very same one. */
const VERWANT = 0.85;

/** Per occupation of the vocabulary how near it is, 0–1, and to which of the occupations asked (its place in the list). */
export type Nabij = { hoe: Float32Array; bij: Uint8Array };

/** @param asked the occupations that a vacature may mean, with how sure that is */
export function readNabij(asked: readonly { nr: number; zekerheid: number }[], woorden: Woordenboek): Nabij {
  const hoe = new Float32Array(woorden.beroepen.length);
  const bij = new Uint8Array(woorden.beroepen.length);
  const note = (nr: number, value: number, at: number) => { if (value > hoe[nr]!) { hoe[nr] = value; bij[nr] = at; } };
  for (const [at, { nr, zekerheid }] of asked.entries()) {
    note(nr, zekerheid, at);
    for (const [other, near] of woorden.verwant[nr]!) note(other, near * VERWANT * zekerheid, at);
  }
  return { hoe, bij };
}
