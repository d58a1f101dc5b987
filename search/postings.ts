/**
 * Who has a word. FTS5 knows; what it answered is kept for the next question, since people use the same words again
 * and again. Documents that changed since are looked at one by one, until there are many: then all is asked anew.
 */

/** One way to answer a word of a query. */
export type Alternatief =
  | { soort: 'stam'; woord: string }
  | { soort: 'begin'; woord: string }
  | { soort: 'woorden'; woorden: readonly string[] };
export type Woorden = { words: ReadonlySet<string>; stems: ReadonlySet<string> };

/** Rows kept at most, over all words: 16 MB. */
const MAX_KEPT = 4_000_000;
/** Changed documents that are looked at one by one, at most. */
const MAX_CHANGED = 500;
/** More than any query has words. */
const CHANGED = 255;

export class Postings {
  private kept = new Map<string, Int32Array>();
  private size = 0;
  private changed = new Map<number, Woorden | null>();

  /** The same, to be changed apart from this one. */
  copy(): Postings {
    const copy = new Postings();
    copy.kept = new Map(this.kept);
    copy.size = this.size;
    copy.changed = new Map(this.changed);
    return copy;
  }

  /** Notes that a row has other words now, or none (`null`). */
  change(row: number, words: Woorden | null): void {
    if (this.changed.size >= MAX_CHANGED) { this.kept.clear(); this.changed.clear(); this.size = 0; }
    this.changed.set(row, words);
  }

  /**
   * Who has most words of the query, counted from the first word up to the first that is lacking.
   * @param capacity rows there are
   * @param ask asks FTS5 for the rows of an expression
   * @returns the rows, in no order, and how many words they have; 0 when nobody has the first
   */
  leadingWords(query: readonly (readonly Alternatief[])[], capacity: number, ask: (expression: string) => Int32Array): { rows: Int32Array; count: number } {
    const leading = new Uint8Array(capacity);
    // A changed row is not what FTS5 answered before.
    for (const row of this.changed.keys()) leading[row] = CHANGED;
    let changed = [...this.changed];
    let best: { rows: Int32Array; count: number } = { rows: new Int32Array(0), count: 0 };
    for (const [at, alternatives] of query.entries()) {
      const having = alternatives.map((alternative) => this.rows(expression(alternative), ask));
      changed = changed.filter(([, words]) => words && alternatives.some((alternative) => answers(words, alternative)));
      const reached = new Int32Array(having.reduce((sum, rows) => sum + rows.length, changed.length));
      let used = 0;
      for (const rows of having) for (let r = 0; r < rows.length; r++) if (leading[rows[r]!] === at) { leading[rows[r]!] = at + 1; reached[used++] = rows[r]!; }
      for (const [row] of changed) reached[used++] = row;
      if (used === 0) break;
      best = { rows: reached.subarray(0, used), count: at + 1 };
    }
    return best;
  }

  private rows(key: string, ask: (expression: string) => Int32Array): Int32Array {
    const known = this.kept.get(key);
    if (known) {
      // Used again: last to go.
      this.kept.delete(key);
      this.kept.set(key, known);
      return known;
    }
    const rows = ask(key);
    this.kept.set(key, rows);
    this.size += rows.length;
    for (const [oldest, old] of this.kept) {
      if (this.size <= MAX_KEPT || oldest === key) break;
      this.kept.delete(oldest);
      this.size -= old.length;
    }
    return rows;
  }
}

/** Every word between quotes: nothing a person types is syntax. */
function expression(alternative: Alternatief): string {
  switch (alternative.soort) {
    case 'stam': return `stammen : "${alternative.woord}"`;
    case 'begin': return `"${alternative.woord}"*`;
    case 'woorden': return alternative.woorden.map((woord) => `"${woord}"`).join(' OR ');
  }
}

function answers({ words, stems }: Woorden, alternative: Alternatief): boolean {
  switch (alternative.soort) {
    case 'stam': return stems.has(alternative.woord);
    case 'begin': return [...words, ...stems].some((word) => word.startsWith(alternative.woord));
    case 'woorden': return alternative.woorden.some((woord) => words.has(woord) || stems.has(woord));
  }
}
