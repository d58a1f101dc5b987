/** Numbers for words, from 0 in the order they come: comparing numbers close together is some ten times less work. */
export class Nummers {
  private readonly byWord = new Map<string, number>();

  get size(): number { return this.byWord.size; }

  /** The number of a word; a new one gets the next. Only for what is stored: whatever is asked must not be kept. */
  of(word: string): number {
    let nr = this.byWord.get(word);
    if (nr === undefined) { nr = this.byWord.size; this.byWord.set(word, nr); }
    return nr;
  }

  /** The number of a word that has one. */
  find(word: string): number | undefined { return this.byWord.get(word); }
}
