/** How much what somebody tells is like what a vacature tells, by the work that both call up (woorden/beelden.ts). Pure. */
import { beroepOf, deelOf, multiply, pack, type Beeld } from '../woorden/beelden.ts';
import type { Woordenboek } from '../woorden/woorden.ts';

/** So many occupations tell what a vacature and what somebody's story calls up, and what lies around somebody. */
export const MEEST = { vacature: 80, verhaal: 40, kring: 60 } as const;
/** What an occupation that is related adds beside the one that a vacature calls up, or that belongs to somebody. */
const NAAST = { vacature: 0.8, kring: 0.3 } as const;
/** What an occupation that somebody wants, and one that somebody did, counts beside all that a story calls up. */
const NOEMT = { wens: 0.6, ervaring: 0.5 } as const;
/** What an occupation counts that is hardly recognised in the name of a wish or of earlier work. */
const VAAG = 0.5;
/** Two circles are never the same. From this cosine on they count in full. */
export const KRING_VOLUIT = 0.6;
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
    for (const part of beeld) spread(wide, verwant, beroepOf(part), deelOf(part), NAAST.vacature);
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
  let rest = 1 - mostAlike(wide, vertelt, MEEST.verhaal);
  for (const id of vaardigheden) rest *= 1 - VAARDIGHEID * wide.cosineOf(id);
  return 1 - rest;
}

/** How much of the work around somebody is what a vacature asks, 0–1; the circle that fits best counts. */
export function sharedKring(wide: WijdBeeld, kring: Beeld): number {
  return Math.min(1, mostAlike(wide, kring, MEEST.kring) / KRING_VOLUIT);
}

/**
 * The circle of work around somebody: what the story calls up, the occupations that are named, and a little of what lies
 * near to these.
 * @param verhaal the image of the story @param beroepen what is named, `zekerheid` 0–1
 */
export function readKring(verhaal: Beeld, beroepen: readonly { nr: number; bron: 'wens' | 'ervaring'; zekerheid: number }[], { beroepen: all, verwant }: Woordenboek): Beeld {
  const named = { wens: new Map<number, number>(), ervaring: new Map<number, number>() };
  // Who names the same work twice does not want it twice.
  for (const { nr, bron, zekerheid } of beroepen) named[bron].set(nr, Math.max(named[bron].get(nr) ?? 0, NOEMT[bron] * (VAAG + (1 - VAAG) * zekerheid)));
  const kring = new Float64Array(all.length);
  for (const part of verhaal) spread(kring, verwant, beroepOf(part), deelOf(part), NAAST.kring);
  for (const list of [named.wens, named.ervaring]) for (const [nr, share] of list) spread(kring, verwant, nr, share, NAAST.kring);
  return pack(kring, MEEST.kring);
}

/** Adds an occupation, and with it what is related, the nearest most. */
function spread(shares: Float32Array | Float64Array, verwant: Woordenboek['verwant'], nr: number, share: number, naast: number): void {
  shares[nr]! += share;
  for (const [other, near] of verwant[nr]!) shares[other]! += naast * near ** 2 * share;
}

/** The cosine with the one most alike of a row of images of so many places each. */
function mostAlike(wide: WijdBeeld, row: Beeld, places: number): number {
  let most = 0;
  for (let from = 0; from < row.length; from += places) most = Math.max(most, wide.cosine(row, from, from + places));
  return most;
}

/** Images one after another in one array, each padded with nothing up to so many places: a hundred thousand people have some. */
export function inARow(beelden: readonly Beeld[], places: number): Beeld {
  const row = new Uint32Array(beelden.length * places);
  for (const [at, beeld] of beelden.entries()) row.set(beeld, at * places);
  return row;
}

/** The numbers of the occupations that both call up, the clearest first; `beeld` is the image of all that somebody tells or names. */
export function sharedBeroepen(wide: WijdBeeld, beeld: Beeld, max: number): number[] {
  const value = (part: number) => wide.share(beroepOf(part)) * deelOf(part);
  return [...beeld].filter((part) => value(part) > 0).sort((a, b) => value(b) - value(a)).slice(0, max).map(beroepOf);
}
