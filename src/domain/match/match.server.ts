/** Use cases about matches: suggestions, the two human decisions, the employer's answer, placement. */
import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { insertRows } from '#db/bulk.ts';
import { database, transaction } from '#db/client.ts';
import { gebeurtenis, kandidaat, match, vacature, werkgever } from '#db/schema.ts';
import { NietGevonden, Weigering, eis, eisRol, type Handeling } from '../../auth/policy.ts';
import { mailKennismaking, mailMatchStap } from '../../mail/gebeurtenissen.server.ts';
import { enqueue, listEvents, recordEvent } from '../gebeurtenis/gebeurtenis.server.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { datum } from '../kandidaat/kandidaat.ts';
import { getDossier, own, visibleIds, type KandidaatRij } from '../kandidaat/kandidaat.server.ts';
import { today, voorstelbaar } from '../kandidaat/zichtbaar.server.ts';
import { getVacature, type VacatureRij } from '../vacature/vacature.server.ts';
import { woordenboek } from '../woorden/woorden.ts';
import { afterPlacement } from './afloop.server.ts';
import { endAfspraak } from './afspraak.server.ts';
import { MATCH_OVERGANGEN, OPEN_MATCH_STATUSSEN, UitlegVeranderd, type MatchStatus, type MatchVerb } from './match.ts';
import type { Uitleg } from './onderdeel.ts';
import { explainPair } from './ranglijst.server.ts';
import { fingerprint, vocabularyVersion, type Getoond } from './spoor.ts';

export type MatchRij = typeof match.$inferSelect;
export type Paar = { match: MatchRij; kandidaat: KandidaatRij; vacature: VacatureRij | null; werkgever: { id: number; naam: string } };

const columns = { match, kandidaat, vacature, werkgever: { id: werkgever.id, naam: werkgever.naam } };
const pairs = () => database().select(columns).from(match).innerJoin(kandidaat, eq(kandidaat.id, match.kandidaatId)).innerJoin(werkgever, eq(werkgever.id, match.werkgeverId)).leftJoin(vacature, eq(vacature.id, match.vacatureId));

/** States that an employer gets to know of; what professionals weigh before is theirs. */
export const VOOR_WERKGEVER: MatchStatus[] = ['voorgedragen', 'uitgenodigd', 'afgewezen', 'proefplaatsing', 'geplaatst', 'gestopt', 'teruggetrokken'];
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

/** Everything that happened with one match, oldest first, with what was shown to who decided. */
export function matchHistory(actor: Actor, id: number) {
  eis(actor, 'match.bekijk');
  getMatch(actor, id);
  const shown = new Map(database().select({ id: gebeurtenis.id, getoond: gebeurtenis.getoond }).from(gebeurtenis).where(and(eq(gebeurtenis.soort, 'match'), eq(gebeurtenis.objectId, id))).all().map((row) => [row.id, row.getoond as Getoond | null]));
  return listEvents('match', id).map((event) => ({ ...event, getoond: shown.get(event.id) ?? null }));
}

const ACTION_OF: Record<(typeof MATCH_OVERGANGEN)[MatchVerb]['rol'], Handeling> = { werkmakelaar: 'match.beoordeel', accountmanager: 'match.draagVoor', werkgever: 'match.antwoord', systeem: 'match.voorstel' };

/** What a step may carry. `gezien` is the fingerprint of the explanation that the form showed. */
export type Stapgegevens = { reden?: string | undefined; toelichting?: string | undefined; datum?: string | undefined; bericht?: string | undefined; instrumenten?: string[] | undefined; gezien?: string | undefined; veranderd?: string[] };

/**
 * Takes one step with a match and records what was shown to who decided.
 * @throws Weigering when the step is not possible from here, or asks a reason or a date that is missing;
 *   UitlegVeranderd when the explanation is another one than the form showed
 */
export function moveMatch(actor: Actor, id: number, verb: MatchVerb, opties: Stapgegevens = {}): void {
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
    const uitleg = (overgang.rol === 'werkmakelaar' || overgang.rol === 'systeem') && paar.vacature ? explainPair(paar.vacature, paar.kandidaat) : paar.match.uitleg;
    if (opties.gezien !== undefined && opties.gezien !== fingerprint(uitleg)) throw new UitlegVeranderd(paar.kandidaat.voornaam);
    database().update(match).set({
      status: overgang.naar, gewijzigdOp: new Date().toISOString(), laterOp: overgang.naar === 'later' ? (opties.datum ?? null) : null, veranderd: opties.veranderd ?? [],
      ...(verb === 'draag voor' ? { bericht: opties.bericht?.trim() ?? '', instrumenten: opties.instrumenten ?? [] } : {}), ...(uitleg ? { uitleg, score: uitleg.score } : {}),
    }).where(eq(match.id, id)).run();
    const toelichting = opties.toelichting?.trim() || opties.datum || opties.veranderd?.join('; ') || (opties.instrumenten?.length ? `Instrumenten: ${opties.instrumenten.join(', ')}` : null);
    recordEvent(actor, { soort: 'match', objectId: id, verb, van: status, naar: overgang.naar, reden: opties.reden ?? null, toelichting, getoond: shownTo(uitleg, paar.kandidaat, paar.vacature) });
    if ('naam' in actor) mailMatchStap(id, verb, actor.naam);
    endAfspraak(actor, id, overgang.naar, opties.reden ?? verb);
    if (verb === 'plaats') afterPlacement(actor, paar);
    // A judged suggestion makes room for the next.
    if (status === 'voorgesteld' && paar.vacature) enqueue('voorstellen-vacature', [paar.vacature.id]);
  });
}

/** The explanation with the versions of the data it was made from, as it is kept with an event. */
function shownTo(uitleg: Uitleg | null, person: KandidaatRij, job: VacatureRij | null): Getoond | null {
  return uitleg && { ...uitleg, gegevens: { kandidaat: person.gewijzigdOp, vacature: job?.gewijzigdOp ?? null, woorden: vocabularyVersion(woordenboek()) } };
}

/** Nobody is presented who withdrew, paused or has a job by now, or whose consent ended. */
function checkPresentable({ id, voornaam }: KandidaatRij): void {
  if (!database().select({ id: kandidaat.id }).from(kandidaat).where(and(eq(kandidaat.id, id), voorstelbaar())).get()) throw new Weigering(`${voornaam} kan nu niet worden voorgesteld: het profiel is niet beschikbaar of de toestemming is ingetrokken.`);
}

/**
 * Adds a pair outside the ranking ("toch voorstellen", or by hand). Starts as voorgesteld: the decisions stay the same.
 * A suggestion that was there already stands from now on because a person wants it, whatever its score.
 * @returns the id of the pair, also when it exists in another state
 */
export function proposeByHand(actor: Actor, kandidaatId: number, vacatureId: number): number {
  eis(actor, 'match.beoordeel');
  return transaction(() => {
    const { kandidaat: person } = getDossier(actor, kandidaatId);
    checkPresentable(person);
    const { vacature: job } = getVacature(actor, vacatureId);
    const known = database().select().from(match).where(and(eq(match.kandidaatId, kandidaatId), eq(match.vacatureId, vacatureId))).get();
    if (!known) return insertMatch(actor, { kandidaatId, vacatureId, werkgeverId: job.werkgeverId, herkomst: 'handmatig', uitleg: explainPair(job, person) });
    if (known.status === 'voorgesteld' && known.herkomst === 'voorstel') {
      database().update(match).set({ herkomst: 'handmatig', gewijzigdOp: new Date().toISOString() }).where(eq(match.id, known.id)).run();
      recordEvent(actor, { soort: 'match', objectId: known.id, verb: 'stel toch voor', getoond: shownTo(explainPair(job, person), person, job) });
    }
    return known.id;
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
  const [id] = insertRows(match, [{ ...values, score: values.uitleg?.score ?? null }]) as [number];
  recordEvent(actor, { soort: 'match', objectId: id, verb: values.herkomst === 'kennismaking' ? 'vraag kennismaking' : 'stel voor', naar: 'voorgesteld', toelichting: values.bericht || null, getoond: values.uitleg });
  return id;
}
