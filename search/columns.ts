/** The fields of one index in memory, one slot per document: filters, counts, distances and sorting without SQL. */
import { EARTH_KM, onGlobe, type Punt } from '#src/domain/plaats/plaats.ts';
import { Column } from './column.ts';
import { OnbekendVeld, type Document, type Facet, type Filter, type Sortering } from './engine.ts';
import { firstOf } from './first.ts';
import { Lists } from '#src/lists.ts';
import type { VeldSoort } from './velden.ts';

type Test = (row: number) => boolean;
/** Rows that satisfy a filter, and those that would without one part of it. */
export type Gefilterd = { rows: Int32Array; zonder: (part: Filter) => Int32Array };

export class Columns {
  private ids = new Int32Array(64);
  /** Coordinates as points on a globe of radius 1: comparing distances takes no goniometry. NaN without a place. */
  private xyz = new Float64Array(64 * 3);
  private columns = new Map<string, Column>();
  private rowOf = new Map<number, number>();
  private free: number[] = [];
  private used = 0;
  private live: Int32Array | undefined;
  /** Words of the heavy fields, for the order of relevance. */
  words = new Lists();

  constructor(fields: Record<string, VeldSoort>) {
    for (const veld of Object.keys(fields)) this.columns.set(veld, new Column());
  }

  /** The same documents, to be changed apart from these. */
  copy(): Columns {
    const copy = new Columns({});
    copy.ids = this.ids.slice();
    copy.xyz = this.xyz.slice();
    copy.columns = new Map([...this.columns].map(([veld, column]) => [veld, column.copy()]));
    copy.rowOf = new Map(this.rowOf);
    copy.free = [...this.free];
    copy.used = this.used;
    copy.words = this.words.copy();
    return copy;
  }

  /**
   * @param words the words of the heavy fields, as relevance.ts packs them
   * @returns the row of this document
   */
  put(id: number, document: Pick<Document, 'velden' | 'punt'>, words: ArrayLike<number>): number {
    let row = this.rowOf.get(id);
    if (row === undefined) {
      row = this.free.pop() ?? this.newRow();
      this.rowOf.set(id, row);
      this.ids[row] = id;
      this.live = undefined;
    }
    this.xyz.set(document.punt ? onGlobe(document.punt) : [NaN, NaN, NaN], row * 3);
    for (const [veld, column] of this.columns) column.set(row, document.velden[veld]);
    this.words.set(row, words);
    return row;
  }

  /** @returns the row that is free now, or undefined when there was none */
  remove(id: number): number | undefined {
    const row = this.rowOf.get(id);
    if (row === undefined) return undefined;
    this.rowOf.delete(id);
    for (const column of this.columns.values()) column.set(row, null);
    this.free.push(row);
    this.live = undefined;
    return row;
  }

  id = (row: number): number => this.ids[row]!;
  /** Rows that are or were in use: every row is below it. */
  get capacity(): number { return this.used; }
  allRows(): Int32Array { return (this.live ??= Int32Array.from(this.rowOf.values())); }

  rowsOf(ids: readonly number[]): Int32Array {
    const rows = new Int32Array(ids.length);
    let count = 0;
    for (const id of ids) { const row = this.rowOf.get(id); if (row !== undefined) rows[count++] = row; }
    return rows.subarray(0, count);
  }

  /**
   * Applies a filter. The parts that must all hold are tried apart, so that a facet can leave its own out.
   * @param whole parts that a facet may want to leave out: these are not cut further
   */
  filter(rows: Int32Array, filter: Filter | undefined, whole: ReadonlySet<Filter | undefined>): Gefilterd {
    const parts = filter === undefined ? [] : partsOf(filter, whole);
    if (parts.length === 0) return { rows, zonder: () => rows };
    const tests = parts.map((part) => (this.always(part) ? undefined : this.compile(part)));
    if (tests.every((test) => test === undefined)) return { rows, zonder: () => rows };
    const kept = new Int32Array(rows.length);
    const blamed: number[][] = parts.map(() => []);
    let count = 0;
    for (let r = 0; r < rows.length; r++) {
      const row = rows[r]!;
      let failed = -1;
      let fails = 0;
      for (let t = 0; t < tests.length && fails < 2; t++) { const test = tests[t]; if (test !== undefined && !test(row)) { failed = t; fails++; } }
      if (fails === 0) kept[count++] = row;
      else if (fails === 1) blamed[failed]!.push(row);
    }
    const result = kept.subarray(0, count);
    const zonder = (part: Filter): Int32Array => {
      const others = blamed[parts.indexOf(part)];
      if (!others) return result;
      const all = new Int32Array(count + others.length);
      all.set(result);
      all.set(others, count);
      return all;
    };
    return { rows: result, zonder };
  }

  /** Metres from a point to a row, or null when the row has no place. */
  meters(row: number, from: Punt): number | null {
    const chord2 = this.chordTo(from)(row);
    return chord2 === Infinity ? null : 2 * EARTH_KM * 1000 * Math.asin(Math.min(1, Math.sqrt(chord2) / 2));
  }

  /**
   * The first `count` rows in this order: missing values last, equal ones by id.
   * @param scores per row of `rows` how relevant it is; without text the newest come first
   */
  first(rows: Int32Array, count: number, order: Sortering, from: Punt | undefined, scores: Uint16Array | undefined): number[] {
    const keys = new Float64Array(rows.length);
    if (order.soort === 'relevantie') {
      // Score and id in one number: no ties are left.
      for (let r = 0; r < rows.length; r++) keys[r] = scores ? this.ids[rows[r]!]! - scores[r]! * 2 ** 32 : -this.ids[rows[r]!]!;
      return firstOf(rows, keys, this.ids, count);
    }
    const keyOf = order.soort === 'veld' ? this.column(order.veld).sortKeys() : from ? this.chordTo(from) : () => Infinity;
    const sign = order.soort === 'veld' && order.richting === 'af' ? -1 : 1;
    for (let r = 0; r < rows.length; r++) { const key = keyOf(rows[r]!); keys[r] = key === Infinity ? key : sign * key; }
    return firstOf(rows, keys, this.ids, count);
  }

  /** How often each value occurs: most first, then by name. */
  count(rows: Int32Array, veld: string, max: number): Facet {
    const column = this.column(veld);
    // Nobody stands in a list twice: as many as there are is everybody.
    if (rows.length === this.rowOf.size) return column.facetOfAll(max);
    const counts = column.newCounts();
    column.countInto(counts, rows);
    return column.facet(counts, max);
  }

  /** Gives back the room that was kept for growth, after a load. */
  trim(): void {
    for (const column of this.columns.values()) column.trim();
    this.words.trim();
  }

  private newRow(): number {
    if (this.used === this.ids.length) {
      const ids = new Int32Array(this.used * 2);
      ids.set(this.ids);
      this.ids = ids;
      const xyz = new Float64Array(this.used * 6);
      xyz.set(this.xyz);
      this.xyz = xyz;
    }
    return this.used++;
  }

  private column(veld: string): Column {
    const column = this.columns.get(veld);
    if (!column) throw new OnbekendVeld(veld);
    return column;
  }

  /** Whether a condition holds for everybody, so that nobody need be asked. */
  private always(filter: Filter): boolean {
    return 'veld' in filter && this.column(filter.veld).always(filter, this.rowOf.size);
  }

  private compile(filter: Filter): Test {
    switch (filter.op) {
      case 'and': { const tests = filter.delen.map((deel) => this.compile(deel)); return (row) => tests.every((test) => test(row)); }
      case 'or': { const tests = filter.delen.map((deel) => this.compile(deel)); return (row) => tests.some((test) => test(row)); }
      case 'not': { const test = this.compile(filter.deel); return (row) => !test(row); }
      case 'within': {
        const chord2 = this.chordTo(filter);
        const limit = (2 * Math.sin(Math.min(Math.PI / 2, filter.meters / 2000 / EARTH_KM))) ** 2;
        return (row) => chord2(row) <= limit;
      }
      default: return this.column(filter.veld).test(filter);
    }
  }

  /** The square of the straight line through the globe from a point to a row: grows with the distance. */
  private chordTo(from: Punt): (row: number) => number {
    const [x, y, z] = onGlobe(from);
    const { xyz } = this;
    return (row) => {
      const dx = xyz[row * 3]! - x;
      const chord2 = dx * dx + (xyz[row * 3 + 1]! - y) ** 2 + (xyz[row * 3 + 2]! - z) ** 2;
      return chord2 >= 0 ? chord2 : Infinity;
    };
  }
}

/** The parts that must all hold. */
function partsOf(filter: Filter, whole: ReadonlySet<Filter | undefined>): Filter[] {
  return filter.op === 'and' && !whole.has(filter) ? filter.delen.flatMap((deel) => partsOf(deel, whole)) : [filter];
}
