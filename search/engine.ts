/**
 * The port to search. Two engines keep this contract: embedded.ts (SQLite, the default) and, for regions that
 * outgrow one process, Meilisearch. Everything that uses search knows this file and index.ts only.
 */

/** The three indexes; the employers' one holds only what an employer may see. */
export const INDEXEN = ['kandidaten-werkgever', 'kandidaten-professional', 'vacatures'] as const;
export type Index = (typeof INDEXEN)[number];

export type Waarde = string | number | boolean | null;
/** A strict, flat document. Text is searched by weight; fields are filtered, counted and sorted. */
export type Document = {
  id: number;
  /** Searched, heaviest first. */
  tekst: { titel: string; beroep: string; kan: string; verhaal: string };
  velden: Record<string, Waarde | readonly (string | number)[]>;
  punt: { lat: number; lng: number } | null;
};

/** A typed filter tree. `neq` and `not` include documents without the field; an empty `in` matches nothing. */
export type Filter =
  | { op: 'eq' | 'neq'; veld: string; waarde: Waarde }
  | { op: 'lt' | 'lte' | 'gt' | 'gte'; veld: string; waarde: number | string }
  | { op: 'in'; veld: string; waarden: readonly (string | number)[] }
  | { op: 'exists'; veld: string }
  | { op: 'and' | 'or'; delen: readonly Filter[] }
  | { op: 'not'; deel: Filter }
  | { op: 'within'; lat: number; lng: number; meters: number };

export type Sortering = { soort: 'relevantie' } | { soort: 'afstand' } | { soort: 'veld'; veld: string; richting: 'op' | 'af' };

export type Vraag = {
  tekst?: string;
  filter?: Filter;
  /** Field → the filter that this facet itself puts on the list; left out of its own counts (multi-select). */
  facetten?: Record<string, Filter | undefined>;
  sortering?: Sortering;
  /** From here distance is measured and returned. */
  vanaf?: { lat: number; lng: number };
  pagina?: number;
  perPagina?: number;
};

export type Treffer = { id: number; afstandMeter: number | null };
export type Facet = { waarde: string; aantal: number }[];
export type Antwoord = {
  treffers: Treffer[];
  totaal: number;
  /** False where an engine can only estimate the total. */
  totaalExact: boolean;
  facetten: Record<string, Facet>;
  pagina: number;
  paginas: number;
  /** Words of the query that were dropped because nothing matched them all. */
  weggelaten: string[];
  /** Words that were searched too, because a word as typed was not found. */
  ookGezocht: string[];
};

/** Past this many hits there are no further pages. */
export const MAX_TOTAAL = 10_000;
/** A facet lists at most this many values. */
export const FACET_MAX = 100;
/** Words of a query that count. */
export const MAX_TERMEN = 10;

/** A page has at most this many hits. */
const GROOTSTE_PAGINA = 200;

/** Hits a page. */
export function perPagina(vraag: Vraag): number {
  return Math.max(1, Math.min(GROOTSTE_PAGINA, Math.trunc(vraag.perPagina ?? 24) || 1));
}

/** A filter names a field that the documents do not have. */
export class OnbekendVeld extends Error {
  constructor(veld: string) { super(`Zoeken kent het veld "${veld}" niet.`); }
}

export interface SearchEngine {
  /** Adds or replaces whole documents. */
  upsert(index: Index, documents: readonly Document[]): void | Promise<void>;
  remove(index: Index, ids: readonly number[]): void | Promise<void>;
  /** Replaces everything at once: readers see the old or the new. */
  replaceAll(index: Index, documents: Iterable<Document>): void | Promise<void>;
  /** Resolves when all writes so far can be found. */
  settled(): Promise<void>;
  search(index: Index, vraag: Vraag): Antwoord | Promise<Antwoord>;
}
