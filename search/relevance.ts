/**
 * The order of relevance. Coarse on purpose, and the same for everybody: where a word stands decides first, then how
 * exactly it was matched. What someone wants (titel) comes before what someone did (beroep), before skills, before
 * the own story. Scores are never shown or stored.
 */
import type { Lists } from '#src/lists.ts';
import type { Terms } from './terms.ts';

/** How a word of a document answers a word of the query. */
export const EXACT = 3;
export const FORM = 2;
export const RELATED = 1;
/** Points per field, times how exactly. A word that stands in the story only gives one point. */
const FIELDS = [8, 5, 3] as const;
const FIELD_BITS = 2;
/** A profile has far fewer; the rest still counts as story. */
const MAX_WORDS = 200;

/** The words of the heavy fields, each with its field in the lowest bits; every word once, in its heaviest field. */
export function packWords(terms: Terms, fields: readonly [titel: string, beroep: string, kan: string]): number[] {
  const seen = new Set<number>();
  const packed: number[] = [];
  for (let field = 0; field < fields.length; field++) {
    for (const word of fields[field]!.split(' ')) {
      if (word === '') continue;
      const number = terms.numberOf(word) ?? terms.add([word])[0]!;
      if (seen.has(number)) continue;
      seen.add(number);
      packed.push((number << FIELD_BITS) | field);
    }
  }
  return packed.slice(0, MAX_WORDS);
}

/**
 * Points per row: for every word of the query the best place it was found in.
 * @param strengths per word of the query, per number of a term, how it answers that word (0 when not)
 */
export function scoreRows(rows: Int32Array, words: Lists, strengths: readonly Uint8Array[]): Uint16Array {
  const scores = new Uint16Array(rows.length);
  const { at, sizes, pool } = words.raw();
  const answers = strengths.reduce((all, strength) => all.map((how, term) => how | (strength[term] ? 1 : 0)), new Uint8Array(strengths[0]?.length ?? 0));
  const best = new Uint8Array(strengths.length);
  for (let r = 0; r < rows.length; r++) {
    const from = at[rows[r]!]!;
    const end = from + sizes[rows[r]!]!;
    best.fill(1);
    for (let i = from; i < end; i++) {
      const packed = pool[i]!;
      // Nearly all words of a profile have nothing to do with the query.
      if (answers[packed >> FIELD_BITS] !== 1) continue;
      const points = FIELDS[packed & 3]!;
      for (let word = 0; word < best.length; word++) best[word] = Math.max(best[word]!, strengths[word]![packed >> FIELD_BITS]! * points);
    }
    let score = 0;
    for (let word = 0; word < best.length; word++) score += best[word]!;
    scores[r] = score;
  }
  return scores;
}
