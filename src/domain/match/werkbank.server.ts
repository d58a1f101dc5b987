/** The werkbank: the queue of a werkmakelaar, page by page, and what can be done with several pairs at once. */
import { and, asc, count, desc, eq, inArray, isNotNull, sql, type SQL } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { gebruiker, kandidaat, match, vacature, werkgever } from '#db/schema.ts';
import { Weigering, eis } from '../../auth/policy.ts';
import { actorId, type Actor } from '../gebruiker/gebruiker.ts';
import { datum } from '../kandidaat/kandidaat.ts';
import { own } from '../kandidaat/kandidaat.server.ts';
import { today } from '../kandidaat/zichtbaar.server.ts';
import { getMatch, moveMatch, type Paar } from './match.server.ts';
import type { MatchStatus } from './match.ts';
import type { Uitleg } from './onderdeel.ts';
import { explainPair } from './ranglijst.server.ts';
import { fingerprint } from './spoor.ts';
import { staand } from './staand.server.ts';
import { PER_PAGINA, type Keuze, type QueueVraag, type Toon } from './werkbank.ts';

/** A pair as a werkmakelaar sees it: with the explanation of this moment and the mark of it. */
export type Beeld = Paar & { uitleg: Uitleg | null; gezien: string; /** Whose caseload, when it is not the actor's own. */ van: string | null };
export type Optie = { id: number; naam: string; aantal: number };
export type Queue = { rijen: Beeld[]; totaal: number; pagina: number; paginas: number; later: number };
export type QueueKeuzes = { vacatures: Optie[]; kandidaten: Optie[]; sectoren: { naam: string; aantal: number }[]; caseloads: Optie[] };

/** While a pair is the werkmakelaar's turn its explanation follows the facts; later it stays as it was decided on. */
const BIJ_WERKMAKELAAR: readonly MatchStatus[] = ['voorgesteld', 'later', 'ongeschikt', 'geschikt'];

/** Suggestions of now: open ones that still stand, and those put off until today. Or those put off for later. */
function shown(toon: Toon, vandaag: string): SQL {
  if (toon === 'later') return sql`(${match.status} = 'later' AND ${match.laterOp} > ${vandaag})`;
  return sql`(${staand(vandaag)} OR (${match.status} = 'later' AND ${match.laterOp} <= ${vandaag}))`;
}

/** The ids of these pairs, for use in other queries. */
const idsOf = (condition: SQL) => database().select({ id: match.id }).from(match).innerJoin(kandidaat, eq(kandidaat.id, match.kandidaatId)).leftJoin(vacature, eq(vacature.id, match.vacatureId)).where(condition);

function chosen(actor: Actor, vraag: QueueVraag): SQL {
  return and(own(actor), shown(vraag.toon, today()), vraag.vacature === null ? undefined : eq(match.vacatureId, vraag.vacature), vraag.kandidaat === null ? undefined : eq(match.kandidaatId, vraag.kandidaat),
    vraag.sector === null ? undefined : eq(vacature.sector, vraag.sector), vraag.caseload === null ? undefined : eq(kandidaat.werkmakelaarId, vraag.caseload))!;
}

/** Pairs of one vacature, or of one employer who named none, stand together. */
const GROEP = sql`coalesce(${match.vacatureId}, -${match.werkgeverId})`;

/**
 * One page of the queue: first where an employer waits for an answer, then the vacature with the strongest pair, and
 * within each the strongest pair first. A page beyond the end is the last one.
 */
export function listQueue(actor: Actor, vraag: QueueVraag): Queue {
  eis(actor, 'match.beoordeel');
  const perPagina = vraag.dicht ? PER_PAGINA.dicht : PER_PAGINA.ruim;
  const totaal = countOf(chosen(actor, vraag));
  const paginas = Math.max(1, Math.ceil(totaal / perPagina));
  const pagina = Math.min(paginas, vraag.pagina);
  const asked = sql`(${match.herkomst} = 'kennismaking')`;
  const order = vraag.toon === 'later' ? [asc(match.laterOp), asc(match.id)] : [sql`max${asked} OVER (PARTITION BY ${GROEP}) DESC`, sql`max(${match.score}) OVER (PARTITION BY ${GROEP}) DESC`, GROEP, desc(asked), desc(match.score), asc(match.id)];
  const ids = idsOf(chosen(actor, vraag)).orderBy(...order).limit(perPagina).offset((pagina - 1) * perPagina).all().map((row) => row.id);
  return { rijen: loadBeelden(actor, ids), totaal, pagina, paginas, later: countOf(and(own(actor), shown('later', today()))!) };
}

const countOf = (condition: SQL): number => database().select({ aantal: count() }).from(match).where(inArray(match.id, idsOf(condition))).get()!.aantal;

/** These pairs in the actor's scope, in the order of the ids, each with the explanation of now. */
function loadBeelden(actor: Actor, ids: readonly number[]): Beeld[] {
  if (ids.length === 0) return [];
  const rows = database().select({ match, kandidaat, vacature, werkgever: { id: werkgever.id, naam: werkgever.naam }, van: gebruiker.naam }).from(match)
    .innerJoin(kandidaat, eq(kandidaat.id, match.kandidaatId)).innerJoin(werkgever, eq(werkgever.id, match.werkgeverId)).leftJoin(vacature, eq(vacature.id, match.vacatureId)).leftJoin(gebruiker, eq(gebruiker.id, kandidaat.werkmakelaarId))
    .where(and(inArray(match.id, [...ids]), own(actor))).all();
  const byId = new Map(rows.map((row) => [row.match.id, row]));
  return ids.map((id) => byId.get(id)).filter((row) => row !== undefined).map((row) => {
    const uitleg = row.vacature && BIJ_WERKMAKELAAR.includes(row.match.status) ? explainPair(row.vacature, row.kandidaat) : row.match.uitleg;
    return { ...row, uitleg, gezien: fingerprint(uitleg), van: row.kandidaat.werkmakelaarId === actorId(actor) ? null : row.van };
  });
}

/** What the queue can be narrowed by, with counts. */
export function listQueueKeuzes(actor: Actor, toon: Toon): QueueKeuzes {
  eis(actor, 'match.beoordeel');
  const db = database();
  // Found once: which suggestions stand costs more than counting them.
  const ids = idsOf(and(own(actor), shown(toon, today()))!).all().map((row) => row.id);
  const open = sql`${match.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  const aantal = count();
  return {
    vacatures: db.select({ id: vacature.id, naam: vacature.titel, aantal }).from(match).innerJoin(vacature, eq(vacature.id, match.vacatureId)).where(open).groupBy(vacature.id).orderBy(asc(vacature.titel), asc(vacature.id)).all(),
    kandidaten: db.select({ id: kandidaat.id, naam: NAAM, aantal }).from(match).innerJoin(kandidaat, eq(kandidaat.id, match.kandidaatId)).where(open).groupBy(kandidaat.id).orderBy(asc(kandidaat.voornaam), asc(kandidaat.id)).all(),
    sectoren: db.select({ naam: sql<string>`${vacature.sector}`, aantal }).from(match).innerJoin(vacature, eq(vacature.id, match.vacatureId)).where(and(open, isNotNull(vacature.sector))).groupBy(vacature.sector).orderBy(asc(vacature.sector)).all(),
    caseloads: db.select({ id: gebruiker.id, naam: gebruiker.naam, aantal }).from(match).innerJoin(kandidaat, eq(kandidaat.id, match.kandidaatId)).innerJoin(gebruiker, eq(gebruiker.id, kandidaat.werkmakelaarId)).where(open).groupBy(gebruiker.id).orderBy(asc(gebruiker.naam)).all(),
  };
}

/** First names occur more than once in a caseload; the place tells them apart. */
const NAAM = sql<string>`${kandidaat.voornaam} || ', ' || ${kandidaat.plaats}`;

/** One pair as a werkmakelaar sees it. @throws NietGevonden */
export function getBeeld(actor: Actor, id: number): Beeld {
  getMatch(actor, id);
  return loadBeelden(actor, [id])[0]!;
}

export type Vergelijking = { paren: Beeld[]; keuze: { id: number; naam: string }[] };

/**
 * One or two pairs beside each other, and who else could stand there: the pairs of the same vacatures that still wait.
 * @throws NietGevonden
 */
export function compareBeelden(actor: Actor, ids: readonly number[]): Vergelijking {
  eis(actor, 'match.bekijk');
  const paren = ids.slice(0, 2).map((id) => getBeeld(actor, id));
  const named = ({ match: row, kandidaat: person }: Beeld) => ({ id: row.id, naam: `${person.voornaam}, ${person.plaats}` });
  const vacatureIds = [...new Set(paren.map((beeld) => beeld.match.vacatureId).filter((id) => id !== null))];
  const rest = vacatureIds.length === 0 ? [] : database().select({ id: match.id, naam: NAAM }).from(match).innerJoin(kandidaat, eq(kandidaat.id, match.kandidaatId)).where(and(own(actor), inArray(match.vacatureId, vacatureIds), inArray(match.status, [...BIJ_WERKMAKELAAR]))).orderBy(desc(match.score), asc(match.id)).limit(100).all();
  return { paren, keuze: [...new Map([...paren.map(named), ...rest].map((item) => [item.id, item])).values()] };
}

/**
 * Puts one pair off. One that was put off before and came back today, goes back to the queue first.
 * @throws Weigering, UitlegVeranderd, NietGevonden as moveMatch
 */
export function putOff(actor: Actor, id: number, { datum: tot, gezien }: { datum: string; gezien?: string | undefined }): void {
  eis(actor, 'match.beoordeel');
  transaction(() => {
    const again = getMatch(actor, id).match.status === 'later';
    if (again) moveMatch(actor, id, 'herstel', { gezien });
    moveMatch(actor, id, 'stel uit', { datum: tot, gezien });
  });
}

/**
 * Puts several pairs off at once. Those that changed since they were shown, or that someone judged meanwhile, stay.
 * @param tot yyyy-mm-dd, in the future
 * @throws Weigering when nothing is chosen or the date is not in the future; NietGevonden for a pair of somebody else
 */
export function postpone(actor: Actor, keuzes: readonly Keuze[], tot: string): { gedaan: number[]; bleven: string[] } {
  eis(actor, 'match.beoordeel');
  if (keuzes.length === 0) throw new Weigering('Kies eerst een of meer voorstellen.');
  if (!datum.safeParse(tot).success || tot <= today()) throw new Weigering('Kies een datum in de toekomst.');
  return eachOf(actor, keuzes.map(({ id }) => id), (at, id) => putOff(actor, id, { datum: tot, gezien: keuzes[at]!.gezien }));
}

/** How pairs stand that were just judged, to say so; those of somebody else are left out. */
export function listDone(actor: Actor, ids: readonly number[]): { id: number; status: MatchStatus; voornaam: string; titel: string | null }[] {
  eis(actor, 'match.beoordeel');
  if (ids.length === 0) return [];
  return database().select({ id: match.id, status: match.status, voornaam: kandidaat.voornaam, titel: vacature.titel }).from(match).innerJoin(kandidaat, eq(kandidaat.id, match.kandidaatId)).leftJoin(vacature, eq(vacature.id, match.vacatureId))
    .where(and(own(actor), inArray(match.id, ids.slice(0, PER_PAGINA.dicht)))).orderBy(asc(match.id)).all();
}

/** Takes a postponement of several pairs back, as far as nobody went on with them. */
export function restore(actor: Actor, ids: readonly number[]): { bleven: string[] } {
  eis(actor, 'match.beoordeel');
  return eachOf(actor, ids, (_, id) => moveMatch(actor, id, 'herstel'));
}

/** Takes a step with each; a refusal writes nothing, so the others go on. */
function eachOf(actor: Actor, ids: readonly number[], step: (at: number, id: number) => void): { gedaan: number[]; bleven: string[] } {
  return transaction(() => {
    const gedaan: number[] = [];
    const bleven: string[] = [];
    for (const [at, id] of ids.entries()) {
      const { voornaam } = getMatch(actor, id).kandidaat;
      try {
        step(at, id);
        gedaan.push(id);
      } catch (error) {
        if (!(error instanceof Weigering)) throw error;
        bleven.push(voornaam);
      }
    }
    return { gedaan, bleven };
  });
}
