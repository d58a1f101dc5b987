/** Use cases of meeting: who asked and waits, plan, move, call off, how it went, and what the werkgever sees of it. */
import { randomUUID } from 'node:crypto';
import { and, desc, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { afspraak, gebeurtenis, gebruiker, kandidaat, match, vacature, werkgever } from '#db/schema.ts';
import { NietGevonden, Weigering, eis, eisRol } from '../../auth/policy.ts';
import { config } from '../../config.ts';
import { formatMoment, formatWhen } from '../../format.ts';
import { mailAfspraak } from '../../mail/afspraken.server.ts';
import { dayOf } from '../kalender/werkdagen.ts';
import { recordEvent } from '../gebeurtenis/gebeurtenis.server.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { voorstelbaar } from '../kandidaat/zichtbaar.server.ts';
import type { Afspraak, AfspraakInvoer } from './afspraak.ts';
import { ZEG_AF, callOff, lastAfspraken } from './afspraak.server.ts';
import { PLANBAAR, isPlanbaar, standOf, termijnVoorbij, verbOf, type Stand, type Uitkomst } from './kennismaking.ts';
import { moveMatch, type MatchRij } from './match.server.ts';
import { stilleVoordrachten } from './stil.server.ts';

type Paar = { match: MatchRij; kandidaat: { id: number; voornaam: string; werkmakelaar: string | null }; vacature: { id: number; titel: string } | null; werkgever: { id: number; naam: string } };
export type Kennismaking = Paar & { /** ISO moment of asking or inviting. */ gevraagdOp: string; afspraak: Afspraak | null; stand: Stand; /** Nobody planned it within five working days. */ teLaat: boolean };

/** The employers of an accountmanager: the own ones, those in the own sectors, and those that are nobody's. */
function eigenWerkgevers(actor: Actor): SQL {
  const { id, sectoren } = eisRol(actor, 'accountmanager');
  const mine = sectoren.length === 0 ? sql`0` : sql`EXISTS (SELECT 1 FROM json_each(${werkgever.sectoren}) s WHERE s.value IN ${sectoren})`;
  const somebodys = sql`EXISTS (SELECT 1 FROM gebruiker g WHERE g.rol = 'accountmanager' AND g.actief = 1 AND (g.id = ${werkgever.accountmanagerId} OR EXISTS (SELECT 1 FROM json_each(g.sectoren) a JOIN json_each(${werkgever.sectoren}) b ON a.value = b.value)))`;
  return or(eq(werkgever.accountmanagerId, id), mine, sql`NOT ${somebodys}`)!;
}

function pairs(where: SQL | undefined): Paar[] {
  return database().select({ match, kandidaat: { id: kandidaat.id, voornaam: kandidaat.voornaam, werkmakelaar: gebruiker.naam }, vacature: { id: vacature.id, titel: vacature.titel }, werkgever: { id: werkgever.id, naam: werkgever.naam } }).from(match)
    .innerJoin(kandidaat, eq(kandidaat.id, match.kandidaatId)).innerJoin(werkgever, eq(werkgever.id, match.werkgeverId)).leftJoin(vacature, eq(vacature.id, match.vacatureId)).leftJoin(gebruiker, eq(gebruiker.id, kandidaat.werkmakelaarId)).where(where).orderBy(match.id).all();
}

function withStand(rows: readonly Paar[], nu: Date): Kennismaking[] {
  const ids = rows.map((row) => row.match.id);
  const asked = new Map(database().select({ id: gebeurtenis.objectId, op: sql<string>`max(${gebeurtenis.op})` }).from(gebeurtenis).where(and(eq(gebeurtenis.soort, 'match'), inArray(gebeurtenis.objectId, ids), inArray(gebeurtenis.verb, ['vraag kennismaking', 'nodig uit']))).groupBy(gebeurtenis.objectId).all().map((row) => [row.id, row.op]));
  const planned = lastAfspraken(ids);
  return rows.map((row) => {
    const laatste = planned.get(row.match.id) ?? null;
    const gevraagdOp = asked.get(row.match.id) ?? row.match.aangemaaktOp;
    const stand = standOf(laatste, nu.toISOString());
    // After a meeting that failed the five days begin anew.
    const sinds = laatste && laatste.begin > gevraagdOp ? laatste.begin : gevraagdOp;
    return { ...row, gevraagdOp, afspraak: laatste, stand, teLaat: stand === 'te plannen' && isPlanbaar(row.match.status) && termijnVoorbij(sinds, dayOf(nu)) };
  });
}

/** Meetings that were asked for or planned with the actor's employers; who waits longest first. */
export function listKennismakingen(actor: Actor, nu = new Date()): Kennismaking[] {
  eis(actor, 'kennismaking.plan');
  const wanted = sql`((${match.herkomst} = 'kennismaking' AND ${inArray(match.status, [...PLANBAAR])}) OR ${match.status} = 'uitgenodigd')`;
  return withStand(pairs(and(eigenWerkgevers(actor), wanted)), nu).sort((a, b) => a.gevraagdOp.localeCompare(b.gevraagdOp) || a.match.id - b.match.id);
}

/** Voordrachten that the actor's employers left unanswered for five working days, longest first. */
export function listZonderAntwoord(actor: Actor, nu = new Date()): (Paar & { sinds: string })[] {
  eis(actor, 'kennismaking.plan');
  const late = new Map(stilleVoordrachten(dayOf(nu)).map(({ id, sinds }) => [id, sinds]));
  return pairs(and(eigenWerkgevers(actor), inArray(match.id, [...late.keys()]))).map((row) => ({ ...row, sinds: late.get(row.match.id)! })).sort((a, b) => a.sinds.localeCompare(b.sinds));
}

/** One meeting with one of the actor's employers, in whatever state the match is now. @throws NietGevonden */
export function getKennismaking(actor: Actor, matchId: number, nu = new Date()): Kennismaking {
  eis(actor, 'kennismaking.plan');
  const [found] = withStand(pairs(and(eigenWerkgevers(actor), eq(match.id, matchId), sql`(${match.herkomst} = 'kennismaking' OR EXISTS (SELECT 1 FROM gebeurtenis g WHERE g.soort = 'match' AND g.object_id = ${match.id} AND g.naar = 'uitgenodigd'))`)), nu);
  if (!found) throw new NietGevonden(`kennismaking ${matchId}`);
  return found;
}

/**
 * Plans the meeting and invites everyone by mail.
 * @throws Weigering when it cannot be planned now, or when a colleague planned it a moment ago
 */
export function planAfspraak(actor: Actor, matchId: number, { begin, ...invoer }: AfspraakInvoer): void {
  const { id: doorId } = eisRol(actor, 'accountmanager');
  transaction(() => {
    const { match: row, kandidaat: person, afspraak: laatste, stand } = getKennismaking(actor, matchId);
    if (stand === 'gepland') throw new Weigering(`Er is al een afspraak, gemaakt door ${nameOf(laatste!.doorId)}: ${formatWhen(laatste!.begin, laatste!.duurMinuten)}, ${laatste!.plaats}. Ververs de pagina om die te zien.`);
    if (stand !== 'te plannen') throw new Weigering('Leg eerst vast hoe het vorige gesprek ging.');
    if (!isPlanbaar(row.status)) throw new Weigering(`Deze match staat op "${row.status}". Een kennismaking plannen kan dan niet.`);
    if (!database().select({ id: kandidaat.id }).from(kandidaat).where(and(eq(kandidaat.id, person.id), voorstelbaar())).get()) throw new Weigering(`${person.voornaam} is nu niet beschikbaar: het profiel staat op pauze of de toestemming is ingetrokken. Bel eerst de werkmakelaar.`);
    const created = database().insert(afspraak).values({ ...invoer, matchId, begin: begin.toISOString(), uid: `${randomUUID()}@${new URL(config().siteUrl).hostname}`, doorId }).returning().get();
    recordEvent(actor, { soort: 'match', objectId: matchId, verb: 'plan kennismaking', toelichting: `${formatWhen(created.begin, created.duurMinuten)}, ${created.plaats}` });
    mailAfspraak(created, 'gepland');
  });
}

/** Gives the meeting another time, place or company; calendars replace what they had. @param volgnummer the version on the screen @throws Weigering */
export function moveAfspraak(actor: Actor, matchId: number, { begin, reden, volgnummer, ...invoer }: AfspraakInvoer & { reden: string; volgnummer: number }): void {
  eis(actor, 'kennismaking.plan');
  transaction(() => {
    const current = planned(actor, matchId, volgnummer);
    const moved = database().update(afspraak).set({ ...invoer, begin: begin.toISOString(), volgnummer: volgnummer + 1 }).where(eq(afspraak.id, current.id)).returning().get()!;
    recordEvent(actor, { soort: 'match', objectId: matchId, verb: 'verzet kennismaking', reden, toelichting: `Van ${formatWhen(current.begin, current.duurMinuten)}, ${current.plaats}\nnaar ${formatWhen(moved.begin, moved.duurMinuten)}, ${moved.plaats}` });
    mailAfspraak(moved, 'verzet');
  });
}

/** Calls the meeting off; after that a new one can be planned. @throws Weigering */
export function cancelAfspraak(actor: Actor, matchId: number, { reden, volgnummer }: { reden: string; volgnummer: number }): void {
  eis(actor, 'kennismaking.plan');
  transaction(() => callOff(actor, planned(actor, matchId, volgnummer), ZEG_AF, reden));
}

/** Writes down how it went; a placement is a step of the match too. @throws Weigering before the meeting, or when the match does not allow the step */
export function recordUitkomst(actor: Actor, matchId: number, { uitkomst, toelichting }: { uitkomst: Uitkomst; toelichting: string }): void {
  eis(actor, 'kennismaking.plan');
  transaction(() => {
    const { match: row, afspraak: current } = getKennismaking(actor, matchId);
    if (!current || current.uitkomst !== null) throw new Weigering(current ? `Hier staat al een uitkomst: ${current.uitkomst}. Een collega was u voor.` : 'Er is geen afspraak om een uitkomst bij te schrijven.');
    if (current.begin > new Date().toISOString()) throw new Weigering('Het gesprek is nog niet geweest. Gaat het niet door? Zeg de afspraak dan af.');
    const verb = verbOf(uitkomst, row.status);
    if (!verb && (uitkomst === 'proefplaatsing' || uitkomst === 'geplaatst')) throw new Weigering(`Deze match staat op "${row.status}". ${uitkomst === 'geplaatst' ? 'Geplaatst' : 'Een proefplaatsing'} kan pas als de werkgever heeft uitgenodigd.`);
    database().update(afspraak).set({ uitkomst }).where(eq(afspraak.id, current.id)).run();
    recordEvent(actor, { soort: 'match', objectId: matchId, verb: 'leg uitkomst vast', reden: uitkomst, toelichting: toelichting || null });
    if (verb) moveMatch(actor, matchId, verb, verb === 'draag niet voor' ? { reden: 'past niet bij dit team', toelichting } : {});
  });
}

/** The appointment that can still be changed, in the version that was on the screen. */
function planned(actor: Actor, matchId: number, volgnummer: number): Afspraak {
  const { afspraak: current, stand } = getKennismaking(actor, matchId);
  if (current && stand === 'gepland' && current.volgnummer === volgnummer) return current;
  const last = database().select({ op: gebeurtenis.op, door: gebruiker.naam }).from(gebeurtenis).leftJoin(gebruiker, eq(gebruiker.id, gebeurtenis.doorId)).where(and(eq(gebeurtenis.soort, 'match'), eq(gebeurtenis.objectId, matchId))).orderBy(desc(gebeurtenis.id)).limit(1).get();
  throw new Weigering(stand === 'gepland' ? `${last?.door ?? 'Iemand anders'} heeft de afspraak op ${formatMoment(last!.op)} veranderd, terwijl u bezig was. Kijk wat er nu staat en ga dan verder.` : 'Er is geen afspraak meer om te veranderen. Ververs de pagina.');
}

const nameOf = (id: number | null): string => (id === null ? undefined : database().select({ naam: gebruiker.naam }).from(gebruiker).where(eq(gebruiker.id, id)).get()?.naam) ?? 'een collega';
