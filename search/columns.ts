/** The fields of one index in memory, one slot per document: filters, counts, distances and sorting without SQL. */
import { distanceKm } from '#src/domain/plaats/plaats.ts';
import { fold } from '#src/domain/woorden/analyse.ts';
import { OnbekendVeld, type Document, type Facet, type Filter, type Sortering } from './engine.ts';
import type { VeldSoort } from './velden.ts';

type Cell = string | number | boolean | null | readonly (string | number)[] | undefined;
/** Text compares without case, with accents. */
const same = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);

export class Columns {
  private readonly ids: number[] = [];
  private readonly points: ({ lat: number; lng: number } | null)[] = [];
  private readonly cells = new Map<string, Cell[]>();
  private readonly rowOf = new Map<number, number>();
  private readonly free: number[] = [];

  constructor(fields: Record<string, VeldSoort>) {
    for (const veld of Object.keys(fields)) this.cells.set(veld, []);
  }

  put(id: number, document: Pick<Document, 'velden' | 'punt'>): void {
    const row = this.rowOf.get(id) ?? this.free.pop() ?? this.ids.length;
    this.rowOf.set(id, row);
    this.ids[row] = id;
    this.points[row] = document.punt;
    for (const [veld, cells] of this.cells) cells[row] = document.velden[veld];
  }

  remove(id: number): void {
    const row = this.rowOf.get(id);
    if (row === undefined) return;
    this.rowOf.delete(id);
    this.free.push(row);
  }

  id = (row: number): number => this.ids[row]!;
  punt = (row: number) => this.points[row] ?? null;
  allRows = (): number[] => [...this.rowOf.values()];
  rowsOf = (ids: readonly number[]): number[] => ids.map((id) => this.rowOf.get(id)).filter((row) => row !== undefined);

  filter(rows: readonly number[], filter: Filter): number[] {
    const test = this.compile(filter);
    return rows.filter(test);
  }

  /** Distance in km per row; rows without a place are absent. */
  distances(rows: readonly number[], from: { lat: number; lng: number }): Map<number, number> {
    const found = new Map<number, number>();
    for (const row of rows) { const punt = this.points[row]; if (punt) found.set(row, distanceKm(from, punt)); }
    return found;
  }

  /** Sorted rows; missing values last, always ending in the id. Rows arrive in order of relevance. */
  sort(rows: readonly number[], order: Sortering, distances: Map<number, number> | undefined, ranked: boolean): number[] {
    if (order.soort === 'relevantie') return ranked ? [...rows] : [...rows].sort((a, b) => this.ids[b]! - this.ids[a]!);
    const value = (row: number): Cell => (order.soort === 'afstand' ? distances?.get(row) : this.column(order.veld)[row]);
    const sign = order.soort === 'veld' && order.richting === 'af' ? -1 : 1;
    return [...rows].sort((a, b) => {
      const left = value(a);
      const right = value(b);
      if (left === right || (left == null && right == null)) return this.ids[a]! - this.ids[b]!;
      if (left == null) return 1;
      if (right == null) return -1;
      return left < right ? -sign : left > right ? sign : this.ids[a]! - this.ids[b]!;
    });
  }

  /** How often each value occurs: most first, then by name. */
  count(rows: readonly number[], veld: string): Facet {
    const cells = this.column(veld);
    const counts = new Map<string, number>();
    for (const row of rows) {
      const cell = cells[row];
      if (cell == null) continue;
      for (const value of Array.isArray(cell) ? cell : [cell]) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
    }
    return [...counts].map(([waarde, aantal]) => ({ waarde, aantal })).sort((a, b) => b.aantal - a.aantal || fold(a.waarde).localeCompare(fold(b.waarde), 'nl') || (a.waarde < b.waarde ? -1 : 1));
  }

  private column(veld: string): Cell[] {
    const cells = this.cells.get(veld);
    if (!cells) throw new OnbekendVeld(veld);
    return cells;
  }

  private compile(filter: Filter): (row: number) => boolean {
    switch (filter.op) {
      case 'and': { const tests = filter.delen.map((deel) => this.compile(deel)); return (row) => tests.every((test) => test(row)); }
      case 'or': { const tests = filter.delen.map((deel) => this.compile(deel)); return (row) => tests.some((test) => test(row)); }
      case 'not': { const test = this.compile(filter.deel); return (row) => !test(row); }
      case 'within': return (row) => { const punt = this.points[row]; return punt != null && distanceKm(punt, filter) * 1000 <= filter.meters; };
      case 'exists': { const cells = this.column(filter.veld); return (row) => { const cell = cells[row]; return cell != null && !(Array.isArray(cell) && cell.length === 0); }; }
      case 'eq': return this.anyOf(filter.veld, (value) => same(value) === same(filter.waarde));
      case 'neq': { const test = this.anyOf(filter.veld, (value) => same(value) === same(filter.waarde)); return (row) => !test(row); }
      case 'in': { const wanted = new Set(filter.waarden.map(same)); return this.anyOf(filter.veld, (value) => wanted.has(same(value))); }
      case 'lt': return this.anyOf(filter.veld, (value) => comparable(value, filter.waarde) && value < filter.waarde);
      case 'lte': return this.anyOf(filter.veld, (value) => comparable(value, filter.waarde) && value <= filter.waarde);
      case 'gt': return this.anyOf(filter.veld, (value) => comparable(value, filter.waarde) && value > filter.waarde);
      case 'gte': return this.anyOf(filter.veld, (value) => comparable(value, filter.waarde) && value >= filter.waarde);
    }
  }

  /** A list matches when any of its elements does. */
  private anyOf(veld: string, test: (value: string | number | boolean | null) => boolean): (row: number) => boolean {
    const cells = this.column(veld);
    return (row) => {
      const cell = cells[row];
      if (cell === undefined) return false;
      return Array.isArray(cell) ? cell.some((value: string | number) => test(value)) : test(cell as string | number | boolean | null);
    };
  }
}

function comparable(value: unknown, limit: number | string): value is number | string {
  return typeof value === typeof limit;
}
