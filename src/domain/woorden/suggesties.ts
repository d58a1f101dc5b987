/** Suggestions while somebody types: names of occupations, skills and places, by their beginning or nearly so. Pure. */
import { fold, tokenize } from './analyse.ts';
import { editDistance } from './woorden.ts';

export const SUGGESTIE_SOORTEN = ['beroep', 'vaardigheid', 'plaats'] as const;
export type SuggestieSoort = (typeof SUGGESTIE_SOORTEN)[number];
export type Suggestie = { tekst: string; soort: SuggestieSoort };
/** A name that people know something by; several names may lead to one suggestion. */
export type Naam = Suggestie & { naam: string };

/** More is not typed, and not searched. */
export const SUGGESTIE_MAX_TEKENS = 60;
const MIN_TEKENS = 2;
/** From this many letters a typing mistake is allowed. */
const MIN_TIKFOUT = 5;
const MAX: Record<SuggestieSoort, number> = { beroep: 4, vaardigheid: 3, plaats: 3 };

/** A name from one of its words on; `heel` when that is its first. */
type Term = { sleutel: string; nr: number; heel: boolean };
export type Lijst = { namen: readonly Naam[]; termen: readonly Term[] };

/** Sorts the names once, by each of their words, so that a beginning is found without looking at all of them. */
export function prepareNames(namen: readonly Naam[]): Lijst {
  const termen = namen.flatMap(({ naam }, nr) => { const words = tokenize(naam); return words.map((_, at) => ({ sleutel: words.slice(at).join(' '), nr, heel: at === 0 })); });
  return { namen, termen: termen.sort((a, b) => (a.sleutel < b.sleutel ? -1 : a.sleutel > b.sleutel ? 1 : a.nr - b.nr)) };
}

/**
 * Suggestions for what was typed: a few of each kind, those whose first word starts so before the rest, then the
 * shortest. Names earlier in the list win where nothing else decides.
 */
export function suggestFrom({ namen, termen }: Lijst, getypt: string): Suggestie[] {
  const typed = tokenize(fold(getypt.slice(0, SUGGESTIE_MAX_TEKENS))).join(' ');
  if (typed.length < MIN_TEKENS) return [];
  const starting = rank(namen, between(termen, typed), (term) => (term.heel ? 0 : 1));
  if (starting.length > 0 || typed.length < MIN_TIKFOUT || /\d/.test(typed)) return starting;
  return rank(namen, termen, (term) => mistakes(term.sleutel, typed));
}

/** The terms that start with what was typed: a stretch of the sorted list. */
function between(termen: readonly Term[], typed: string): readonly Term[] {
  let low = 0;
  for (let high = termen.length; low < high;) { const middle = (low + high) >> 1; if (termen[middle]!.sleutel < typed) low = middle + 1; else high = middle; }
  let end = low;
  while (termen[end]?.sleutel.startsWith(typed)) end++;
  return termen.slice(low, end);
}

/** How many typing mistakes lie between what was typed and the beginning of a term; undefined when too many. */
function mistakes(term: string, typed: string): number | undefined {
  if (term[0] !== typed[0] || term.length < typed.length - 1) return undefined;
  // One mistake leaves the second or the third letter in place, or moves one to the other: this spares most terms the sum.
  if (term[1] !== typed[1] && term[2] !== typed[2] && term[1] !== typed[2] && term[2] !== typed[1]) return undefined;
  const allowed = typed.length >= 9 ? 2 : 1;
  let best = allowed + 1;
  for (let length = typed.length - 1; length <= typed.length + 1; length++) best = Math.min(best, editDistance(term.slice(0, length), typed, allowed));
  return best <= allowed ? best : undefined;
}

function rank(namen: readonly Naam[], termen: readonly Term[], weigh: (term: Term) => number | undefined): Suggestie[] {
  const best = new Map<string, { suggestie: Suggestie; weight: number; nr: number }>();
  for (const term of termen) {
    const weight = weigh(term);
    if (weight === undefined) continue;
    const { tekst, soort } = namen[term.nr]!;
    const key = `${soort} ${tekst}`;
    const known = best.get(key);
    if (!known || weight < known.weight) best.set(key, { suggestie: { tekst, soort }, weight, nr: term.nr });
  }
  const sorted = [...best.values()].sort((a, b) => a.weight - b.weight || (a.suggestie.soort === 'plaats' && b.suggestie.soort === 'plaats' ? 0 : a.suggestie.tekst.length - b.suggestie.tekst.length) || a.nr - b.nr).map(({ suggestie }) => suggestie);
  return SUGGESTIE_SOORTEN.flatMap((soort) => sorted.filter((item) => item.soort === soort).slice(0, MAX[soort]));
}
