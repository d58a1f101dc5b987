/** What became of the kandidaten whom an aanmelder entered, and how the month goes. In words: who enters people does not see the pairs. */
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { gebeurtenis, kandidaat, kandidaatIntern, match, partner } from '#db/schema.ts';
import { eis } from '../../auth/policy.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { own, waardenVan } from '../kandidaat/kandidaat.server.ts';
import { volledigheid } from '../kandidaat/volledig.ts';
import { dayInNetherlands } from '../kalender/werkdagen.ts';
import { today } from '../kandidaat/zichtbaar.server.ts';
import type { MatchStatus } from './match.ts';

/** How far someone came, nearest to work first; what is not here is judged by professionals and not told yet. */
const VERLOOP: readonly [readonly MatchStatus[], string][] = [
  [['geplaatst'], 'Aan het werk'],
  [['proefplaatsing'], 'Op proef aan het werk'],
  [['uitgenodigd'], 'Uitgenodigd door een werkgever'],
  [['voorgedragen'], 'Voorgesteld aan een werkgever'],
  [['gestopt'], 'Proefplaatsing gestopt'],
  [['afgewezen'], 'Een werkgever koos iemand anders'],
];

/** How complete a profile is in percent, and how far its owner came; `verloop` is null when no employer knows of this person. */
export type Stand = { procent: number; verloop: string | null };

/** The state of these kandidaten of the actor's own; others are left out. */
export function standVan(actor: Actor, ids: readonly number[]): Map<number, Stand> {
  eis(actor, 'kandidaat.bekijk');
  if (ids.length === 0) return new Map();
  const db = database();
  const rows = db.select().from(kandidaat).leftJoin(kandidaatIntern, eq(kandidaatIntern.kandidaatId, kandidaat.id)).where(and(inArray(kandidaat.id, [...ids]), own(actor))).all();
  const pairs = rows.length === 0 ? [] : db.select({ kandidaatId: match.kandidaatId, status: match.status }).from(match).where(inArray(match.kandidaatId, rows.map((row) => row.kandidaat.id))).all();
  const statuses = Map.groupBy(pairs, (pair) => pair.kandidaatId);
  return new Map(rows.map(({ kandidaat: row, kandidaat_intern: intern }) => [row.id, { procent: volledigheid(waardenVan(row, intern)).procent, verloop: row.status === 'geplaatst' ? 'Aan het werk' : verloop((statuses.get(row.id) ?? []).map((pair) => pair.status)) }]));
}

const verloop = (statuses: readonly MatchStatus[]): string | null => VERLOOP.find(([these]) => these.some((status) => statuses.includes(status)))?.[1] ?? null;

export type Maand = { partner: string; doel: number | null; bereikt: number; geplaatst: number; teruggestuurd: { id: number; voornaam: string }[] };

/**
 * The month of an aanmelder's partner: kandidaten handed in for curation for the first time this month, by form or
 * by file, against the agreed number; how many found work; and who was sent back and waits for a better text.
 */
export function maandVan(actor: Actor): Maand | null {
  eis(actor, 'kandidaat.bekijk');
  if (actor.rol !== 'aanmelder') return null;
  const db = database();
  const { naam, maanddoel } = db.select().from(partner).where(eq(partner.id, actor.partnerId)).get()!;
  const month = today().slice(0, 7);
  const steps = db.select({ id: kandidaat.id, op: sql<string>`min(${gebeurtenis.op})`, naar: gebeurtenis.naar }).from(gebeurtenis).innerJoin(kandidaat, and(eq(gebeurtenis.soort, 'kandidaat'), eq(gebeurtenis.objectId, kandidaat.id)))
    .where(and(own(actor), inArray(gebeurtenis.naar, ['ter curatie', 'geplaatst']))).groupBy(kandidaat.id, gebeurtenis.naar).all();
  const thisMonth = (naar: string) => steps.filter((step) => step.naar === naar && dayInNetherlands(step.op).startsWith(month)).length;
  return { partner: naam, doel: maanddoel, bereikt: thisMonth('ter curatie'), geplaatst: thisMonth('geplaatst'), teruggestuurd: listSentBack(actor) };
}

/** Concepts of which the last step was "stuur terug". */
function listSentBack(actor: Actor): { id: number; voornaam: string }[] {
  const last = sql`(SELECT g.verb FROM gebeurtenis g WHERE g.soort = 'kandidaat' AND g.object_id = ${kandidaat.id} AND g.naar IS NOT NULL ORDER BY g.id DESC LIMIT 1)`;
  return database().select({ id: kandidaat.id, voornaam: kandidaat.voornaam }).from(kandidaat).where(and(own(actor), eq(kandidaat.status, 'concept'), sql`${last} = 'stuur terug'`)).orderBy(desc(kandidaat.gewijzigdOp)).all();
}
