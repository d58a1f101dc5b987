/**
 * The change feed for a search server, and what is known about how far it has come. The documents of the embedded
 * engine are the outbox: each row carries the counter of its last change, written in the transaction of the truth, and
 * a removed document stays as an empty row. All SQL about the feed is here.
 */
import { connection, statement, transaction } from '#db/client.ts';
import type { Document, Index } from './engine.ts';
import { TABLES } from './velden.ts';
import { ServerStoring } from './meilisearch/fault.ts';

/** Rows of `zoek_server` that say which process follows the feed, or rebuilds, and until when. */
export type Pacht = '(volger)' | '(herbouw)';

/** A document as it is now: folded text, stems, fields and place; null when it was removed. */
export type Wijziging = { id: number; seq: number; document: (Pick<Document, 'tekst' | 'velden' | 'punt'> & { stammen: string }) | null };
export type Plek = { seq: number; id: number };
/** What the server acknowledged: every change up to `seq`, under these settings. `bijgewerktOp` is null before the first. */
export type Stand = { seq: number; instellingen: string; bijgewerktOp: string | null };
export type Geparkeerd = { index: Index; documentId: number; seq: number; fout: string; op: string };

type Rij = { id: number; seq: number; json: string | null; titel: string; beroep: string; kan: string; verhaal: string; stammen: string };

/** The next documents that changed after this place, oldest change first. */
export function readChanges(index: Index, after: Plek, limit: number): Wijziging[] {
  const rows = connection().prepare(`${select(index)} WHERE (d.seq, d.id) > (?, ?) ORDER BY d.seq, d.id LIMIT ?`).all(after.seq, after.id, limit) as Rij[];
  return rows.map(toWijziging);
}

/** These documents as they are now; an id that was never there is absent. */
export function readDocuments(index: Index, ids: readonly number[]): Wijziging[] {
  return (connection().prepare(`${select(index)} WHERE d.id IN (SELECT value FROM json_each(?)) ORDER BY d.id`).all(JSON.stringify(ids)) as Rij[]).map(toWijziging);
}

/** The number of the last change, of whichever index. */
export function currentSeq(): number {
  return statement('SELECT seq FROM zoek_stand', 'first').get() as number;
}

/**
 * Which kandidaten changed since a state of the index; every change of a kandidaat is one of the index too.
 * @param seq the counter at that state
 * @returns the counter now, and the ids
 */
export function kandidatenChangedSince(seq: number): { seq: number; ids: number[] } {
  const now = currentSeq();
  const ids = now > seq ? connection().prepare(`SELECT id FROM ${TABLES['kandidaten-professional']}_document WHERE seq > ?`).pluck().all(seq) as number[] : [];
  return { seq: now, ids };
}

/** How many documents an index has. */
export function countDocuments(index: Index): number {
  return connection().prepare(`SELECT count(*) FROM ${TABLES[index]}_document WHERE json IS NOT NULL`).pluck().get() as number;
}

/** How many documents changed after this number. */
export function countChanges(index: Index, seq: number): number {
  return connection().prepare(`SELECT count(*) FROM ${TABLES[index]}_document WHERE seq > ?`).pluck().get(seq) as number;
}

/** Whether anything changed after this number; quicker than counting. */
export function hasChanges(index: Index, seq: number): boolean {
  return statement(`SELECT 1 FROM ${TABLES[index]}_document WHERE seq > ? LIMIT 1`).get(seq) !== undefined;
}

export function readStand(index: Index): Stand {
  const row = connection().prepare('SELECT seq, instellingen, bijgewerkt_op AS bijgewerktOp FROM zoek_server WHERE index_naam = ?').get(index) as Stand | undefined;
  return row ?? { seq: 0, instellingen: '', bijgewerktOp: null };
}

/** Stores how far the server has come; only for the process that holds the lease. @throws ServerStoring `bezet` */
export function saveStand(holder: string, index: Index, stand: { seq: number; instellingen?: string }): void {
  transaction(() => {
    if (!holdsLease('(volger)', holder)) throw new ServerStoring('bezet');
    connection().prepare(`INSERT INTO zoek_server (index_naam, seq, instellingen, bijgewerkt_op) VALUES (@index, @seq, @instellingen, @op)
      ON CONFLICT (index_naam) DO UPDATE SET seq = @seq, instellingen = coalesce(@gegeven, instellingen), bijgewerkt_op = @op`)
      .run({ index, seq: stand.seq, instellingen: stand.instellingen ?? '', gegeven: stand.instellingen ?? null, op: new Date().toISOString() });
  });
}

/** Sets documents aside that the server refuses, and takes back those that it accepted since. */
export function saveParked(index: Index, refused: readonly { id: number; seq: number; fout: string }[], accepted: readonly number[]): void {
  transaction(() => {
    const park = connection().prepare(`INSERT INTO zoek_geparkeerd (index_naam, document_id, seq, fout, op) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (index_naam, document_id) DO UPDATE SET seq = excluded.seq, fout = excluded.fout, op = excluded.op`);
    for (const { id, seq, fout } of refused) park.run(index, id, seq, fout, new Date().toISOString());
    connection().prepare('DELETE FROM zoek_geparkeerd WHERE index_naam = ? AND document_id IN (SELECT value FROM json_each(?))').run(index, JSON.stringify(accepted));
  });
}

/** Documents that are not on the server because it refuses them. */
export function listParked(): Geparkeerd[] {
  return connection().prepare('SELECT index_naam AS "index", document_id AS documentId, seq, fout, op FROM zoek_geparkeerd ORDER BY op, document_id').all() as Geparkeerd[];
}

/** Takes or prolongs the lease: one process at a time writes to the server. @returns false when another holds it */
export function takeLease(pacht: Pacht, holder: string, ms: number, now = Date.now()): boolean {
  const until = new Date(now + ms).toISOString();
  return connection().prepare(`INSERT INTO zoek_server (index_naam, instellingen, bijgewerkt_op) VALUES (?, ?, ?)
    ON CONFLICT (index_naam) DO UPDATE SET instellingen = excluded.instellingen, bijgewerkt_op = excluded.bijgewerkt_op
    WHERE instellingen = excluded.instellingen OR bijgewerkt_op < ?`).run(pacht, holder, until, new Date(now).toISOString()).changes === 1;
}

/** Gives the lease back, where this process still holds it. */
export function dropLease(pacht: Pacht, holder: string): void {
  connection().prepare('DELETE FROM zoek_server WHERE index_naam = ? AND instellingen = ?').run(pacht, holder);
}

function holdsLease(pacht: Pacht, holder: string): boolean {
  return connection().prepare('SELECT 1 FROM zoek_server WHERE index_naam = ? AND instellingen = ? AND bijgewerkt_op >= ?').get(pacht, holder, new Date().toISOString()) !== undefined;
}

function select(index: Index): string {
  const table = TABLES[index];
  return `SELECT d.id, d.seq, d.json, t.titel, t.beroep, t.kan, t.verhaal, t.stammen FROM ${table}_document AS d LEFT JOIN ${table} AS t ON t.rowid = d.id`;
}

function toWijziging({ id, seq, json, titel, beroep, kan, verhaal, stammen }: Rij): Wijziging {
  if (json === null) return { id, seq, document: null };
  const { velden, punt } = JSON.parse(json) as Pick<Document, 'velden' | 'punt'>;
  return { id, seq, document: { tekst: { titel, beroep, kan, verhaal }, stammen, velden, punt } };
}
