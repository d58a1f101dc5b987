/** One field of all documents: each different value once, and per row the numbers of its values. */
import { Lists } from '#src/lists.ts';
import type { Facet, Filter, Waarde } from './engine.ts';

type Waarden = Waarde | readonly (string | number)[] | undefined;
type Blad = Extract<Filter, { veld: string }>;

/** Text compares without case, with accents. */
const same = <T>(value: T): T => (typeof value === 'string' ? (value.toLowerCase() as T) : value);
const byName = new Intl.Collator('nl', { sensitivity: 'base' }).compare;

const NONE: readonly number[] = [];

export class Column {
  private values: (string | number | boolean)[] = [];
  private codes = new Map<string | number | boolean, number>();
  private lists = new Lists();
  /** Rows that have a value. */
  private filled = 0;
  /** How often each value occurs among all. */
  private totals: number[] = [];
  /** Per value its place among all, by size and by name; made when first needed, void when a value is added. */
  private places: { byKey: Uint32Array; byName: Uint32Array } | undefined;

  set(row: number, value: Waarden): void {
    const codes = value == null ? NONE : typeof value === 'object' ? value.map((item) => this.codeOf(item)) : [this.codeOf(value)];
    const before = this.lists.size(row);
    this.filled += Math.min(1, codes.length) - Math.min(1, before);
    for (let i = 0; i < before; i++) this.totals[this.lists.value(row, i)]!--;
    for (let i = 0; i < codes.length; i++) this.totals[codes[i]!]!++;
    this.lists.set(row, codes);
  }

  trim(): void { this.lists.trim(); }

  copy(): Column {
    const copy = new Column();
    copy.values = [...this.values];
    copy.codes = new Map(this.codes);
    copy.lists = this.lists.copy();
    copy.filled = this.filled;
    copy.totals = [...this.totals];
    return copy;
  }

  /** A condition on this field, as a test of rows. */
  test(filter: Blad): (row: number) => boolean {
    if (filter.op === 'exists') return (row) => this.lists.size(row) > 0;
    const wanted = this.wanted(filter);
    const { at, sizes, pool } = this.lists.raw();
    const any = (row: number): boolean => {
      const from = at[row]!;
      for (let i = from, end = from + sizes[row]!; i < end; i++) if (wanted[pool[i]!] === 1) return true;
      return false;
    };
    return filter.op === 'neq' ? (row) => !any(row) : any;
  }

  /** Whether a condition holds for all of `total` rows. */
  always(filter: Blad, total: number): boolean {
    if (filter.op === 'exists' || filter.op === 'neq' || this.filled < total) return false;
    return this.wanted(filter).every((wanted) => wanted === 1);
  }

  /** Adds to `counts` how often each value occurs in these rows. */
  countInto(counts: Uint32Array, rows: Int32Array): void {
    const { at, sizes, pool } = this.lists.raw();
    for (let r = 0; r < rows.length; r++) {
      const row = rows[r]!;
      const from = at[row]!;
      for (let i = from, end = from + sizes[row]!; i < end; i++) counts[pool[i]!]!++;
    }
  }

  newCounts(): Uint32Array { return new Uint32Array(this.values.length); }

  /** The facet of all rows together, which needs no counting. */
  facetOfAll(max: number): Facet { return this.facet(this.totals, max); }

  /** Counts as a facet: most first, then by name. */
  facet(counts: ArrayLike<number>, max: number): Facet {
    const found: number[] = [];
    for (let code = 0; code < counts.length; code++) if (counts[code]! > 0) found.push(code);
    const { byName: place } = this.order();
    found.sort((a, b) => counts[b]! - counts[a]! || place[a]! - place[b]!);
    return found.slice(0, max).map((code) => ({ waarde: String(this.values[code]), aantal: counts[code]! }));
  }

  /** A number to sort a row by: the place of its first value among all values; infinite when it has none. */
  sortKeys(): (row: number) => number {
    const { byKey } = this.order();
    return (row) => (this.lists.size(row) === 0 ? Infinity : byKey[this.lists.value(row, 0)]!);
  }

  private codeOf(value: string | number | boolean): number {
    let code = this.codes.get(value);
    if (code === undefined) {
      code = this.values.length;
      this.values.push(value);
      this.totals.push(0);
      this.codes.set(value, code);
      this.places = undefined;
    }
    return code;
  }

  /** Each different value is tried once; rows are then a look-up. Numbers compare with numbers, text with text. */
  private wanted(filter: Exclude<Blad, { op: 'exists' }>): Uint8Array {
    const test = accepts(filter);
    const wanted = new Uint8Array(this.values.length);
    for (let code = 0; code < wanted.length; code++) if (test(same(this.values[code]!))) wanted[code] = 1;
    return wanted;
  }

  private order(): { byKey: Uint32Array; byName: Uint32Array } {
    return (this.places ??= { byKey: this.ranks(this.values.map(same), compareKeys), byName: this.ranks(this.values.map(String), (a, b) => byName(a, b) || compareKeys(a, b)) });
  }

  /** Equal keys share a place, so that a tie stays a tie. */
  private ranks<K>(keys: K[], compare: (a: K, b: K) => number): Uint32Array {
    const order = keys.map((_, code) => code).sort((a, b) => compare(keys[a]!, keys[b]!));
    const places = new Uint32Array(keys.length);
    for (let i = 1; i < order.length; i++) places[order[i]!] = places[order[i - 1]!]! + (compare(keys[order[i - 1]!]!, keys[order[i]!]!) === 0 ? 0 : 1);
    return places;
  }
}

function accepts(filter: Exclude<Blad, { op: 'exists' }>): (value: string | number | boolean) => boolean {
  if (filter.op === 'in') { const wanted = new Set<unknown>(filter.waarden.map(same)); return (value) => wanted.has(value); }
  const limit = same(filter.waarde);
  switch (filter.op) {
    case 'eq': case 'neq': return (value) => value === limit;
    case 'lt': return (value) => typeof value === typeof limit && value < limit!;
    case 'lte': return (value) => typeof value === typeof limit && value <= limit!;
    case 'gt': return (value) => typeof value === typeof limit && value > limit!;
    case 'gte': return (value) => typeof value === typeof limit && value >= limit!;
  }
}

function compareKeys(a: string | number | boolean, b: string | number | boolean): number {
  if (typeof a !== typeof b) return typeof a < typeof b ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
