/** How much what somebody tells is like what a vacature tells, by the work that both call up (woorden/beelden.ts). Pure. */
import { beroepOf, deelOf, multiply, type Beeld } from '../woorden/beelden.ts';
import type { Woordenboek } from '../woorden/woorden.ts';

/** So many occupations tell what a vacature and what somebody's story calls up. */
export const MEEST = { vacature: 80, verhaal: 40 } as const;
/** What an occupation that is related adds beside the one that a vacature calls up. */
const NAAST = 0.8;
/** What one skill that is wholly like the work adds to the rest of what somebody tells. */
const VAARDIGHEID = 0.3;

/** What a vacature calls up, and by relation what lies near to it: a share per occupation, as a vector of length 1. */
export class WijdBeeld {
  private readonly shares: Float32Array;
  /** Per image of a skill how alike it is; NaN until it is asked. A few thousand skills meet every vacature. */
  private known = new Float32Array(0);
  private readonly short: readonly Beeld[];

  /** Widens the image of a vacature with the related occupations, the nearest most. */
  constructor(beeld: Beeld, { beroepen, verwant, beelden }: Woordenboek) {
    this.short = beelden.short;
    const wide = new Float32Array(beroepen.length);
    for (const part of beeld) {
      const nr = beroepOf(part);
      wide[nr]! += deelOf(part);
      for (const [other, near] of verwant[nr]!) wide[other]! += NAAST * near ** 2 * deelOf(part);
    }
    const length = Math.sqrt(wide.reduce((sum, share) => sum + share * share, 0));
    this.shares = length === 0 ? wide : wide.map((share) => share / length);
  }

  /** The share of an occupation, 0–1. */
  share(nr: number): number { return this.shares[nr]!; }

  /** Cosine with an image or with one in a row of them, 0–1. */
  cosine(beeld: Beeld, from = 0, end = beeld.length): number {
    return Math.min(1, multiply(this.shares, beeld, from, end));
  }

  /** The same with the image of a skill by its id, remembered. */
  cosineOf(id: number): number {
    if (id >= this.known.length) {
      const known = new Float32Array(this.short.length).fill(NaN);
      known.set(this.known);
      this.known = known;
    }
    if (Number.isNaN(this.known[id])) this.known[id] = this.cosine(this.short[id]!);
    return this.known[id]!;
  }
}

/**
 * How alike a vacature and a kandidaat are, 0–1. A skill only ever adds to it, so that one more never makes someone
 * less alike.
 * @param vertelt a row of images of what somebody wants, did and says, of which the one most alike counts
 * @param vaardigheden per skill the id of its image
 */
export function alike(wide: WijdBeeld, vertelt: Beeld, vaardigheden: readonly number[]): number {
  let most = 0;
  for (let from = 0; from < vertelt.length; from += MEEST.verhaal) most = Math.max(most, wide.cosine(vertelt, from, from + MEEST.verhaal));
  let rest = 1 - most;
  for (const id of vaardigheden) rest *= 1 - VAARDIGHEID * wide.cosineOf(id);
  return 1 - rest;
}

/** Images one after another in one array, each padded with nothing: a hundred thousand people have some. */
export function inARow(beelden: readonly Beeld[]): Beeld {
  const row = new Uint32Array(beelden.length * MEEST.verhaal);
  for (const [at, beeld] of beelden.entries()) row.set(beeld, at * MEEST.verhaal);
  return row;
}

/** The numbers of the occupations that both call up, the clearest first. */
export function sharedBeroepen(wide: WijdBeeld, vertelt: Beeld, max: number): number[] {
  const value = (part: number) => wide.share(beroepOf(part)) * deelOf(part);
  return [...vertelt.subarray(0, MEEST.verhaal)].filter((part) => value(part) > 0).sort((a, b) => value(b) - value(a)).slice(0, max).map(beroepOf);
}
