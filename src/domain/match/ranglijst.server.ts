/** Ranking: stage 1 (who may be proposed) and stage 2 (the score), both ways, on prepared profiles kept in memory. */
import { asc, eq, inArray } from 'drizzle-orm';
import { connection, database, type Database } from '#db/client.ts';
import { kandidaat, vacature } from '#db/schema.ts';
import { voorstelbaar, today } from '../kandidaat/zichtbaar.server.ts';
import { matchbaar } from '../vacature/vacature.server.ts';
import { woordenboek, type Woordenboek } from '../woorden/woorden.ts';
import { readKandidaat, readVacature, type KandidaatKenmerken, type KandidaatProfiel, type VacatureKenmerken, type VacatureProfiel } from './kenmerken.ts';
import { type Uitleg } from './onderdeel.ts';
import { scorePair } from './score.ts';

type KandidaatRij = typeof kandidaat.$inferSelect;
type VacatureRij = typeof vacature.$inferSelect;
type Bewaard<T> = { gewijzigdOp: string; kenmerken: T };
export type Uitslag = { id: number; ref: string; laatst: string | null; uitleg: Uitleg };
export type Ranglijst = { resultaten: Uitslag[]; afgevallen: Uitslag[] };

type Lid = { id: number; ref: string; gewijzigdOp: string; laatst: string | null };
const kandidaten = new Map<number, Bewaard<KandidaatKenmerken>>();
const vacatures = new Map<number, Bewaard<VacatureKenmerken>>();
let preparedFor: { open: Database; woorden: Woordenboek } | undefined;

/** The open database; another one than last time, or another vocabulary, makes all prepared profiles void. */
function db(): Database {
  const [open, woorden] = [database(), woordenboek()];
  if (preparedFor?.open !== open || preparedFor.woorden !== woorden) { kandidaten.clear(); vacatures.clear(); preparedFor = { open, woorden }; }
  return open;
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

export function vacatureProfiel(row: VacatureRij): VacatureProfiel {
  return {
    titel: row.titel, beroep: row.beroep, omschrijving: row.omschrijving, taken: row.taken, vaardighedenVereist: row.vaardighedenVereist,
    vaardighedenGewenst: row.vaardighedenGewenst, certificatenVereist: row.certificatenVereist, certificatenGewenst: row.certificatenGewenst,
    rijbewijzen: row.rijbewijzen, talen: row.talen, denkniveau: row.denkniveau, sector: row.sector, urenMin: row.urenMin, urenMax: row.urenMax,
    dagdelen: row.dagdelen, plaats: row.plaats, punt: row.lat !== null && row.lng !== null ? { lat: row.lat, lng: row.lng } : null,
    startdatum: row.startdatum, werkvorm: row.werkvorm, biedt: row.biedt,
  };
}

/** All kandidaten that may be proposed, against one vacature. */
export function rankKandidaten(row: VacatureRij, vandaag = today()): Ranglijst {
  return rankAgainst(vacatureOf(row), poolKandidaten(), vandaag);
}

/** The same for a vacature that is not stored (a draft with a must left out). */
export function rankProfiel(profiel: VacatureProfiel, vandaag = today()): Ranglijst {
  return rankAgainst(readVacature(profiel, woordenboek()), poolKandidaten(), vandaag);
}

/** All open vacatures against one kandidaat. */
export function rankVacatures(row: KandidaatRij, vandaag = today()): Ranglijst {
  const woorden = woordenboek();
  const own = kandidaatOf(row);
  const open = db().select().from(vacature).where(matchbaar(vandaag)).orderBy(asc(vacature.id)).all();
  return split(open.map((job) => ({ id: job.id, ref: job.ref ?? `v${job.id}`, laatst: null, uitleg: scorePair(vacatureOf(job), own, woorden, vandaag) })));
}

/** One pair, whatever the state of both. */
export function explainPair(job: VacatureRij, person: KandidaatRij, vandaag = today()): Uitleg {
  return scorePair(vacatureOf(job), kandidaatOf(person), woordenboek(), vandaag);
}

function rankAgainst(job: VacatureKenmerken, pool: Lid[], vandaag: string): Ranglijst {
  const woorden = woordenboek();
  return split(pool.map((lid) => ({ id: lid.id, ref: lid.ref, laatst: lid.laatst, uitleg: scorePair(job, kandidaten.get(lid.id)!.kenmerken, woorden, vandaag) })));
}

/** Best first. Ties: who waited longest since the last suggestion, then the ref; never chance. */
function split(all: Uitslag[]): Ranglijst {
  all.sort((a, b) => b.uitleg.score - a.uitleg.score || compare(a.laatst ?? '', b.laatst ?? '') || compare(a.ref, b.ref));
  return { resultaten: all.filter((item) => item.uitleg.afgevallen === null), afgevallen: all.filter((item) => item.uitleg.afgevallen !== null) };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Everyone who may be proposed, with prepared profiles: only those that changed since the last time are read again. */
function poolKandidaten(): Lid[] {
  const { sql: text, params } = db().select({ id: kandidaat.id, ref: kandidaat.ref, gewijzigdOp: kandidaat.gewijzigdOp, laatst: kandidaat.laatstVoorgesteldOp }).from(kandidaat).where(voorstelbaar()).toSQL();
  const pool = (connection().prepare(text).raw().all(...params) as [number, string, string, string | null][]).map(([id, ref, gewijzigdOp, laatst]) => ({ id, ref, gewijzigdOp, laatst }));
  const stale = pool.filter((lid) => kandidaten.get(lid.id)?.gewijzigdOp !== lid.gewijzigdOp).map((lid) => lid.id);
  for (let at = 0; at < stale.length; at += 500) for (const row of db().select().from(kandidaat).where(inArray(kandidaat.id, stale.slice(at, at + 500))).all()) kandidaatOf(row);
  return pool;
}

const kandidaatOf = (row: KandidaatRij) => prepared(kandidaten, row, (fresh) => readKandidaat(kandidaatProfiel(fresh), woordenboek()));
const vacatureOf = (row: VacatureRij) => prepared(vacatures, row, (fresh) => readVacature(vacatureProfiel(fresh), woordenboek()));

/** The prepared form of a row; made again only when the row changed since. */
function prepared<R extends { id: number; gewijzigdOp: string }, K>(cache: Map<number, Bewaard<K>>, row: R, read: (row: R) => K): K {
  db();
  const known = cache.get(row.id);
  if (known?.gewijzigdOp === row.gewijzigdOp) return known.kenmerken;
  const kenmerken = read(row);
  cache.set(row.id, { gewijzigdOp: row.gewijzigdOp, kenmerken });
  return kenmerken;
}

/** Row of a ref, or undefined. */
export function kandidaatByRef(ref: string): KandidaatRij | undefined {
  return db().select().from(kandidaat).where(eq(kandidaat.ref, ref)).get();
}
export function vacatureByRef(ref: string): VacatureRij | undefined {
  return db().select().from(vacature).where(eq(vacature.ref, ref)).get();
}
