/**
 * The embedded engine: SQLite FTS5 for text, in the same file and the same transaction as the truth, beside columns
 * in memory for filters, facets, distance and sort. A counter in the database tells every process which documents
 * changed, so that several processes on one file stay in step.
 */
import { connection, statement, transaction, type Sqlite } from '#db/client.ts';
import { isStop, stem, tokenize } from '#src/domain/woorden/analyse.ts';
import { woordenboek } from '#src/domain/woorden/woorden.ts';
import { Columns, type Gefilterd } from './columns.ts';
import { FACET_MAX, INDEXEN, MAX_TERMEN, MAX_TOTAAL, perPagina, type Antwoord, type Document, type Facet, type Index, type SearchEngine, type Vraag } from './engine.ts';
import { currentSeq, hasChanges } from './feed.ts';
import { Postings, type Alternatief } from './postings.ts';
import { EXACT, FORM, RELATED, packWords, scoreRows, wordKey, type Sterkte } from './relevance.ts';
import { Terms } from './terms.ts';
import { TABLES, VELDEN } from './velden.ts';

/** Words that contain a word of the query: more would say too little. */
const MAX_CONTAINING = 50;
/** Words of queries that are remembered per index, counted in the words of the index that answer them: about 5 MB. */
const MAX_READ = 50_000;
/** Spellings near a word that nobody wrote. */
const MAX_SPELLINGS = 5;

/** Who has the words, in no order yet, and how each word was read. */
type Hits = { rows: Int32Array; strengths: Sterkte[]; weggelaten: string[]; ookGezocht: string[] };
/** One word of a query: the ways to answer it, how words of the index do so, and what nobody wrote was read as. */
type Gelezen = { alternatives: Alternatief[]; strength: Sterkte; ookGezocht: readonly string[] };
/** One index as it was at `seq`, with how words were read: a visitor who ticks a box asks for the same words again. */
type Stand = { seq: number; columns: Columns; terms: Terms; postings: Postings; gelezen: Map<string, Gelezen>; omvang: number };

export class EmbeddedEngine implements SearchEngine {
  /** What is committed, per index; shared by all queries of this process. */
  private readonly standen = new Map<Index, Stand>();
  private loadedFrom: Sqlite | undefined;

  upsert(index: Index, documents: readonly Document[]): void {
    if (documents.length === 0) return;
    for (const document of documents) checkFields(index, document);
    const table = TABLES[index];
    transaction(() => {
      const store = statement(`INSERT INTO ${table}_document (id, seq, json, woorden) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, json = excluded.json, woorden = excluded.woorden`);
      const drop = statement(`DELETE FROM ${table} WHERE rowid = ?`);
      const add = statement(`INSERT INTO ${table} (rowid, titel, beroep, kan, verhaal, stammen) VALUES (?, ?, ?, ?, ?, ?)`);
      const seq = this.nextSeq();
      const fresh = new Set<string>();
      for (const document of documents) {
        // The index holds the texts as words that our own analysis cut.
        const [titel, beroep, kan, verhaal] = [tokenize(document.tekst.titel), tokenize(document.tekst.beroep), tokenize(document.tekst.kan), tokenize(document.tekst.verhaal)];
        const { buffer } = packWords([titel, beroep, kan]);
        store.run(document.id, seq, JSON.stringify({ velden: document.velden, punt: document.punt }), Buffer.from(buffer));
        const stammen = woordenboek().analyseWords([...titel, ...beroep, ...kan, ...verhaal]);
        const texts = [titel, beroep, kan, verhaal, stammen];
        const joined = texts.map((words) => words.join(' '));
        const earlier = textOf(table, document.id);
        // Most changes are of other fields: hours, a status, a date.
        if (earlier && Object.values(earlier).every((text, at) => text === joined[at])) continue;
        // What it said before is in the list already.
        const listed = earlier && wordsOf(earlier);
        for (const words of texts) for (const word of words) if (!listed?.has(word)) fresh.add(word);
        if (earlier) drop.run(document.id);
        add.run(document.id, ...joined);
      }
      if (fresh.size > 0) statement(`INSERT OR IGNORE INTO ${table}_lijst (woord) SELECT value FROM json_each(?)`).run(JSON.stringify([...fresh]));
    });
  }

  remove(index: Index, ids: readonly number[]): void {
    const table = TABLES[index];
    transaction(() => {
      const present = statement(`SELECT 1 FROM ${table}_document WHERE id = ? AND json IS NOT NULL`);
      // Most people that an import brings were never in the etalage: then there is nothing to take out, or to announce.
      const gone = ids.filter((id) => present.get(id));
      if (gone.length === 0) return;
      const seq = this.nextSeq();
      const said = new Set(gone.flatMap((id) => [...wordsOf(textOf(table, id)!)]));
      const clear = statement(`UPDATE ${table}_document SET seq = ?, json = NULL, woorden = NULL WHERE id = ?`);
      const drop = statement(`DELETE FROM ${table} WHERE rowid = ?`);
      for (const id of gone) { clear.run(seq, id); drop.run(id); }
      // Who is erased leaves no word behind that nobody else wrote.
      const forget = statement(`DELETE FROM ${table}_lijst WHERE woord = ?`);
      for (const word of said) if (!this.finds(index, `"${word}"`)) forget.run(word);
    });
  }

  replaceAll(index: Index, documents: Iterable<Document>): void {
    const table = TABLES[index];
    const replace = connection().transaction(() => {
      connection().prepare(`UPDATE ${table}_document SET seq = ?, json = NULL, woorden = NULL`).run(this.nextSeq());
      // Deleting row by row would leave a mark for every word of every document, to be read at every search.
      const made = connection().prepare('SELECT sql FROM sqlite_master WHERE name = ?').pluck().get(table) as string;
      connection().exec(`DROP TABLE ${table}; ${made}; ${inSmallSteps(table)}; DELETE FROM ${table}_lijst`);
      for (const document of documents) this.upsert(index, [document]);
    });
    replace();
  }

  async settled(): Promise<void> { /* Writes are part of the caller's transaction: found as soon as it commits. */ }

  /** Takes words from the lists that nobody uses any more since a text was changed. Reads all that FTS5 has: for once a day. */
  prune(): void {
    for (const index of INDEXEN) connection().prepare(`DELETE FROM ${TABLES[index]}_lijst WHERE woord NOT IN (SELECT term FROM ${TABLES[index]}_woord)`).run();
  }

  /** Loads the columns of all indexes, so that the first visitor does not wait for them. */
  load(): void {
    for (const index of INDEXEN) this.current(index);
  }

  search(index: Index, vraag: Vraag): Antwoord {
    const stand = this.current(index);
    const { columns } = stand;
    const hits = vraag.tekst?.trim() ? this.findText(index, stand, vraag.tekst) : undefined;
    const gefilterd = columns.filter(hits?.rows ?? columns.allRows(), vraag.filter, new Set(Object.values(vraag.facetten ?? {})));
    const { rows } = gefilterd;
    const size = perPagina(vraag);
    const paginas = Math.max(1, Math.ceil(Math.min(rows.length, MAX_TOTAAL) / size));
    const pagina = Math.min(paginas, Math.max(1, Math.trunc(vraag.pagina ?? 1) || 1));
    const sortering = vraag.sortering ?? { soort: 'relevantie' };
    const wanted = Math.min(pagina * size, MAX_TOTAAL);
    const scores = hits && sortering.soort === 'relevantie' ? scoreRows(rows, columns.words, hits.strengths, columns.id, wanted) : undefined;
    const first = columns.first(rows, wanted, sortering, vraag.vanaf, scores);
    const treffers = first.slice((pagina - 1) * size).map((row) => {
      const meters = vraag.vanaf ? columns.meters(row, vraag.vanaf) : null;
      return { id: columns.id(row), afstandMeter: meters === null ? null : Math.round(meters) };
    });
    return { treffers, totaal: rows.length, totaalExact: true, facetten: facets(columns, gefilterd, vraag), pagina, paginas, weggelaten: hits?.weggelaten ?? [], ookGezocht: hits?.ookGezocht ?? [] };
  }

  /** All words; when nothing has them all, fewer, the last dropped first. */
  private findText(index: Index, stand: Stand, text: string): Hits {
    const { columns, terms, postings, gelezen } = stand;
    const words = [...new Set(tokenize(text))].slice(0, MAX_TERMEN);
    const read = words.map((word, at) => {
      const last = at === words.length - 1;
      const key = last ? `${word}*` : word;
      let known = gelezen.get(key);
      if (!known) {
        gelezen.set(key, (known = this.readWord(index, terms, word, last)));
        stand.omvang += known.strength.size + 1;
        if (stand.omvang > MAX_READ) { gelezen.clear(); stand.omvang = 0; }
      }
      return known;
    });
    const { rows, count } = postings.leadingWords(read.map(({ alternatives }) => alternatives), columns.capacity, (expression) => columns.rowsOf(this.match(index, expression)));
    if (count === 0) return { rows, strengths: [], weggelaten: [], ookGezocht: [] };
    return { rows, strengths: read.slice(0, count).map(({ strength }) => strength), weggelaten: words.slice(count), ookGezocht: [...new Set(read.flatMap((word) => word.ookGezocht))] };
  }

  /** A word and what it may also stand for: forms of its stem, words that begin with it or contain it; else nearby spellings. */
  private readWord(index: Index, terms: Terms, word: string, last: boolean): Gelezen {
    const stemmed = stem(word);
    const prefix = last && word.length >= 2;
    const { others, ookGezocht } = word.length >= 5 ? this.relatedWords(index, terms, word, stemmed) : { others: [], ookGezocht: [] };
    const strength = new Map<number, number>();
    // From loose to exact: the last mark of a word stays.
    const mark = (found: readonly string[], how: number) => { for (const term of found) strength.set(wordKey(term), how); };
    mark(others, RELATED);
    mark(terms.withStem(stemmed), FORM);
    if (prefix) mark(terms.startingWith(word), FORM);
    // A stem is in the list of words too; that nobody wrote it matters to the best score there can be.
    if (terms.has(word) && this.occurs(index, word)) mark([word], EXACT);
    const alternatives: Alternatief[] = [];
    // A stop word has no stem in the index: only who wrote that very word has it.
    if (isStop(word)) alternatives.push({ soort: 'woorden', woorden: [word] });
    else alternatives.push({ soort: 'stam', woord: stemmed });
    if (prefix) alternatives.push({ soort: 'begin', woord: word });
    // What the prefix or the stem finds already need not be asked again.
    const rest = others.filter((term) => stem(term) !== stemmed && !(prefix && term.startsWith(word)));
    if (rest.length > 0) alternatives.push({ soort: 'woorden', woorden: rest });
    return { alternatives, strength, ookGezocht };
  }

  /** Words that contain a word of the query; when nobody uses it in any form, spellings near it. */
  private relatedWords(index: Index, terms: Terms, word: string, stemmed: string): { others: string[]; ookGezocht: string[] } {
    const containing = terms.containing(stemmed.length >= 5 ? stemmed : word, MAX_CONTAINING);
    // A word of somebody who left is still in the list: asking the table tells whether anybody uses it.
    if (/\d/.test(word) || containing.some((term) => term !== word) || (terms.has(word) && this.occurs(index, word))) return { others: containing, ookGezocht: [] };
    const near = this.written(index, terms.near(word));
    return { others: near, ookGezocht: near };
  }

  private match(index: Index, expression: string): number[] {
    return statement(`SELECT rowid FROM ${TABLES[index]} WHERE ${TABLES[index]} MATCH ?`, 'first').all(expression) as number[];
  }

  /** The first words of a list that somebody wrote: not only stems, halves of compounds or words of who left. */
  private written(index: Index, words: readonly string[]): string[] {
    const found: string[] = [];
    for (const word of words) {
      if (found.length === MAX_SPELLINGS) break;
      if (this.occurs(index, word)) found.push(word);
    }
    return found;
  }

  /** Whether somebody wrote this word: it is not only a stem or half of a compound. */
  private occurs(index: Index, word: string): boolean {
    return this.finds(index, `{titel beroep kan verhaal} : "${word}"`);
  }

  private finds(index: Index, expression: string): boolean {
    return statement(`SELECT 1 FROM ${TABLES[index]} WHERE ${TABLES[index]} MATCH ? LIMIT 1`).get(expression) !== undefined;
  }

  /**
   * An index, brought up to the last change of whichever process. What a running transaction changed goes into a copy
   * for this one query: it may still be taken back, and its numbers are then given to other changes.
   */
  private current(index: Index): Stand {
    const db = connection();
    if (this.loadedFrom !== db) { this.standen.clear(); this.loadedFrom = db; }
    const seq = currentSeq();
    const known = this.standen.get(index);
    if (known?.seq === seq) return known;
    if (known && known.seq < seq && !hasChanges(index, known.seq)) {
      // Only another index changed. A number of a transaction may still be taken back, and is not written down.
      if (!db.inTransaction) known.seq = seq;
      return known;
    }
    // A number that went back means an older file was put in place: read it anew.
    const base = known && known.seq < seq ? known : undefined;
    const columns = base === undefined ? new Columns(VELDEN[index]) : db.inTransaction ? base.columns.copy() : base.columns;
    const postings = base === undefined ? new Postings() : db.inTransaction ? base.postings.copy() : base.postings;
    const stand: Stand = { seq, columns, terms: base?.terms ?? readTerms(index), postings, gelezen: new Map(), omvang: 0 };
    readChanges(index, base?.seq ?? -1, stand, base !== undefined);
    if (base === undefined) columns.trim();
    if (!db.inTransaction) this.standen.set(index, stand);
    return stand;
  }

  private nextSeq(): number {
    return statement('UPDATE zoek_stand SET seq = seq + 1 RETURNING seq', 'first').get() as number;
  }
}

/**
 * Without automerge FTS5 joins its parts when there are sixteen of one size, mostly small ones, and not a large one every
 * so often: the longest wait of a change falls from 55 to 15 ms at 100,000 (sqlite.org/fts5.html, "automerge").
 */
const inSmallSteps = (table: string): string => `INSERT INTO ${table} (${table}, rank) VALUES ('automerge', 0)`;

function checkFields(index: Index, document: Document): void {
  for (const veld of Object.keys(document.velden)) if (!Object.hasOwn(VELDEN[index], veld)) throw new Error(`Het veld "${veld}" hoort niet in de index ${index}.`);
}

type Rij = { id: number; json: string | null; woorden: Buffer | null };
type Tekst = { titel: string; beroep: string; kan: string; verhaal: string; stammen: string };

/** The words of a document. FTS5 keeps them in a table of its own; read there it takes half the time (sqlite.org/fts5.html, "%_content"). */
function textOf(table: string, id: number): Tekst | undefined {
  return statement(`SELECT c0 AS titel, c1 AS beroep, c2 AS kan, c3 AS verhaal, c4 AS stammen FROM ${table}_content WHERE id = ?`).get(id) as Tekst | undefined;
}

/** Brings columns and words up to the last change. @param few changes since a known state: their words are new to us */
function readChanges(index: Index, since: number, { columns, terms, postings }: Stand, few: boolean): void {
  const table = TABLES[index];
  const rows = statement(`SELECT id, json, woorden FROM ${table}_document WHERE seq > ?`).iterate(since) as Iterable<Rij>;
  for (const { id, json, woorden } of rows) {
    if (json === null) {
      const row = columns.remove(id);
      if (few && row !== undefined) postings.change(row, null);
      continue;
    }
    const row = columns.put(id, JSON.parse(json) as Pick<Document, 'velden' | 'punt'>, unpack(woorden!));
    if (!few) continue;
    const { titel, beroep, kan, verhaal, stammen } = textOf(table, id)!;
    const [words, stems] = [wordsIn(titel, beroep, kan, verhaal), wordsIn(stammen)];
    terms.add(words);
    terms.add(stems);
    postings.change(row, { words, stems });
  }
}

/** Every word of a document once, stems too. */
function wordsOf({ titel, beroep, kan, verhaal, stammen }: Tekst): Set<string> {
  return wordsIn(titel, beroep, kan, verhaal, stammen);
}

function wordsIn(...texts: string[]): Set<string> {
  return new Set(texts.join(' ').split(' ').filter(Boolean));
}

/** Packed words as they were stored. */
function unpack(woorden: Buffer): Uint32Array {
  return new Uint32Array(woorden.buffer, woorden.byteOffset, woorden.byteLength / Uint32Array.BYTES_PER_ELEMENT);
}

/** All words of an index, those that the analysis made too. */
function readTerms(index: Index): Terms {
  const terms = new Terms();
  terms.add(connection().prepare(`SELECT woord FROM ${TABLES[index]}_lijst`).pluck().all() as string[]);
  return terms;
}

/** Counts per value. A facet that filters is counted over the list without its own filter. */
function facets(columns: Columns, { rows, zonder }: Gefilterd, vraag: Vraag): Record<string, Facet> {
  return Object.fromEntries(Object.entries(vraag.facetten ?? {}).map(([veld, own]) => [veld, columns.count(own ? zonder(own) : rows, veld, FACET_MAX)]));
}
