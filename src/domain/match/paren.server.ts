/** The steps that the worker takes with one pair, inside its transaction: suggest, renew, bring back. */
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { gebeurtenis, kandidaat, match, vacature } from '#db/schema.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import type { VacatureRij } from '../vacature/vacature.server.ts';
import { PAST_VANAF } from './eiskosten.ts';
import { insertMatch, moveMatch } from './match.server.ts';
import type { MatchStatus } from './match.ts';
import type { Uitleg } from './onderdeel.ts';
import { staand } from './staand.server.ts';
import { findVeranderd } from './veranderd.ts';

const SYSTEEM: Actor = { rol: 'systeem' };

/** A pair that is there already; the explanation of closed ones is not read. */
export type Bekend = { id: number; kandidaatId: number; vacatureId: number; status: MatchStatus; uitleg: Uitleg | null };

/** Whether a pair is worth suggesting. */
export const fits = (uitleg: Uitleg): boolean => uitleg.afgevallen === null && uitleg.score >= PAST_VANAF;

/** Best first; ties by the ref of the vacature, never by chance. */
export function byScore(a: { job: VacatureRij; uitleg: Uitleg }, b: { job: VacatureRij; uitleg: Uitleg }): number {
  const ref = (job: VacatureRij) => job.ref ?? `v${job.id}`;
  return b.uitleg.score - a.uitleg.score || (ref(a.job) < ref(b.job) ? -1 : 1);
}

/** The pairs of these vacatures or of these kandidaten that exist, in every state. */
export function knownPairs(van: { vacatureIds: number[] } | { kandidaatIds: number[] }): Bekend[] {
  const which = 'vacatureIds' in van ? inArray(match.vacatureId, van.vacatureIds) : inArray(match.kandidaatId, van.kandidaatIds);
  const uitleg = sql<string | null>`CASE WHEN ${match.status} IN ('voorgesteld', 'later', 'ongeschikt') THEN ${match.uitleg} END`;
  const rows = database().select({ id: match.id, kandidaatId: match.kandidaatId, vacatureId: match.vacatureId, status: match.status, uitleg }).from(match).where(and(which, isNotNull(match.vacatureId))).all();
  return rows.map((row) => ({ ...row, vacatureId: row.vacatureId!, uitleg: row.uitleg === null ? null : (JSON.parse(row.uitleg) as Uitleg) }));
}

/** How many open suggestions each of these vacatures has. @param vandaag yyyy-mm-dd */
export function openCounts(vacatureIds: number[], vandaag: string): Map<number, number> {
  const rows = database().select({ id: match.vacatureId, count: sql<number>`count(*)` }).from(match).innerJoin(kandidaat, eq(kandidaat.id, match.kandidaatId)).innerJoin(vacature, eq(vacature.id, match.vacatureId))
    .where(and(inArray(match.vacatureId, vacatureIds), staand(vandaag))).groupBy(match.vacatureId).all();
  return new Map(rows.map((row) => [row.id!, row.count]));
}

/** A new suggestion. @returns true, for it takes a place */
export function suggest(job: VacatureRij, kandidaatId: number, uitleg: Uitleg): true {
  insertMatch(SYSTEEM, { kandidaatId, vacatureId: job.id, werkgeverId: job.werkgeverId, herkomst: 'voorstel', uitleg });
  return true;
}

/**
 * Remembers when these kandidaten were suggested last: who waited longest comes first in a tie. All of a portion get
 * one moment, so that its order says nothing. No change of the profile, so gewijzigdOp stays.
 */
export function markSuggested(kandidaatIds: readonly number[], nu: string): void {
  if (kandidaatIds.length > 0) database().update(kandidaat).set({ laatstVoorgesteldOp: nu }).where(inArray(kandidaat.id, [...kandidaatIds])).run();
}

/** Gives an open suggestion the explanation of now, so that the queue stays in the right order. */
export function refreshOpen(pair: Bekend, nu: Uitleg): void {
  if (pair.status !== 'voorgesteld' || JSON.stringify(pair.uitleg) === JSON.stringify(nu)) return;
  database().update(match).set({ uitleg: nu, score: nu.score }).where(eq(match.id, pair.id)).run();
}

/** Brings a judged pair back when what changed since matters, and says what. @returns whether it did */
export function takeBack(pair: Bekend, nu: Uitleg): boolean {
  if ((pair.status !== 'ongeschikt' && pair.status !== 'later') || pair.uitleg === null) return false;
  const veranderd = findVeranderd(pair.uitleg, nu, pair.status === 'ongeschikt' ? refusalOf(pair.id) : null);
  if (!veranderd) return false;
  moveMatch(SYSTEEM, pair.id, 'kom terug', { veranderd });
  return true;
}

/** The reason of the last refusal. */
function refusalOf(matchId: number): string | null {
  return database().select({ reden: gebeurtenis.reden }).from(gebeurtenis).where(and(eq(gebeurtenis.soort, 'match'), eq(gebeurtenis.objectId, matchId), eq(gebeurtenis.naar, 'ongeschikt'))).orderBy(sql`${gebeurtenis.id} DESC`).limit(1).get()?.reden ?? null;
}
