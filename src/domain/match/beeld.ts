/** How much what somebody tells is like what a vacature tells, by the work that both call up (woorden/beelden.ts). Pure. */
import { BRONNEN, type Kant, type Zegt } from '../woorden/aansluiting.ts';
import { beroepOf, deelOf, multiply, pack, type Beeld } from '../woorden/beelden.ts';
import type { Woordenboek } from '../woorden/woorden.ts';

/** So many occupations tell what a vacature and what somebody's story calls up, and what lies around somebody. */
export const MEEST = { vacature: 80, verhaal: 40, kring: 60 } as const;
/** What an occupation that is related adds beside the one that a vacature calls up. */
const NAAST = 0.8;
/** What an occupation that is wanted, done or asked counts beside all that a text calls up. */
const NOEMT = { wens: 0.6, ervaring: 0.5, vacature: 0.5 } as const;
/** What an occupation counts that is hardly recognised in the name of a wish or of earlier work. */
const VAAG = 0.5;
/** Two circles are never the same. From this cosine on they count in full. */
export const KRING_VOLUIT = 0.6;
/** How much more the middle of a circle tells of its level than its edge. */
const MIDDEN = 3;
/** What one skill that is wholly like the work adds to the rest of what somebody tells. */
const VAARDIGHEID = 0.3;

/** Shares of all occupations, as a vector of length 1: what a vacature calls up and what lies near to it, or the circle around it. */
export class Aandelen {
  private readonly shares: Float32Array;
  private readonly short: readonly Beeld[];
  /** Per image of a skill how alike it is; NaN until it is asked. A few thousand skills meet every vacature. */
  private known = new Float32Array(0);

  /** @param shares per occupation, 0 or more, of any length @param short images of short texts by their id */
  constructor(shares: Float64Array, short: readonly Beeld[]) {
    this.short = short;
    const length = Math.sqrt(shares.reduce((sum, share) => sum + share * share, 0));
    this.shares = Float32Array.from(shares, (share) => (length === 0 ? 0 : share / length));
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

/** Widens the image of a vacature with the related occupations, the nearest most. */
export function widen(beeld: Beeld, { beroepen, verwant, beelden }: Woordenboek): Aandelen {
  const wide = new Float64Array(beroepen.length);
  for (const part of beeld) {
    wide[beroepOf(part)]! += deelOf(part);
    for (const [other, near] of verwant[beroepOf(part)]!) wide[other]! += NAAST * near ** 2 * deelOf(part);
  }
  return new Aandelen(wide, beelden.short);
}

/**
 * How alike a vacature and a kandidaat are, 0–1. A skill only ever adds to it, so that one more never makes someone
 * less alike.
 * @param vertelt a row of images of what somebody wants, did and says, of which the one most alike counts
 * @param vaardigheden per skill the id of its image
 */
export function alike(wide: Aandelen, vertelt: Beeld, vaardigheden: readonly number[]): number {
  let most = 0;
  for (let from = 0; from < vertelt.length; from += MEEST.verhaal) most = Math.max(most, wide.cosine(vertelt, from, from + MEEST.verhaal));
  let rest = 1 - most;
  for (const id of vaardigheden) rest *= 1 - VAARDIGHEID * wide.cosineOf(id);
  return 1 - rest;
}

/** The circle of work around a vacature, and its level (levelOf). */
export type Kring = { rond: Aandelen; niveau: number };

/**
 * How much of the work around somebody is the work around a vacature, 0–1; of somebody's circles the one that fits best counts.
 * @param kringen circles in a row @param niveaus the level of each
 * @param boven what each level that somebody's circle lies above that of the vacature takes from it, 0–1
 */
export function sharedKring({ rond, niveau }: Kring, kringen: Beeld, niveaus: readonly number[], boven: number): number {
  let most = 0;
  for (let at = 0; at < niveaus.length; at++) {
    const share = Math.min(1, rond.cosine(kringen, at * MEEST.kring, (at + 1) * MEEST.kring) / KRING_VOLUIT);
    most = Math.max(most, share * (1 - Math.min(1, boven * Math.max(0, niveaus[at]! - niveau))));
  }
  return most;
}

/** The level of the work that a circle holds, from 0 for elementary to 3 for higher; what lies in its middle tells most. 0 of nothing. */
export function levelOf(kring: Beeld, { niveaus }: Woordenboek): number {
  let sum = 0;
  let total = 0;
  for (const part of kring) { const telt = deelOf(part) ** MIDDEN; sum += telt * niveaus[beroepOf(part)]!; total += telt; }
  return total === 0 ? 0 : sum / total;
}

/** An occupation that is named, `zekerheid` 0–1. */
type Genoemd = { nr: number; zekerheid: number };

/** What somebody tells and names, per occupation: what the circle is drawn around. @param verhaal the image of the story */
export function kernOfMens(verhaal: Beeld, beroepen: readonly (Genoemd & { bron: 'wens' | 'ervaring' })[], aantal: number): Float64Array {
  const named = (bron: 'wens' | 'ervaring') => beroepen.filter((own) => own.bron === bron).map(({ nr, zekerheid }) => ({ nr, telt: NOEMT[bron] * (VAAG + (1 - VAAG) * zekerheid) }));
  return kernOf(verhaal, [named('wens'), named('ervaring')], aantal);
}

/** The same of a vacature, by its image and the occupations that it may mean. */
export function kernOfVacature(beeld: Beeld, beroepen: readonly Genoemd[], aantal: number): Float64Array {
  return kernOf(beeld, [beroepen.map(({ nr, zekerheid }) => ({ nr, telt: NOEMT.vacature * zekerheid }))], aantal);
}

/** Who names the same work twice in one list does not want it twice. */
function kernOf(beeld: Beeld, lists: readonly (readonly { nr: number; telt: number }[])[], aantal: number): Float64Array {
  const kern = new Float64Array(aantal);
  for (const part of beeld) kern[beroepOf(part)]! += deelOf(part);
  for (const list of lists) {
    const most = new Map<number, number>();
    for (const { nr, telt } of list) most.set(nr, Math.max(most.get(nr) ?? 0, telt));
    for (const [nr, telt] of most) kern[nr]! += telt;
  }
  return kern;
}

/**
 * The circle of work around somebody, or around a vacature: what suits all that its core holds, and all that somebody says;
 * 0 or more per occupation.
 */
export function drawKring(kern: Float64Array, kant: Kant, { aansluiting }: Pick<Woordenboek, 'aansluiting'>, zegt?: Zegt): Float64Array {
  const kring = new Float64Array(kern.length);
  const length = Math.hypot(...kern);
  for (let nr = 0; nr < kern.length; nr++) if (kern[nr] !== 0) aansluiting.add(kring, kant, nr, kern[nr]! / length);
  if (zegt) for (const bron of BRONNEN) aansluiting.addWoorden(kring, bron, zegt[bron]);
  for (let nr = 0; nr < kring.length; nr++) if (kring[nr]! < 0) kring[nr] = 0;
  return kring;
}

/** The circle around somebody as an image. @param zegt the stems of what somebody says, from which the story comes too */
export function readKring(verhaal: Beeld, beroepen: Parameters<typeof kernOfMens>[1], zegt: Zegt, woorden: Woordenboek): Beeld {
  return pack(drawKring(kernOfMens(verhaal, beroepen, woorden.beroepen.length), 'mens', woorden, zegt), MEEST.kring);
}

/** The circle around a vacature. */
export function surround(beeld: Beeld, beroepen: readonly Genoemd[], woorden: Woordenboek): Kring {
  const kring = drawKring(kernOfVacature(beeld, beroepen, woorden.beroepen.length), 'vacature', woorden);
  return { rond: new Aandelen(kring, woorden.beelden.short), niveau: levelOf(pack(kring, MEEST.kring), woorden) };
}

/** Images one after another in one array, each padded with nothing up to so many places: a hundred thousand people have some. */
export function inARow(beelden: readonly Beeld[], places: number): Beeld {
  const row = new Uint32Array(beelden.length * places);
  for (const [at, beeld] of beelden.entries()) row.set(beeld, at * places);
  return row;
}

/** The numbers of the occupations that both call up, the clearest first; `beeld` is the image of all that somebody tells or names. */
export function sharedBeroepen(wide: Aandelen, beeld: Beeld, max: number): number[] {
  const value = (part: number) => wide.share(beroepOf(part)) * deelOf(part);
  return [...beeld].filter((part) => value(part) > 0).sort((a, b) => value(b) - value(a)).slice(0, max).map(beroepOf);
}
