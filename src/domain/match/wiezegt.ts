/**
 * Who says a word, the other way round: per word the rows that have it, in one array. A question has some dozens of
 * words and a profile a hundred, so that asking the words is some ten times less than reading every profile. Pure.
 */
import type { Lists } from '../../lists.ts';

/** Rows that changed since the last time all was written down are read themselves, up to so many. */
const MAX_CHANGED = 1000;

export class WieZegt {
  private from = new Uint32Array(1);
  private rows = new Uint32Array(0);
  /** 1 for a row that these arrays tell the truth about. */
  private told = new Uint8Array(0);
  private readonly changed = new Set<number>();

  /** This row has other words now. */
  change(row: number): void {
    this.changed.add(row);
    this.told[row] = 0;
  }

  /**
   * Adds, for every row, what its words are worth.
   * @param said the words of each row @param used how many rows there are @param weights per word its worth; words beyond the list are worth nothing
   * @returns the sums per row, one list for each list of weights
   */
  sums(said: Lists, used: number, weights: readonly Float32Array[]): Float32Array[] {
    if (this.changed.size > MAX_CHANGED || this.told.length === 0) this.write(said, used);
    return weights.map((worths) => {
      const sums = new Float32Array(used);
      const words = Math.min(this.from.length - 1, worths.length);
      for (let word = 0; word < words; word++) {
        const worth = worths[word]!;
        if (worth === 0) continue;
        for (let i = this.from[word]!, end = this.from[word + 1]!; i < end; i++) { const row = this.rows[i]!; if (this.told[row] === 1) sums[row]! += worth; }
      }
      for (const row of this.changed) for (let i = 0, size = said.size(row); i < size; i++) sums[row]! += worths[said.value(row, i)] ?? 0;
      return sums;
    });
  }

  private write(said: Lists, used: number): void {
    const { at, sizes, pool } = said.raw();
    let words = 0;
    for (let row = 0; row < used; row++) for (let i = at[row]!, end = i + sizes[row]!; i < end; i++) if (pool[i]! >= words) words = pool[i]! + 1;
    const from = new Uint32Array(words + 1);
    for (let row = 0; row < used; row++) for (let i = at[row]!, end = i + sizes[row]!; i < end; i++) from[pool[i]! + 1]!++;
    for (let word = 0; word < words; word++) from[word + 1]! += from[word]!;
    const next = from.slice();
    const rows = new Uint32Array(from[words]!);
    for (let row = 0; row < used; row++) for (let i = at[row]!, end = i + sizes[row]!; i < end; i++) rows[next[pool[i]!]!++] = row;
    this.from = from;
    this.rows = rows;
    this.told = new Uint8Array(used).fill(1);
    this.changed.clear();
  }
}
