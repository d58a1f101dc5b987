/**
 * All words of one index: to look up typing mistakes, words that begin with or contain another, and forms of one stem.
 * Words are only ever added. One that nobody uses any more finds nobody, which is all that is asked of it.
 */
import { stem } from '#src/domain/woorden/analyse.ts';
import { editDistance } from '#src/domain/woorden/woorden.ts';

const EDGE = '\n';

export class Terms {
  private words = new Set<string>();
  /** All words in one text: the fastest way to find those that contain some letters. */
  private joined = EDGE;
  private byStem = new Map<string, string[]>();
  /** Words by length and first letter: a mistake rarely changes those. */
  private shelves = new Map<string, string[]>();

  has(word: string): boolean { return this.words.has(word); }

  /** Adds words that are not there yet. */
  add(words: Iterable<string>): void {
    let joined = '';
    for (const word of words) {
      if (this.words.has(word)) continue;
      this.words.add(word);
      joined += word + EDGE;
      push(this.byStem, stem(word), word);
      push(this.shelves, shelf(word.length, word[0]!), word);
    }
    if (joined !== '') this.joined += joined;
  }

  /** Words that begin with these letters, the word itself too. */
  startingWith(letters: string): string[] { return this.around(EDGE + letters, Infinity); }

  /** Words that contain these letters anywhere. */
  containing(letters: string, max: number): string[] { return this.around(letters, max); }

  /** Words with this stem. */
  withStem(stemmed: string): readonly string[] { return this.byStem.get(stemmed) ?? []; }

  /**
   * Words within 1 typing mistake of `word` (from 5 letters) or 2 (from 9), nearest first; one in the first letter
   * counts as two.
   */
  near(word: string): string[] {
    const allowed = word.length >= 9 ? 2 : 1;
    const hits: { term: string; distance: number }[] = [];
    for (let length = Math.max(4, word.length - allowed); length <= word.length + allowed; length++) {
      for (const term of this.shelves.get(shelf(length, word[0]!)) ?? []) {
        const distance = editDistance(term, word, allowed);
        if (distance <= allowed) hits.push({ term, distance });
      }
    }
    if (allowed === 2) for (const term of this.otherFirstLetter(word)) hits.push({ term, distance: 2 });
    return hits.sort((a, b) => a.distance - b.distance || (a.term < b.term ? -1 : 1)).map(({ term }) => term);
  }

  /** Words with one mistake, in the first letter: another one, one too few, one too many, or the first two swapped. */
  private otherFirstLetter(word: string): string[] {
    const rest = word.slice(1);
    const found = new Set([rest, word[1]! + word[0]! + word.slice(2), ...this.around(rest + EDGE, Infinity), ...this.around(word + EDGE, Infinity)]);
    return [...found].filter((term) => term[0] !== word[0] && this.has(term) && editDistance(term, word, 1) <= 1);
  }

  /** The words in which some letters occur, each once. */
  private around(letters: string, max: number): string[] {
    const found: string[] = [];
    for (let at = this.joined.indexOf(letters); at >= 0 && found.length < max;) {
      const from = this.joined.lastIndexOf(EDGE, letters.startsWith(EDGE) ? at : at - 1) + 1;
      const to = this.joined.indexOf(EDGE, Math.max(from, at + letters.length - (letters.endsWith(EDGE) ? 1 : 0)));
      found.push(this.joined.slice(from, to));
      at = this.joined.indexOf(letters, to);
    }
    return found;
  }
}

function shelf(length: number, letter: string): string { return `${length}${letter}`; }

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
