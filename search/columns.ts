/** The fields of one index in memory, one slot per document: filters, counts, distances and sorting without SQL. */
import { distanceKm } from '#src/domain/plaats/plaats.ts';
import { fold } from '#src/domain/woorden/analyse.ts';
import { OnbekendVeld, type Document, type Facet, type Filter, type Sortering } from './engine.ts';
import type { VeldSoort } from './velden.ts';

type Cell = string | number | boolean | null | readonly (string | number)[] | undefined;
/** Text compares without case, with accents. */
const same = <T>(value: T): T => (typeof value === 'string' ? (value.toLowerCase() as T) : value);

export class Columns {
  private ids: number[] = [];
  private points: ({ lat: number; lng: number } | null)[] = [];
  private cells = new Map<string, Cell[]>();
  private rowOf = new Map<number, number>();
  private free: number[] = [];

  constructor(fields: Record<string, VeldSoort>) {
    for (const veld of Object.keys(fields)) this.cells.set(veld, []);
  }

  /** The same documents, to be changed apart from these. */
  copy(): Columns {
    const copy = new Columns({});
    copy.ids = [...this.ids];
    copy.points = [...this.points];
    copy.cells = new Map([...this.cells].map(([veld, cells]) => [veld, [...cells]]));
    copy.rowOf = new Map(this.rowOf);
    copy.free = [...this.free];
    return copy;
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
    const cells = order.soort === 'veld' ? this.column(order.veld) : undefined;
    const sign = order.soort === 'veld' && order.richting === 'af' ? -1 : 1;
    const keyed = rows.map((row) => ({ row, id: this.ids[row]!, key: cells ? same(cells[row]) : distances?.get(row) }));
    return keyed.sort((a, b) => {
      if (a.key === b.key || (a.key == null && b.key == null)) return a.id - b.id;
      if (a.key == null) return 1;
      if (b.key == null) return -1;
      return a.key < b.key ? -sign : a.key > b.key ? sign : a.id - b.id;
    }).map(({ row }) => row);
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
      case 'in': { const wanted = new Set<unknown>(filter.waarden.map(same)); return this.anyOf(filter.veld, (value) => wanted.has(same(value))); }
      case 'lt': return this.compared(filter.veld, filter.waarde, (value, limit) => value < limit);
      case 'lte': return this.compared(filter.veld, filter.waarde, (value, limit) => value <= limit);
      case 'gt': return this.compared(filter.veld, filter.waarde, (value, limit) => value > limit);
      case 'gte': return this.compared(filter.veld, filter.waarde, (value, limit) => value >= limit);
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

  /** Numbers with numbers and text with text; a value of another kind never matches. */
  private compared(veld: string, waarde: number | string, test: (value: number | string, limit: number | string) => boolean): (row: number) => boolean {
    const limit = same(waarde);
    return this.anyOf(veld, (value) => typeof value === typeof limit && test(same(value as number | string), limit));
  }
}
