/**
 * Who has something, the other way round: per thing (a word, an occupation, a skill) the rows that have it, in one array.
 * A question has some dozens of things and a profile a hundred, so that asking the things is some ten times less than
 * reading every profile. Pure.
 */
import { Lists } from '../../lists.ts';

/** Rows that changed since the last time all was written down are read themselves, up to so many. */
const MAX_CHANGED = 1000;

export class WieHeeft {
  private readonly own = new Lists();
  private from = new Uint32Array(1);
  private rows = new Uint32Array(0);
  /** 1 for a row that these arrays tell the truth about. */
  private told = new Uint8Array(0);
  private readonly changed = new Set<number>();

  /** What a row has now, as numbers from 0. Rows are numbered close together from 0. */
  set(row: number, things: ArrayLike<number>): void {
    this.own.set(row, things);
    this.changed.add(row);
    this.told[row] = 0;
  }

  /**
   * Adds, for every row, what its things are worth.
   * @param used how many rows there are @param worths per thing its worth; one beyond the list is worth nothing
   */
  sum(used: number, worths: Float32Array): Float32Array {
    const sums = new Float32Array(used);
    this.each(used, worths, (row, worth) => { sums[row]! += worth; }, (from, end, worth) => {
      const { rows, told } = this;
      for (let i = from; i < end; i++) { const row = rows[i]!; if (told[row] === 1) sums[row]! += worth; }
    });
    return sums;
  }

  /** The same, for the one thing of a row that is worth most. */
  highest(used: number, worths: Float32Array): Float32Array {
    const best = new Float32Array(used);
    this.each(used, worths, (row, worth) => { if (worth > best[row]!) best[row] = worth; }, (from, end, worth) => {
      const { rows, told } = this;
      for (let i = from; i < end; i++) { const row = rows[i]!; if (told[row] === 1 && worth > best[row]!) best[row] = worth; }
    });
    return best;
  }

  /** Goes along everything of worth: by stretches of `rows` where that is true, by row where it is not. */
  private each(used: number, worths: Float32Array, one: (row: number, worth: number) => void, stretch: (from: number, end: number, worth: number) => void): void {
    if (this.changed.size > MAX_CHANGED || this.told.length === 0) this.write(used);
    for (let thing = 0, things = Math.min(this.from.length - 1, worths.length); thing < things; thing++) {
      if (worths[thing] !== 0) stretch(this.from[thing]!, this.from[thing + 1]!, worths[thing]!);
    }
    for (const row of this.changed) for (let i = 0, size = this.own.size(row); i < size; i++) one(row, worths[this.own.value(row, i)] ?? 0);
  }

  private write(used: number): void {
    const { at, sizes, pool } = this.own.raw();
    let things = 0;
    for (let row = 0; row < used; row++) for (let i = at[row]!, end = i + sizes[row]!; i < end; i++) if (pool[i]! >= things) things = pool[i]! + 1;
    const from = new Uint32Array(things + 1);
    for (let row = 0; row < used; row++) for (let i = at[row]!, end = i + sizes[row]!; i < end; i++) from[pool[i]! + 1]!++;
    for (let thing = 0; thing < things; thing++) from[thing + 1]! += from[thing]!;
    const next = from.slice();
    const rows = new Uint32Array(from[things]!);
    for (let row = 0; row < used; row++) for (let i = at[row]!, end = i + sizes[row]!; i < end; i++) rows[next[pool[i]!]!++] = row;
    this.from = from;
    this.rows = rows;
    this.told = new Uint8Array(used).fill(1);
    this.changed.clear();
  }
}
