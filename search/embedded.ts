/**
 * The embedded engine: SQLite FTS5 for text, in the same file and the same transaction as the truth, beside columns
 * in memory for filters, facets, distance and sort. A counter in the database tells every process which documents
 * changed, so that several processes on one file stay in step.
 */
import { connection, transaction, type Sqlite } from '#db/client.ts';
import { fold, stem, tokenize } from '#src/domain/woorden/analyse.ts';
import { editDistance, woordenboek } from '#src/domain/woorden/woorden.ts';
import { distanceKm } from '#src/domain/plaats/plaats.ts';
import { Columns } from './columns.ts';
import { FACET_MAX, INDEXEN, MAX_TERMEN, MAX_TOTAAL, type Antwoord, type Document, type Facet, type Filter, type Index, type SearchEngine, type Vraag } from './engine.ts';
import { VELDEN } from './velden.ts';

/** bm25 weights of titel, beroep, kan, verhaal and stammen: titles decide (measured in the design's bench). */
const RANK = 'bm25(%t, 10.0, 6.0, 3.0, 1.0, 0.5)';
const TABLES: Record<Index, string> = { 'kandidaten-werkgever': 'zoek_kandidaat_werkgever', 'kandidaten-professional': 'zoek_kandidaat_professional', vacatures: 'zoek_vacature' };

type Hits = { order: number[]; weggelaten: string[]; ookGezocht: string[] };
/** One index as it was at `seq`; its words are read when a query first needs them. */
type Stand = { seq: number; columns: Columns; terms: ReadonlySet<string> | undefined };

export class EmbeddedEngine implements SearchEngine {
  /** What is committed, per index; shared by all queries of this process. */
  private readonly standen = new Map<Index, Stand>();
  private loadedFrom: Sqlite | undefined;

  upsert(index: Index, documents: readonly Document[]): void {
    if (documents.length === 0) return;
    for (const document of documents) checkFields(index, document);
    const table = TABLES[index];
    transaction(() => {
      const db = connection();
      const store = db.prepare(`INSERT INTO ${table}_document (id, seq, json) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, json = excluded.json`);
      const drop = db.prepare(`DELETE FROM ${table} WHERE rowid = ?`);
      const known = db.prepare(`SELECT 1 FROM ${table}_document WHERE id = ?`);
      const add = db.prepare(`INSERT INTO ${table} (rowid, titel, beroep, kan, verhaal, stammen) VALUES (?, ?, ?, ?, ?, ?)`);
      const seq = this.nextSeq();
      for (const document of documents) {
        const { titel, beroep, kan, verhaal } = document.tekst;
        if (known.get(document.id)) drop.run(document.id);
        store.run(document.id, seq, JSON.stringify({ velden: document.velden, punt: document.punt }));
        const stammen = woordenboek().analyse(`${titel} ${beroep} ${kan} ${verhaal}`).join(' ');
        add.run(document.id, fold(titel), fold(beroep), fold(kan), fold(verhaal), stammen);
      }
    });
  }

  remove(index: Index, ids: readonly number[]): void {
    const table = TABLES[index];
    transaction(() => {
      const db = connection();
      const present = db.prepare(`SELECT 1 FROM ${table}_document WHERE id = ? AND json IS NOT NULL`);
      // Most people that an import brings were never in the etalage: then there is nothing to take out, or to announce.
      const gone = ids.filter((id) => present.get(id));
      if (gone.length === 0) return;
      const seq = this.nextSeq();
      const clear = db.prepare(`UPDATE ${table}_document SET seq = ?, json = NULL WHERE id = ?`);
      const drop = db.prepare(`DELETE FROM ${table} WHERE rowid = ?`);
      for (const id of gone) { clear.run(seq, id); drop.run(id); }
    });
  }

  replaceAll(index: Index, documents: Iterable<Document>): void {
    const table = TABLES[index];
    const replace = connection().transaction(() => {
      connection().prepare(`UPDATE ${table}_document SET seq = ?, json = NULL`).run(this.nextSeq());
      connection().prepare(`DELETE FROM ${table}`).run();
      for (const document of documents) this.upsert(index, [document]);
    });
    replace();
  }

  async settled(): Promise<void> { /* Writes are part of the caller's transaction: found as soon as it commits. */ }

  /** Loads the columns of all indexes, so that the first visitor does not wait for them. */
  load(): void {
    for (const index of INDEXEN) this.terms(index, this.current(index));
  }

  search(index: Index, vraag: Vraag): Antwoord {
    const stand = this.current(index);
    const { columns } = stand;
    const hits = vraag.tekst?.trim() ? this.findText(index, stand, vraag.tekst) : undefined;
    const base = hits ? columns.rowsOf(hits.order) : columns.allRows();
    const rows = vraag.filter ? columns.filter(base, vraag.filter) : base;
    const distances = vraag.vanaf ? columns.distances(rows, vraag.vanaf) : undefined;
    const sorted = columns.sort(rows, vraag.sortering ?? { soort: 'relevantie' }, distances, hits !== undefined);
    const perPagina = Math.max(1, Math.min(200, vraag.perPagina ?? 24));
    const paginas = Math.max(1, Math.ceil(Math.min(sorted.length, MAX_TOTAAL) / perPagina));
    const pagina = Math.min(paginas, Math.max(1, Math.trunc(vraag.pagina ?? 1) || 1));
    const treffers = sorted.slice((pagina - 1) * perPagina, Math.min(pagina * perPagina, MAX_TOTAAL)).map((row) => {
      const punt = columns.punt(row);
      const meters = vraag.vanaf && punt ? Math.round(distanceKm(vraag.vanaf, punt) * 1000) : null;
      return { id: columns.id(row), afstandMeter: meters };
    });
    return { treffers, totaal: sorted.length, totaalExact: true, facetten: this.facets(columns, base, rows, vraag), pagina, paginas, weggelaten: hits?.weggelaten ?? [], ookGezocht: hits?.ookGezocht ?? [] };
  }

  /** Counts per value. A facet that filters is counted over the list without its own filter. */
  private facets(columns: Columns, base: number[], rows: number[], vraag: Vraag): Record<string, Facet> {
    const facets: Record<string, Facet> = {};
    for (const [veld, own] of Object.entries(vraag.facetten ?? {})) {
      const counted = own && vraag.filter ? columns.filter(base, without(vraag.filter, own)) : rows;
      facets[veld] = columns.count(counted, veld).slice(0, FACET_MAX);
    }
    return facets;
  }

  /** All words; when nothing has them all, fewer, the last dropped first. */
  private findText(index: Index, stand: Stand, text: string): Hits {
    const words = [...new Set(tokenize(text))].slice(0, MAX_TERMEN);
    const ookGezocht: string[] = [];
    if (words.length === 0) return { order: [], weggelaten: [], ookGezocht };
    const groups = words.map((word, at) => this.alternatives(this.terms(index, stand), word, at === words.length - 1, ookGezocht));
    for (let count = groups.length; count >= 1; count--) {
      const order = this.match(index, groups.slice(0, count).map((group) => `(${group.join(' OR ')})`).join(' AND '));
      if (order.length > 0) return { order, weggelaten: words.slice(count), ookGezocht: [...new Set(ookGezocht)] };
    }
    return { order: [], weggelaten: [], ookGezocht: [] };
  }

  /** A word as FTS5 alternatives: itself (or its prefix), its stem, words that contain it; else nearby spellings. */
  private alternatives(terms: ReadonlySet<string>, word: string, last: boolean, ookGezocht: string[]): string[] {
    const quote = (term: string) => `"${term}"`;
    const found = new Set<string>([last && word.length >= 2 ? `${quote(word)}*` : quote(word), `stammen : ${quote(stem(word))}`]);
    let known = terms.has(word);
    if (word.length >= 5) {
      const root = stem(word).length >= 5 ? stem(word) : word;
      let extra = 0;
      for (const term of terms) {
        if (term !== word && term.includes(root) && extra++ < 50) { found.add(quote(term)); known = true; }
      }
    }
    if (!known && !/\d/.test(word) && word.length >= 5) for (const term of this.near(terms, word)) { found.add(quote(term)); ookGezocht.push(term); }
    return [...found];
  }

  /** Words within 1 (from 5 letters) or 2 (from 9) typing mistakes; one in the first letter counts as two. */
  private near(terms: ReadonlySet<string>, word: string): string[] {
    const allowed = word.length >= 9 ? 2 : 1;
    const hits: { term: string; distance: number }[] = [];
    for (const term of terms) {
      if (Math.abs(term.length - word.length) > allowed || term.length < 4) continue;
      const distance = editDistance(term, word, allowed) + (term[0] === word[0] ? 0 : 1);
      if (distance <= allowed) hits.push({ term, distance });
    }
    return hits.sort((a, b) => a.distance - b.distance || (a.term < b.term ? -1 : 1)).slice(0, 5).map((hit) => hit.term);
  }

  private match(index: Index, query: string): number[] {
    const table = TABLES[index];
    return connection().prepare(`SELECT rowid FROM ${table} WHERE ${table} MATCH ? ORDER BY ${RANK.replace('%t', table)}, rowid`).pluck().all(query) as number[];
  }

  /** All words of an index, for typing mistakes and parts of compounds. */
  private terms(index: Index, stand: Stand): ReadonlySet<string> {
    return (stand.terms ??= new Set(connection().prepare(`SELECT term FROM ${TABLES[index]}_woord`).pluck().all() as string[]));
  }

  /**
   * An index, brought up to the last change of whichever process. What a running transaction changed goes into a copy
   * for this one query: it may still be taken back, and its numbers are then given to other changes.
   */
  private current(index: Index): Stand {
    const db = connection();
    if (this.loadedFrom !== db) { this.standen.clear(); this.loadedFrom = db; }
    const seq = db.prepare('SELECT seq FROM zoek_stand').pluck().get() as number;
    const known = this.standen.get(index);
    if (known?.seq === seq) return known;
    // A number that went back means an older file was put in place: read it anew.
    const base = known && known.seq < seq ? known : { seq: -1, columns: new Columns(VELDEN[index]), terms: undefined };
    const stand: Stand = { seq, columns: db.inTransaction ? base.columns.copy() : base.columns, terms: base.terms };
    const changed = db.prepare(`SELECT id, json FROM ${TABLES[index]}_document WHERE seq > ?`).iterate(base.seq) as Iterable<{ id: number; json: string | null }>;
    for (const { id, json } of changed) {
      stand.terms = undefined;
      if (json === null) stand.columns.remove(id);
      else stand.columns.put(id, JSON.parse(json) as Pick<Document, 'velden' | 'punt'>);
    }
    if (!db.inTransaction) this.standen.set(index, stand);
    return stand;
  }

  private nextSeq(): number {
    return connection().prepare('UPDATE zoek_stand SET seq = seq + 1 RETURNING seq').pluck().get() as number;
  }
}

function checkFields(index: Index, document: Document): void {
  for (const veld of Object.keys(document.velden)) if (!Object.hasOwn(VELDEN[index], veld)) throw new Error(`Het veld "${veld}" hoort niet in de index ${index}.`);
}

/** A filter without one of its parts; left alone where the part is not joined to the rest by `and`. */
function without(filter: Filter, part: Filter): Filter {
  if (filter === part) return { op: 'and', delen: [] };
  return filter.op === 'and' ? { op: 'and', delen: filter.delen.map((deel) => without(deel, part)) } : filter;
}
