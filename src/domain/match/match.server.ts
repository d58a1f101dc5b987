/** Use cases about matches: suggestions, the two human decisions, the employer's answer, placement. */
import { and, asc, desc, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { gebeurtenis, kandidaat, match, vacature, werkgever } from '#db/schema.ts';
import { NietGevonden, Weigering, eis, eisRol, type Handeling } from '../../auth/policy.ts';
import { dropMailOver, mailKennismaking, mailMatchStap, mailNietBeschikbaar } from '../../mail/gebeurtenissen.server.ts';
import { listEvents, recordEvent } from '../gebeurtenis/gebeurtenis.server.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { datum, profielVerbs } from '../kandidaat/kandidaat.ts';
import { afterChange, getDossier, loadDossier, moveProfile, own, visibleIds } from '../kandidaat/kandidaat.server.ts';
import { writeConsent } from '../kandidaat/toestemming.server.ts';
import { today, voorstelbaar } from '../kandidaat/zichtbaar.server.ts';
import { fulfilVacature, getVacature, moveVacature, type VacatureRij } from '../vacature/vacature.server.ts';
import { MATCH_OVERGANGEN, OPEN_MATCH_STATUSSEN, type MatchStatus, type MatchVerb } from './match.ts';
import { countFitting, explainPair, rankKandidaten, rankVacatures, vacatureProfiel, type Uitslag } from './ranglijst.server.ts';
import type { Uitleg } from './onderdeel.ts';

export type MatchRij = typeof match.$inferSelect;
type KandidaatRij = typeof kandidaat.$inferSelect;
export type Paar = { match: MatchRij; kandidaat: KandidaatRij; vacature: VacatureRij | null; werkgever: { id: number; naam: string } };

const columns = { match, kandidaat, vacature, werkgever: { id: werkgever.id, naam: werkgever.naam } };
const pairs = () => database().select(columns).from(match).innerJoin(kandidaat, eq(kandidaat.id, match.kandidaatId)).innerJoin(werkgever, eq(werkgever.id, match.werkgeverId)).leftJoin(vacature, eq(vacature.id, match.vacatureId));

/** States that an employer gets to know of; what professionals weigh before is theirs. */
const VOOR_WERKGEVER: MatchStatus[] = ['voorgedragen', 'uitgenodigd', 'afgewezen', 'proefplaatsing', 'geplaatst', 'gestopt', 'teruggetrokken'];
/** Weeks that an employer keeps access to a presented profile after the process ended (trust: rejected applicants). */
const TOEGANG_DAGEN = 28;

/** Matches an employer knows of: the own, once presented or asked for, and no longer than four weeks after the end. */
export function scopeWerkgever(actor: Actor): SQL {
  const { werkgeverId } = eisRol(actor, 'werkgever');
  const limit = new Date(Date.now() - TOEGANG_DAGEN * 86_400_000).toISOString();
  const presented = sql`(${inArray(match.status, VOOR_WERKGEVER)} AND EXISTS (SELECT 1 FROM gebeurtenis g WHERE g.soort = 'match' AND g.object_id = ${match.id} AND g.naar = 'voorgedragen'))`;
  const recent = sql`(${match.status} NOT IN ('afgewezen', 'gestopt', 'teruggetrokken') OR ${match.gewijzigdOp} >= ${limit})`;
  return and(eq(match.werkgeverId, werkgeverId), sql`(${presented} OR ${match.herkomst} = 'kennismaking')`, recent)!;
}

/** One match for professionals, in the actor's scope. @throws NietGevonden */
export function getMatch(actor: Actor, id: number): Paar {
  eis(actor, 'match.bekijk');
  return loadPair(own(actor), id);
}

function loadPair(scope: SQL, id: number): Paar {
  const row = pairs().where(and(eq(match.id, id), scope)).get();
  if (!row) throw new NietGevonden(`match ${id}`);
  return row;
}

/** The werkmakelaar's queue: open suggestions for the own caseload, best vacature first, then best pair first. */
export function listQueue(actor: Actor): Paar[] {
  eis(actor, 'match.beoordeel');
  const vandaag = today();
  return pairs().where(and(own(actor), sql`(${match.status} = 'voorgesteld' OR (${match.status} = 'later' AND ${match.laterOp} <= ${vandaag}))`)).orderBy(desc(match.score), asc(match.id)).all();
}

/** Pairs in one of these states, newest change first. */
export function listByStatus(actor: Actor, statussen: readonly MatchStatus[]): Paar[] {
  eis(actor, 'match.bekijk');
  return pairs().where(and(own(actor), inArray(match.status, [...statussen]))).orderBy(desc(match.gewijzigdOp), asc(match.id)).all();
}

/** Pairs of one vacature in the actor's scope, best first. */
export function listForVacature(actor: Actor, vacatureId: number): Paar[] {
  eis(actor, 'match.bekijk');
  return pairs().where(and(own(actor), eq(match.vacatureId, vacatureId))).orderBy(desc(match.score), asc(match.id)).all();
}

/** Pairs of one kandidaat in the actor's scope. */
export function listForKandidaat(actor: Actor, kandidaatId: number): Paar[] {
  eis(actor, 'match.bekijk');
  return pairs().where(and(own(actor), eq(match.kandidaatId, kandidaatId))).orderBy(desc(match.gewijzigdOp)).all();
}

/** Everything that happened with one match, oldest first. */
export function matchHistory(actor: Actor, id: number) {
  eis(actor, 'match.bekijk');
  getMatch(actor, id);
  return listEvents('match', id);
}

const ACTION_OF: Record<(typeof MATCH_OVERGANGEN)[MatchVerb]['rol'], Handeling> = { werkmakelaar: 'match.beoordeel', accountmanager: 'match.draagVoor', werkgever: 'match.antwoord' };

/**
 * Takes one step with a match and records what was shown to who decided.
 * @throws Weigering when the step is not possible from here, or asks a reason or a date that is missing
 */
export function moveMatch(actor: Actor, id: number, verb: MatchVerb, opties: { reden?: string | undefined; toelichting?: string | undefined; datum?: string | undefined; bericht?: string | undefined; instrumenten?: string[] | undefined } = {}): void {
  const overgang: (typeof MATCH_OVERGANGEN)[MatchVerb] = MATCH_OVERGANGEN[verb];
  eis(actor, verb === 'plaats' ? 'match.plaats' : ACTION_OF[overgang.rol]);
  transaction(() => {
    const paar = loadPair(overgang.rol === 'werkgever' ? scopeWerkgever(actor) : own(actor), id);
    const { status } = paar.match;
    if (!(overgang.van as readonly string[]).includes(status)) throw new Weigering(`Deze match staat al op "${status}". Iemand was u voor; ververs de pagina.`);
    if ('reden' in overgang && !opties.reden) throw new Weigering('Kies een reden.');
    if (opties.reden === 'anders' && !opties.toelichting?.trim()) throw new Weigering('Schrijf kort op wat de reden is.');
    if ('datum' in overgang && !(datum.safeParse(opties.datum).success && opties.datum! > today())) throw new Weigering('Kies een datum in de toekomst.');
    if (verb === 'draag voor') checkPresentable(paar.kandidaat);
    const uitleg = overgang.rol === 'werkmakelaar' && paar.vacature ? explainPair(paar.vacature, paar.kandidaat) : paar.match.uitleg;
    database().update(match).set({
      status: overgang.naar, gewijzigdOp: new Date().toISOString(), laterOp: overgang.naar === 'later' ? (opties.datum ?? null) : null,
      ...(verb === 'draag voor' ? { bericht: opties.bericht?.trim() ?? '', instrumenten: opties.instrumenten ?? [] } : {}), ...(uitleg ? { uitleg, score: uitleg.score } : {}),
    }).where(eq(match.id, id)).run();
    recordEvent(actor, { soort: 'match', objectId: id, verb, van: status, naar: overgang.naar, reden: opties.reden ?? null, toelichting: opties.toelichting?.trim() || opties.datum || (opties.instrumenten?.length ? `Instrumenten: ${opties.instrumenten.join(', ')}` : null), getoond: uitleg });
    if ('naam' in actor) mailMatchStap(id, verb, actor.naam);
    if (verb === 'plaats') afterPlacement(actor, paar);
  });
}

/** Nobody is presented who withdrew, paused or has a job by now, or whose consent ended. */
function checkPresentable({ id, voornaam }: KandidaatRij): void {
  if (!database().select({ id: kandidaat.id }).from(kandidaat).where(and(eq(kandidaat.id, id), voorstelbaar())).get()) throw new Weigering(`${voornaam} kan nu niet worden voorgesteld: het profiel is niet beschikbaar of de toestemming is ingetrokken.`);
}

/** Placed: the profile leaves the etalage, other open pairs of this person end, a full vacature is closed. */
function afterPlacement(actor: Actor, { kandidaat: person, vacature: job, match: placed }: Paar): void {
  if (!profielVerbs(person.status).includes('plaats')) throw new Weigering(`Het profiel van ${person.voornaam} is ${person.status} en kan niet worden geplaatst.`);
  const db = database();
  db.update(kandidaat).set({ status: 'geplaatst', gewijzigdOp: new Date().toISOString() }).where(eq(kandidaat.id, person.id)).run();
  recordEvent(actor, { soort: 'kandidaat', objectId: person.id, verb: 'plaats', van: person.status, naar: 'geplaatst' });
  endOpenMatches(actor, and(eq(match.kandidaatId, person.id), sql`${match.id} <> ${placed.id}`)!, OPEN_MATCH_STATUSSEN, 'op een andere plek aan het werk');
  afterChange(person.id);
  if (!job) return;
  const filled = db.select({ count: sql<number>`count(*)` }).from(match).where(and(eq(match.vacatureId, job.id), eq(match.status, 'geplaatst'))).get()!.count;
  if (filled >= job.plekken) fulfilVacature(actor, job.id);
}

/** Ends what still waits for someone, each with its own event. Call inside a transaction. */
export function endOpenMatches(actor: Actor, which: SQL, statussen: readonly MatchStatus[], reden: string): void {
  const nu = new Date().toISOString();
  for (const row of database().select({ id: match.id, status: match.status }).from(match).where(and(which, inArray(match.status, [...statussen]))).all()) {
    database().update(match).set({ status: 'teruggetrokken', gewijzigdOp: nu }).where(eq(match.id, row.id)).run();
    recordEvent(actor, { soort: 'match', objectId: row.id, verb: 'trek terug', van: row.status, naar: 'teruggetrokken', reden });
  }
}

/** Takes a profile out of the window for good, and ends what was open for this person. */
export function withdrawKandidaat(actor: Actor, kandidaatId: number, reden: string): void {
  transaction(() => {
    moveProfile(actor, kandidaatId, 'trek in', reden);
    const { toestemming } = loadDossier(actor, kandidaatId);
    writeConsent(actor, kandidaatId, { geef: [], trekIn: [...toestemming] }, { kanaal: 'intrekking', op: new Date().toISOString() });
    stopPresenting(actor, kandidaatId, 'de kandidaat heeft het profiel ingetrokken');
  });
}

/**
 * Ends every open pair of someone who shows the profile no more, or of that person with one werkgever. Employers who
 * knew of it hear that, and not why; what still waited to tell them of this person is taken back. Call inside the
 * transaction of the change.
 */
export function stopPresenting(actor: Actor, kandidaatId: number, reden: string, werkgeverId?: number): void {
  const which = and(eq(match.kandidaatId, kandidaatId), werkgeverId === undefined ? undefined : eq(match.werkgeverId, werkgeverId))!;
  const known = database().select({ id: match.id }).from(match).where(and(which, inArray(match.status, [...OPEN_MATCH_STATUSSEN]), or(inArray(match.status, VOOR_WERKGEVER), eq(match.herkomst, 'kennismaking')))).all();
  dropMailOver(kandidaatId, werkgeverId);
  endOpenMatches(actor, which, OPEN_MATCH_STATUSSEN, reden);
  for (const { id } of known) mailNietBeschikbaar(id);
}

/**
 * Adds a pair outside the ranking ("toch voorstellen", or by hand). Starts as voorgesteld: the decisions stay the same.
 */
export function proposeByHand(actor: Actor, kandidaatId: number, vacatureId: number): number {
  eis(actor, 'match.beoordeel');
  return transaction(() => {
    const { kandidaat: person } = getDossier(actor, kandidaatId);
    checkPresentable(person);
    const { vacature: job } = getVacature(actor, vacatureId);
    const known = database().select({ id: match.id }).from(match).where(and(eq(match.kandidaatId, kandidaatId), eq(match.vacatureId, vacatureId))).get();
    return known?.id ?? insertMatch(actor, { kandidaatId, vacatureId, werkgeverId: job.werkgeverId, herkomst: 'handmatig', uitleg: explainPair(job, person) });
  });
}

/** An employer asks to meet someone from the etalage; without a vacature it is "in general". Asked twice counts once. */
export function askKennismaking(actor: Actor, kandidaatId: number, vacatureId: number | null, bericht: string): number {
  eis(actor, 'kennismaking.vraag');
  const { id: vragerId, werkgeverId, geverifieerd } = eisRol(actor, 'werkgever');
  if (!geverifieerd) throw new Weigering('Uw organisatie is nog niet gecontroleerd. Zodra de accountmanager dat heeft gedaan, kunt u kennismaken.');
  return transaction(() => {
    if (!visibleIds(actor, [kandidaatId]).has(kandidaatId)) throw new NietGevonden(`profiel ${kandidaatId}`);
    const job = vacatureId === null ? null : getVacature(actor, vacatureId).vacature;
    const samePair = job ? eq(match.vacatureId, job.id) : and(eq(match.werkgeverId, werkgeverId), sql`${match.vacatureId} IS NULL`);
    const known = database().select().from(match).where(and(eq(match.kandidaatId, kandidaatId), samePair, job ? sql`1 = 1` : inArray(match.status, [...OPEN_MATCH_STATUSSEN]))).get();
    if (known) {
      // A suggestion that was there already becomes a wish of the employer too; whoever judged it, keeps that judgement.
      database().update(match).set({ herkomst: 'kennismaking', bericht: bericht.trim() || known.bericht, gewijzigdOp: new Date().toISOString() }).where(eq(match.id, known.id)).run();
      recordEvent(actor, { soort: 'match', objectId: known.id, verb: 'vraag kennismaking', toelichting: bericht.trim() || null });
      mailKennismaking(known.id, vragerId);
      return known.id;
    }
    const person = database().select().from(kandidaat).where(eq(kandidaat.id, kandidaatId)).get()!;
    const created = insertMatch(actor, { kandidaatId, vacatureId, werkgeverId, herkomst: 'kennismaking', uitleg: job ? explainPair(job, person) : null, bericht: bericht.trim() });
    mailKennismaking(created, vragerId);
    return created;
  });
}

export type NieuweMatch = { kandidaatId: number; vacatureId: number | null; werkgeverId: number; herkomst: MatchRij['herkomst']; uitleg: Uitleg | null; bericht?: string };

/** Inserts a pair with its first event. Call inside a transaction. */
export function insertMatch(actor: Actor, values: NieuweMatch): number {
  const created = database().insert(match).values({ ...values, score: values.uitleg?.score ?? null }).returning({ id: match.id }).get();
  recordEvent(actor, { soort: 'match', objectId: created.id, verb: values.herkomst === 'kennismaking' ? 'vraag kennismaking' : 'stel voor', naar: 'voorgesteld', toelichting: values.bericht || null, getoond: values.uitleg });
  return created.id;
}

/** For professionals: the ranking of one vacature, with names, and who drops out and why. */
export function rankingForVacature(actor: Actor, vacatureId: number, limit = 20): { past: (Uitslag & { kandidaat: KandidaatRij; eigen: boolean })[]; afgevallen: (Uitslag & { kandidaat: KandidaatRij; eigen: boolean })[]; totaal: number } {
  eis(actor, 'match.bekijk');
  const ranked = rankKandidaten(getVacature(actor, vacatureId).vacature, today(), limit);
  const withRows = (list: Uitslag[]) => {
    const rows = list.length === 0 ? [] : database().select({ kandidaat, eigen: sql<number>`${own(actor)}` }).from(kandidaat).where(inArray(kandidaat.id, list.map((item) => item.id))).all();
    const byId = new Map(rows.map((row) => [row.kandidaat.id, row]));
    return list.map((item) => ({ ...item, kandidaat: byId.get(item.id)!.kandidaat, eigen: byId.get(item.id)!.eigen === 1 }));
  };
  return { past: withRows(ranked.resultaten.slice(0, limit)), afgevallen: withRows(ranked.afgevallen.slice(0, limit)), totaal: ranked.totaal };
}

/** For professionals: the vacatures that fit one kandidaat, best first. */
export function rankingForKandidaat(actor: Actor, kandidaatId: number, limit = 20) {
  eis(actor, 'match.bekijk');
  const ranked = rankVacatures(getDossier(actor, kandidaatId).kandidaat);
  return { totaal: ranked.resultaten.length, past: ranked.resultaten.slice(0, limit).map((item) => ({ ...item, ...getVacature(actor, item.id) })) };
}

/** How many kandidaten fit this vacature, and how many would without each must; most costly must first. */
export function costOfMusts(actor: Actor, vacatureId: number): { nu: number; eisen: { eis: string; zonder: number }[] } {
  const profiel = vacatureProfiel(getVacature(actor, vacatureId).vacature);
  const { nu, zonder } = countFitting(profiel);
  const eisen = zonder.filter(({ aantal }) => aantal > nu).map(({ eis: must, aantal }) => ({ eis: must, zonder: aantal }));
  return { nu, eisen: eisen.sort((a, b) => b.zonder - a.zonder) };
}

/** Closes a vacature and ends what was open on it. */
export function closeVacature(actor: Actor, vacatureId: number, afloop: string): void {
  transaction(() => {
    moveVacature(actor, vacatureId, afloop === 'vervuld via ons' ? 'vervul' : 'sluit', { afloop });
    // Who was invited already is a matter of people: that goes on.
    endOpenMatches(actor, eq(match.vacatureId, vacatureId), ['voorgesteld', 'geschikt', 'later', 'voorgedragen'], 'de vacature is gesloten');
  });
}

/** How often each kandidaat was rejected by employers since a moment, for the signal "steeds afgewezen". */
export function rejections(actor: Actor, sinds: string): { kandidaatId: number; voornaam: string; aantal: number; redenen: string[] }[] {
  eis(actor, 'match.beoordeel');
  const rows = database().select({ kandidaatId: kandidaat.id, voornaam: kandidaat.voornaam, reden: gebeurtenis.reden }).from(gebeurtenis)
    .innerJoin(match, and(eq(gebeurtenis.soort, 'match'), eq(gebeurtenis.objectId, match.id))).innerJoin(kandidaat, eq(kandidaat.id, match.kandidaatId))
    .where(and(eq(gebeurtenis.naar, 'afgewezen'), sql`${gebeurtenis.op} >= ${sinds}`, own(actor))).all();
  return [...Map.groupBy(rows, (row) => row.kandidaatId).values()].map((list) => ({ kandidaatId: list[0]!.kandidaatId, voornaam: list[0]!.voornaam, aantal: list.length, redenen: [...new Set(list.map((row) => row.reden ?? 'geen reden'))] }))
    .filter((item) => item.aantal >= 3).sort((a, b) => b.aantal - a.aantal);
}
