/**
 * Everyone who may be proposed, prepared and in memory, in step with the database: each change of a kandidaat also
 * changes the search index in the same transaction, and its counter tells who must be read again.
 */
import { and, asc, inArray } from 'drizzle-orm';
import { connection, database, type Database } from '#db/client.ts';
import { kandidaat } from '#db/schema.ts';
import { currentSeq, kandidatenChangedSince } from '#search/feed.ts';
import { voorstelbaar } from '../kandidaat/zichtbaar.server.ts';
import { woordenboek } from '../woorden/woorden.ts';
import { readKandidaat, type KandidaatKenmerken, type KandidaatProfiel } from './kenmerken.ts';
import { Voorselectie } from './voorselectie.ts';

type KandidaatRij = typeof kandidaat.$inferSelect;
export type Lid = { id: number; ref: string; kenmerken: KandidaatKenmerken };

const BATCH = 500;

export class Poel {
  readonly voorselectie = new Voorselectie();
  /** By row; a row that is free holds the last who had it. */
  readonly leden: Lid[] = [];
  private rowOf = new Map<number, number>();
  private free: number[] = [];
  private live: Int32Array | undefined;
  seq = -1;
  /** Read inside a transaction that might be taken back: to be read again. */
  readonly unsure = new Set<number>();

  /** The rows of all who may be proposed. */
  rows(): Int32Array { return (this.live ??= Int32Array.from(this.rowOf.values())); }

  put(row: KandidaatRij): void {
    const at = this.rowOf.get(row.id) ?? this.free.pop() ?? this.leden.length;
    const kenmerken = readKandidaat(kandidaatProfiel(row), woordenboek());
    this.leden[at] = { id: row.id, ref: row.ref, kenmerken };
    this.voorselectie.put(at, kenmerken);
    this.rowOf.set(row.id, at);
    this.live = undefined;
  }

  remove(id: number): void {
    const row = this.rowOf.get(id);
    if (row === undefined) return;
    this.rowOf.delete(id);
    this.free.push(row);
    this.live = undefined;
  }
}

let current: { db: Database; woorden: unknown; poel: Poel } | undefined;

/** Who may be proposed now. Inside a transaction that may still be taken back, its changes are read again later. */
export function poel(): Poel {
  const db = database();
  // Another database, or another vocabulary than the profiles were read with.
  if (current?.db !== db || current.woorden !== woordenboek()) current = { db, woorden: woordenboek(), poel: new Poel() };
  let { poel } = current;
  const changed = kandidatenChangedSince(poel.seq);
  if (changed.seq === poel.seq && poel.unsure.size === 0) return poel;
  // A counter that went back means an older file was put in place.
  if (changed.seq < poel.seq) { poel = new Poel(); current.poel = poel; }
  if (poel.seq < 0) for (const ids of chunks(allIds())) readInto(poel, ids);
  else for (const ids of chunks([...new Set([...changed.ids, ...poel.unsure])])) { for (const id of ids) poel.remove(id); readInto(poel, ids); }
  if (connection().inTransaction) for (const id of changed.ids) poel.unsure.add(id);
  else { poel.seq = changed.seq; poel.unsure.clear(); }
  return poel;
}

/** Prepares everybody in small steps, so that the first question after a start does not wait for all. */
export async function preparePoel(): Promise<void> {
  const filling = new Poel();
  const db = database();
  const woorden = woordenboek();
  const seq = currentSeq();
  for (const ids of chunks(allIds(), 10)) {
    if (database() !== db || current?.db === db) return;
    readInto(filling, ids);
    await new Promise((resolve) => { setImmediate(resolve); });
  }
  if (current?.db === db) return;
  filling.seq = seq;
  current = { db, woorden, poel: filling };
}

function readInto(poel: Poel, ids: readonly number[]): void {
  for (const row of database().select().from(kandidaat).where(and(inArray(kandidaat.id, [...ids]), voorstelbaar())).orderBy(asc(kandidaat.id)).all()) poel.put(row);
}

function allIds(): number[] {
  return database().select({ id: kandidaat.id }).from(kandidaat).where(voorstelbaar()).orderBy(asc(kandidaat.id)).all().map(({ id }) => id);
}

function* chunks(ids: readonly number[], size = BATCH): Generator<number[]> {
  for (let at = 0; at < ids.length; at += size) yield ids.slice(at, at + size);
}

/** What the score may read of a row; nothing else goes in. */
export function kandidaatProfiel(row: KandidaatRij): KandidaatProfiel {
  return {
    kop: row.kop, presentatie: row.presentatie, wensberoepen: row.wensberoepen, ervaring: row.ervaring, vaardigheden: row.vaardigheden,
    certificaten: row.certificaten, rijbewijzen: row.rijbewijzen, talen: row.talen, denkniveau: row.denkniveau, sectoren: row.sectoren,
    urenMin: row.urenMin, urenMax: row.urenMax, dagdelen: row.dagdelen, beschikbaarVanaf: row.beschikbaarVanaf, plaats: row.plaats,
    punt: row.lat !== null && row.lng !== null ? { lat: row.lat, lng: row.lng } : null,
    reisafstandKm: row.reisafstandKm, vervoer: row.vervoer, nodig: row.nodig, begeleiding: row.begeleiding, werkvormen: row.werkvormen,
  };
}
