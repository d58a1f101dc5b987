/**
 * What work a text calls up: how strongly its words belong to each occupation of the vocabulary. "Je sorteert
 * broeken en jassen" calls up the textielsorteerder, and so does "kleding nakijken", though they share no word.
 * Texts are compared by that (Explicit Semantic Analysis: Gabrilovich & Markovitch, IJCAI 2007, with occupations for
 * concepts). Pure.
 */
import { Kept } from '../../kept.ts';

/** What a word counts for an occupation by where it stands: in its names, in its tasks and skills, in its word field. */
const TELT = { naam: 1.5, taak: 1, woordveld: 0.6 } as const;
/** A text that shares less with every occupation is about none of them: one telling word, or two that tell little. */
const GENOEG_GEMEEN = 0.12;
/** How much more the strongest occupations count than the others, so that a word here and there weighs nothing. */
const SCHERPTE = 2.5;
/** An image keeps this many occupations, the strongest. */
const MEEST = 40;

/** Per occupation its stems by where they stand. */
export type Stammen = { namen: ReadonlySet<string>; taken: ReadonlySet<string>; woordveld: ReadonlySet<string> };

/**
 * An image of work: occupations with their share, strongest first; as a vector its length is 1. Each number is the
 * occupation × 65,536 + the share in 65,535ths, as a hundred thousand people have one.
 */
export type Beeld = Uint32Array;
export const beroepOf = (part: number): number => part >>> 16;
export const shareOf = (part: number): number => (part & 0xffff) / 0xffff;

export class Beelden {
  private readonly uses = new Map<string, { nr: number; telt: number }[]>();
  private readonly sizes: readonly number[];
  private readonly kept = new Kept<Beeld>();

  /** @param beroepen stems per occupation, in the order of their numbers */
  constructor(beroepen: readonly Stammen[]) {
    this.sizes = beroepen.map(({ namen, taken, woordveld }, nr) => {
      const all = namen.union(taken).union(woordveld);
      for (const stam of all) {
        const telt = namen.has(stam) ? TELT.naam : taken.has(stam) ? TELT.taak : TELT.woordveld;
        const list = this.uses.get(stam);
        if (list) list.push({ nr, telt }); else this.uses.set(stam, [{ nr, telt }]);
      }
      return all.size;
    });
  }

  /** How much a stem tells about the work, 0–1: most when few occupations use it or none that we know, nothing when all do. */
  rarity(stam: string): number {
    return Math.log((this.sizes.length + 1) / ((this.uses.get(stam)?.length ?? 0) + 1)) / Math.log(this.sizes.length + 1);
  }

  /**
   * How strongly a text calls up each occupation: the sum of its words, a rare one more.
   * @param weights stems of the text with how much each counts
   */
  strengths(weights: ReadonlyMap<string, number>): Float64Array {
    const sums = this.sum(weights);
    for (let nr = 0; nr < sums.length; nr++) if (sums[nr] !== 0) sums[nr]! /= Math.sqrt(this.sizes[nr]!);
    return sums;
  }

  /**
   * The occupations that a text calls up most.
   * @returns at most `max`, best first; `naast` is how near each comes to the best, 0–1; none when hardly a word is shared
   */
  closest(strengths: Float64Array, max: number): { nr: number; naast: number }[] {
    const ranked = rank(strengths).slice(0, max);
    const best = ranked[0];
    return best && best.value >= GENOEG_GEMEEN ? ranked.map(({ nr, value }) => ({ nr, naast: value / best.value })) : [];
  }

  /**
   * The occupations that a name of some words may mean, best first.
   * @returns `deel` is the share of what the words tell that belongs to the occupation, 0–1
   */
  ofName(stammen: readonly string[]): { nr: number; deel: number }[] {
    const total = stammen.reduce((sum, stam) => sum + this.rarity(stam), 0);
    return rank(this.sum(new Map(stammen.map((stam) => [stam, 1])))).map(({ nr, value }) => ({ nr, deel: value / (total * TELT.naam) }));
  }

  /** The image of a text; empty when it calls up nothing. */
  image(weights: ReadonlyMap<string, number>): Beeld {
    const ranked = rank(this.strengths(weights)).slice(0, MEEST);
    const sharp = ranked.map(({ value }) => (value / ranked[0]!.value) ** SCHERPTE);
    const length = Math.hypot(...sharp);
    return Uint32Array.from(ranked, ({ nr }, at) => nr * 65_536 + Math.round(0xffff * sharp[at]! / length));
  }

  /** The image of a short text of which many people use the same, such as the name of a skill. */
  imageOf(text: string, stammen: () => Iterable<string>): Beeld {
    let known = this.kept.get(text);
    if (known === undefined) {
      known = this.image(new Map([...stammen()].map((stam) => [stam, 1])));
      this.kept.set(text, known);
    }
    return known;
  }

  private sum(weights: ReadonlyMap<string, number>): Float64Array {
    const sums = new Float64Array(this.sizes.length);
    for (const [stam, weight] of weights) {
      const each = weight * this.rarity(stam);
      for (const { nr, telt } of this.uses.get(stam) ?? []) sums[nr]! += each * telt;
    }
    return sums;
  }
}

/** The occupations with anything, most first. */
function rank(values: Float64Array): { nr: number; value: number }[] {
  const found: { nr: number; value: number }[] = [];
  for (let nr = 0; nr < values.length; nr++) if (values[nr]! > 0) found.push({ nr, value: values[nr]! });
  return found.sort((a, b) => b.value - a.value || a.nr - b.nr);
}
