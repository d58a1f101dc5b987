/**
 * What work a text calls up: how strongly its words belong to each occupation of the vocabulary. "Je sorteert
 * broeken en jassen" calls up the textielsorteerder, and so does "kleding nakijken", though they share no word.
 * Texts are compared by that (Explicit Semantic Analysis: Gabrilovich & Markovitch, IJCAI 2007, with occupations for
 * concepts). Pure.
 */
import { CEILING } from '../../cappedmap.ts';

/** What a word counts for an occupation by where it stands: in its names, in its tasks and skills, in its word field. */
const TELT = { naam: 1.5, taak: 1, woordveld: 0.6 } as const;
/** A text that shares less with every occupation is about none of them: one telling word, or two that tell little. */
const GENOEG_GEMEEN = 0.12;
/** How much more the strongest occupations count than the others, so that a word here and there weighs nothing. */
const SCHERPTE = 2.5;
/** So many occupations may be what a name means. */
const MEEST = 40;

/** A short text calls up this many occupations. */
const KORT = 24;

/** Per occupation its stems by where they stand. */
export type Stammen = { namen: ReadonlySet<string>; taken: ReadonlySet<string>; woordveld: ReadonlySet<string> };

/**
 * An image of work: occupations with their share, strongest first; as a vector its length is 1. Each number is the
 * occupation × 65,536 + the share in 65,535ths, as a hundred thousand people have one.
 */
export type Beeld = Uint32Array;
export const beroepOf = (part: number): number => part >>> 16;
export const deelOf = (part: number): number => (part & 0xffff) / 0xffff;

/** The product of a stretch of images with a share per occupation; of two vectors of length 1 that is their cosine. */
export function multiply(shares: Float32Array, beeld: Beeld, from = 0, end = beeld.length): number {
  let sum = 0;
  for (let i = from; i < end; i++) { const part = beeld[i]!; sum += shares[beroepOf(part)]! * (part & 0xffff); }
  return sum / 0xffff;
}

/**
 * The image of so many of the strongest occupations.
 * @param strengths per occupation, 0 or more
 * @param scherpte power that the strongest count more by
 */
export function pack(strengths: Float64Array, meest: number, scherpte = 1): Beeld {
  const { nrs, values } = strongest(strengths, meest);
  const sharp = values.map((value) => (value / values[0]!) ** scherpte);
  const length = Math.sqrt(sharp.reduce((sum, share) => sum + share * share, 0));
  const beeld = new Uint32Array(nrs.length);
  for (let i = 0; i < nrs.length; i++) beeld[i] = nrs[i]! * 65_536 + Math.round(0xffff * sharp[i]! / length);
  return beeld;
}

/** Stems that count alike. */
const evenly = (stammen: readonly string[]) => new Map(stammen.map((stam) => [stam, 1]));

export class Beelden {
  /** Per stem the occupations that it belongs to, and what it counts for each, its rarity included. */
  private readonly uses = new Map<string, { nrs: Uint16Array; points: Float32Array }>();
  private readonly roots: Float64Array;
  private readonly ids = new Map<string, number>();
  /** Images of short texts by their id; the first is empty. */
  readonly short: Beeld[] = [new Uint32Array(0)];

  /** @param beroepen stems per occupation, in the order of their numbers */
  constructor(beroepen: readonly Stammen[]) {
    this.roots = new Float64Array(beroepen.length);
    const lists = new Map<string, { nr: number; telt: number }[]>();
    for (const [nr, { namen, taken, woordveld }] of beroepen.entries()) {
      const all = namen.union(taken).union(woordveld);
      this.roots[nr] = Math.sqrt(all.size);
      for (const stam of all) {
        const telt = namen.has(stam) ? TELT.naam : taken.has(stam) ? TELT.taak : TELT.woordveld;
        const list = lists.get(stam);
        if (list) list.push({ nr, telt }); else lists.set(stam, [{ nr, telt }]);
      }
    }
    for (const [stam, list] of lists) {
      const rarity = rarityOf(list.length, beroepen.length);
      this.uses.set(stam, { nrs: Uint16Array.from(list, ({ nr }) => nr), points: Float32Array.from(list, ({ telt }) => telt * rarity) });
    }
  }

  /** How much a stem tells about the work, 0–1: most when few occupations use it or none that we know, nothing when all do. */
  rarity(stam: string): number {
    return rarityOf(this.uses.get(stam)?.nrs.length ?? 0, this.roots.length);
  }

  /**
   * How strongly a text calls up each occupation: the sum of its words, a rare one more.
   * @param weights stems of the text with how much each counts
   */
  strengths(weights: ReadonlyMap<string, number>): Float64Array {
    const sums = this.sum(weights);
    for (let nr = 0; nr < sums.length; nr++) if (sums[nr] !== 0) sums[nr]! /= this.roots[nr]!;
    return sums;
  }

  /**
   * The occupations that a text calls up most.
   * @returns at most `max`, best first; `naast` is how near each comes to the best, 0–1; none when hardly a word is shared
   */
  closest(strengths: Float64Array, max: number): { nr: number; naast: number }[] {
    const { nrs, values } = strongest(strengths, max);
    const best = values[0];
    return best !== undefined && best >= GENOEG_GEMEEN ? Array.from(nrs, (nr, at) => ({ nr, naast: values[at]! / best })) : [];
  }

  /**
   * The occupations that a name of some words may mean, best first.
   * @returns `deel` is the share of what the words tell that belongs to the occupation, 0–1
   */
  ofName(stammen: readonly string[]): { nr: number; deel: number }[] {
    const total = stammen.reduce((sum, stam) => sum + this.rarity(stam), 0);
    const { nrs, values } = strongest(this.sum(evenly(stammen)), MEEST);
    return Array.from(nrs, (nr, at) => ({ nr, deel: Math.min(1, values[at]! / (total * TELT.naam)) }));
  }

  /** The image of a text by its `strengths`, of at most so many occupations; empty when it calls up nothing. */
  image(strengths: Float64Array, meest: number): Beeld {
    return pack(strengths, meest, SCHERPTE);
  }

  /**
   * The id of the image of a short text of which many people use the same, such as the name of a skill.
   * @returns its place in `short`; that of the empty image when as many are remembered as may be
   */
  idOf(text: string, stammen: () => readonly string[]): number {
    let id = this.ids.get(text);
    if (id === undefined) {
      if (this.short.length >= CEILING) return 0;
      id = this.short.push(this.image(this.strengths(evenly(stammen())), KORT)) - 1;
      this.ids.set(text, id);
    }
    return id;
  }

  private sum(weights: ReadonlyMap<string, number>): Float64Array {
    const sums = new Float64Array(this.roots.length);
    for (const [stam, weight] of weights) {
      const found = this.uses.get(stam);
      if (found === undefined) continue;
      const { nrs, points } = found;
      for (let i = 0; i < nrs.length; i++) sums[nrs[i]!]! += weight * points[i]!;
    }
    return sums;
  }
}

function rarityOf(uses: number, beroepen: number): number {
  return Math.log((beroepen + 1) / (uses + 1)) / Math.log(beroepen + 1);
}

/** The numbers and values of the occupations with most, most first, of equal ones the first; only those with anything. */
function strongest(all: Float64Array, max: number): { nrs: Uint16Array; values: Float64Array } {
  const nrs = new Uint16Array(max);
  const values = new Float64Array(max);
  let size = 0;
  for (let nr = 0; nr < all.length; nr++) {
    const value = all[nr]!;
    if (value <= 0 || (size === max && value <= values[max - 1]!)) continue;
    // Put in its place among the few that are kept, which is less work than a sort of all.
    let at = size < max ? size++ : max - 1;
    for (; at > 0 && values[at - 1]! < value; at--) { values[at] = values[at - 1]!; nrs[at] = nrs[at - 1]!; }
    values[at] = value;
    nrs[at] = nr;
  }
  return { nrs: nrs.subarray(0, size), values: values.subarray(0, size) };
}
