/**
 * The order of relevance. Coarse on purpose, and the same for everybody: where a word stands decides first, then how
 * exactly it was matched. What someone wants (titel) comes before what someone did (beroep), before skills, before
 * the own story. Scores are never shown or stored.
 */
import type { Lists } from '#src/lists.ts';

/** How a word of a document answers a word of the query. */
export const EXACT = 3;
export const FORM = 2;
export const RELATED = 1;
/** Points per field, times how exactly. A word that stands in the story only gives one point. */
const FIELDS = [8, 5, 3] as const;
const FIELD_BITS = 2;
/** A profile has far fewer; the rest still counts as story. */
const MAX_WORDS = 200;

/** How the words of a document answer one word of the query: per key of a word, how exactly. */
export type Sterkte = ReadonlyMap<number, number>;

/**
 * A word as a number that every process agrees on, without a list of numbers to keep: 30 bits of FNV-1a. Two words
 * with one number would change an order of relevance, never what is found; among 50,000 words that is about one pair.
 */
export function wordKey(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  // The low bits of FNV change least; zero means "nothing here" in the table below.
  return ((hash ^ (hash >>> 15)) & 0x3fffffff) || 1;
}

/** The words of the heavy fields as keys, each with its field in the lowest bits; every word once, in its heaviest field. */
export function packWords(fields: readonly [titel: readonly string[], beroep: readonly string[], kan: readonly string[]]): Uint32Array {
  const seen = new Set<string>();
  const packed: number[] = [];
  for (let field = 0; field < fields.length; field++) {
    for (const word of fields[field]!) {
      if (seen.has(word)) continue;
      seen.add(word);
      packed.push((wordKey(word) << FIELD_BITS) | field);
    }
  }
  return Uint32Array.from(packed.slice(0, MAX_WORDS));
}

/**
 * Points per row: for every word of the query the best place it was found in.
 * @param rows mostly by rising id, which spares work; in any order the outcome is right
 * @param strengths per word of the query how the words of a document answer it
 * @param idOf the id of a row: of two with the same points the lower comes first
 * @param count how many rows are wanted: of those that cannot be among them, the points may be too low
 */
export function scoreRows(rows: Int32Array, words: Lists, strengths: readonly Sterkte[], idOf: (row: number) => number, count: number): Uint16Array {
  const scores = new Uint16Array(rows.length);
  const { at, sizes, pool } = words.raw();
  const { keys, mask, how } = tableOf(strengths);
  const asked = strengths.length;
  const best = new Uint8Array(asked);
  const full = strengths.reduce((sum, strength) => sum + Math.max(1, FIELDS[0] * Math.max(0, ...new Set(strength.values()))), 0);
  let perfect = 0;
  // The highest id among the first that cannot be beaten: who comes after them is not on the page.
  let lastId = 0;
  for (let r = 0; r < rows.length; r++) {
    scores[r] = asked;
    const id = idOf(rows[r]!);
    if (perfect >= count && id > lastId) continue;
    const from = at[rows[r]!]!;
    const end = from + sizes[rows[r]!]!;
    best.fill(1);
    for (let i = from; i < end; i++) {
      const packed = pool[i]!;
      const slot = slotOf(keys, mask, packed >>> FIELD_BITS);
      // Nearly all words of a profile have nothing to do with the query.
      if (keys[slot] === 0) continue;
      const points = FIELDS[packed & 3]!;
      for (let word = 0; word < asked; word++) { const gives = how[slot * asked + word]! * points; if (gives > best[word]!) best[word] = gives; }
    }
    let score = 0;
    for (let word = 0; word < asked; word++) score += best[word]!;
    scores[r] = score;
    if (score === full && perfect < count) { perfect++; lastId = Math.max(lastId, id); }
  }
  return scores;
}

/** Where a key stands in the table, or the empty place where it would. */
function slotOf(keys: Uint32Array, mask: number, key: number): number {
  let slot = key & mask;
  while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
  return slot;
}

/** All answers in one open table: at the slot of a key, how it answers each word of the query. Nearly empty, so that one look tells. */
function tableOf(strengths: readonly Sterkte[]): { keys: Uint32Array; mask: number; how: Uint8Array } {
  const size = 2 ** Math.ceil(Math.log2(64 * strengths.reduce((sum, strength) => sum + strength.size, 8)));
  const mask = size - 1;
  const keys = new Uint32Array(size);
  const how = new Uint8Array(size * strengths.length);
  for (const [word, strength] of strengths.entries()) {
    for (const [key, value] of strength) {
      const slot = slotOf(keys, mask, key);
      keys[slot] = key;
      how[slot * strengths.length + word] = value;
    }
  }
  return { keys, mask, how };
}
