/** Use cases and queries about vacatures. Every one takes the actor first and asks the policy. */
import { and, asc, desc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { vacature, werkgever } from '#db/schema.ts';
import { indexVacatures } from '#search/sync.ts';
import { NietGevonden, Weigering, eis, eisRol } from '../../auth/policy.ts';
import { enqueue, listEvents, recordEvent } from '../gebeurtenis/gebeurtenis.server.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { today } from '../kandidaat/zichtbaar.server.ts';
import { findPlaats } from '../plaats/plaats.server.ts';
import { VACATURE_OVERGANGEN, vacatureVerbs, type VacatureVerb } from './vacature.ts';
import { STAPPEN, type StapInvoer, type StapNummer } from './wizard.ts';

export type VacatureRij = typeof vacature.$inferSelect;
export type VacatureMetWerkgever = { vacature: VacatureRij; werkgever: { id: number; naam: string; sectoren: string[] } };

const columns = { vacature, werkgever: { id: werkgever.id, naam: werkgever.naam, sectoren: werkgever.sectoren } };

/** Which vacatures an actor may see: an employer the own ones, professionals all that were handed in. */
function scope(actor: Actor): SQL {
  switch (actor.rol) {
    case 'werkgever': return eq(vacature.werkgeverId, actor.werkgeverId);
    case 'werkmakelaar':
    case 'accountmanager': return sql`${vacature.status} <> 'concept'`;
    case 'systeem': return sql`1 = 1`;
    default: return sql`1 = 0`;
  }
}

/** One vacature in the actor's scope. @throws NietGevonden */
export function getVacature(actor: Actor, id: number): VacatureMetWerkgever {
  if (actor.rol !== 'systeem') eis(actor, 'vacature.bekijk');
  const row = database().select(columns).from(vacature).innerJoin(werkgever, eq(werkgever.id, vacature.werkgeverId)).where(and(eq(vacature.id, id), scope(actor))).get();
  if (!row) throw new NietGevonden(`vacature ${id}`);
  return row;
}

/** The vacatures in the actor's scope, or those of them with these ids; most recently changed first. */
export function listVacatures(actor: Actor, ids?: readonly number[]): VacatureMetWerkgever[] {
  eis(actor, 'vacature.bekijk');
  return database().select(columns).from(vacature).innerJoin(werkgever, eq(werkgever.id, vacature.werkgeverId)).where(and(scope(actor), ids && inArray(vacature.id, [...ids]))).orderBy(desc(vacature.gewijzigdOp), asc(vacature.id)).all();
}

/** Vacatures that were handed in and wait for an accountmanager. */
export function listToOpen(actor: Actor): VacatureMetWerkgever[] {
  eis(actor, 'vacature.open');
  return database().select(columns).from(vacature).innerJoin(werkgever, eq(werkgever.id, vacature.werkgeverId)).where(eq(vacature.status, 'ingediend')).orderBy(asc(vacature.gewijzigdOp)).all();
}

/** Starts a draft; with `kopieVan` an earlier vacature of the same employer is copied without its dates and outcome. */
export function startVacature(actor: Actor, kopieVan?: number): number {
  eis(actor, 'vacature.beheer');
  const { werkgeverId } = eisRol(actor, 'werkgever');
  return transaction(() => {
    const source = kopieVan === undefined ? undefined : getVacature(actor, kopieVan).vacature;
    const { id: _id, ref: _ref, bron: _bron, status: _status, afloop: _afloop, startdatum: _start, sluitingsdatum: _sluit, aangemaaktOp: _op, gewijzigdOp: _gewijzigd, ...copied } = source ?? ({} as Partial<VacatureRij>);
    const created = database().insert(vacature).values({ ...copied, werkgeverId, stap: 1 }).returning({ id: vacature.id }).get();
    recordEvent(actor, { soort: 'vacature', objectId: created.id, verb: source ? `kopieer ${kopieVan}` : 'begin', naar: 'concept' });
    return created.id;
  });
}

/** Saves one step of the wizard. The draft keeps the furthest step, so that it can be resumed there. */
export function saveStep(actor: Actor, id: number, stap: StapNummer, invoer: StapInvoer): void {
  eis(actor, 'vacature.beheer');
  eisRol(actor, 'werkgever');
  transaction(() => {
    const { vacature: row } = getVacature(actor, id);
    if (row.status === 'vervuld' || row.status === 'gesloten') throw new Weigering('Deze vacature is gesloten en kan niet meer veranderen.');
    const punt = 'plaats' in invoer ? findPlaats(invoer.plaats) : undefined;
    const place = 'plaats' in invoer ? { lat: punt?.lat ?? null, lng: punt?.lng ?? null } : {};
    database().update(vacature).set({ ...invoer, ...place, stap: Math.max(row.stap, Math.min(STAPPEN.length, stap + 1)), gewijzigdOp: new Date().toISOString() }).where(eq(vacature.id, id)).run();
    if (row.status !== 'concept') recordEvent(actor, { soort: 'vacature', objectId: id, verb: 'wijzig', toelichting: STAPPEN[stap - 1]!.titel });
    afterChange(id, row.status);
  });
}

const ACTION_OF = { 'dien in': 'vacature.beheer', open: 'vacature.open', pauzeer: 'vacature.beheer', hervat: 'vacature.beheer', vervul: 'vacature.beheer', sluit: 'vacature.beheer', heropen: 'vacature.beheer' } as const satisfies Record<VacatureVerb, string>;

/**
 * Takes one step with a vacature.
 * @throws Weigering when the step is not possible from here or something is missing
 */
export function moveVacature(actor: Actor, id: number, verb: VacatureVerb, opties: { reden?: string | undefined; afloop?: string | undefined } = {}): void {
  eis(actor, ACTION_OF[verb]);
  transaction(() => {
    const { vacature: row } = getVacature(actor, id);
    const overgang = VACATURE_OVERGANGEN[verb];
    if (!(overgang.van as readonly string[]).includes(row.status)) throw new Weigering(`Deze vacature is ${row.status}; deze stap kan dan niet.`);
    if ('reden' in overgang && !opties.reden?.trim() && !opties.afloop) throw new Weigering('Vul een reden in.');
    if (verb === 'dien in') checkComplete(actor, row);
    const afloop = verb === 'vervul' ? 'vervuld via ons' : verb === 'sluit' ? (opties.afloop ?? 'ingetrokken') : verb === 'heropen' ? null : row.afloop;
    database().update(vacature).set({ status: overgang.naar, afloop, gewijzigdOp: new Date().toISOString() }).where(eq(vacature.id, id)).run();
    recordEvent(actor, { soort: 'vacature', objectId: id, verb, van: row.status, naar: overgang.naar, reden: opties.afloop ?? opties.reden?.trim() ?? null });
    afterChange(id, overgang.naar);
  });
}

/** Closes a vacature because all places are taken, as part of the accountmanager's placement. */
export function fulfilVacature(actor: Actor, id: number): void {
  eis(actor, 'match.plaats');
  transaction(() => {
    const { vacature: row } = getVacature(actor, id);
    if (!vacatureVerbs(row.status).includes('vervul')) return;
    database().update(vacature).set({ status: 'vervuld', afloop: 'vervuld via ons', gewijzigdOp: new Date().toISOString() }).where(eq(vacature.id, id)).run();
    recordEvent(actor, { soort: 'vacature', objectId: id, verb: 'vervul', van: row.status, naar: 'vervuld', reden: 'alle plekken zijn bezet' });
    afterChange(id, 'vervuld');
  });
}

function checkComplete(actor: Actor, row: VacatureRij): void {
  if (actor.rol === 'werkgever' && !actor.geverifieerd) throw new Weigering('Uw organisatie is nog niet gecontroleerd. U kunt de vacature al klaarzetten; indienen kan zodra de accountmanager u heeft goedgekeurd.');
  const missing = [row.titel.trim() === '' && 'de titel', row.urenMax <= 0 && 'de uren', row.plaats.trim() === '' && 'de plaats', row.taken.length === 0 && 'de taken'].filter((line) => line !== false);
  if (missing.length > 0) throw new Weigering(`Vul eerst nog in: ${missing.join(', ')}.`);
}

/** Extends the closing date. @param datum yyyy-mm-dd, later than the present one */
export function extendVacature(actor: Actor, id: number, datum: string, reden: string): void {
  eis(actor, 'vacature.beheer');
  transaction(() => {
    const { vacature: row } = getVacature(actor, id);
    if (row.status !== 'open' && row.status !== 'gepauzeerd') throw new Weigering(`Deze vacature is ${row.status} en kan niet worden verlengd.`);
    if (datum <= today()) throw new Weigering('Kies een datum in de toekomst.');
    if (row.sluitingsdatum !== null && datum <= row.sluitingsdatum) throw new Weigering('Kies een datum na de huidige sluitingsdatum.');
    if (reden.trim() === '') throw new Weigering('Vul een reden in.');
    database().update(vacature).set({ sluitingsdatum: datum, gewijzigdOp: new Date().toISOString() }).where(eq(vacature.id, id)).run();
    recordEvent(actor, { soort: 'vacature', objectId: id, verb: 'verleng', van: row.sluitingsdatum, naar: datum, reden });
    afterChange(id, row.status);
  });
}

/** What happened with one vacature. */
export function vacatureHistory(actor: Actor, id: number) {
  getVacature(actor, id);
  return listEvents('vacature', id);
}

/** Vacatures that may be matched on `vandaag`: open and not past their closing date. */
export function matchbaar(vandaag: string): SQL {
  return and(eq(vacature.status, 'open'), or(isNull(vacature.sluitingsdatum), sql`${vacature.sluitingsdatum} >= ${vandaag}`))!;
}

function afterChange(id: number, status: VacatureRij['status']): void {
  indexVacatures([id]);
  if (status === 'open') enqueue('voorstellen-vacature', [id]);
}
