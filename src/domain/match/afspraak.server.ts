/** Appointments as rows: the one that counts, and calling off what cannot go on. The use cases are in kennismaking.server.ts. */
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { afspraak } from '#db/schema.ts';
import { mailAfspraak } from '../../mail/afspraken.server.ts';
import { formatMoment } from '../../format.ts';
import { recordEvent } from '../gebeurtenis/gebeurtenis.server.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import type { Afspraak } from './afspraak.ts';
import { eindOf, isPlanbaar } from './kennismaking.ts';
import type { MatchStatus } from './match.ts';

/** Per match the last appointment that was not called off. */
export function lastAfspraken(matchIds: readonly number[]): Map<number, Afspraak> {
  const rows = database().select().from(afspraak).where(and(inArray(afspraak.matchId, [...matchIds]), isNull(afspraak.afgezegdOp))).orderBy(afspraak.id).all();
  return new Map(rows.map((row) => [row.matchId, row]));
}

/** Events that end an appointment: called off by the accountmanager, whose reason the werkgever reads; or ended with the match, whose reason is not for him. */
export const ZEG_AF = 'zeg kennismaking af';
export const VERVALT = 'kennismaking vervalt';

/** Calls off one appointment: event, mail with a cancellation for each calendar. Call inside a transaction, on rows the actor may touch. */
export function callOff(actor: Actor, row: Afspraak, verb: typeof ZEG_AF | typeof VERVALT, reden: string): void {
  const gewijzigd = database().update(afspraak).set({ afgezegdOp: new Date().toISOString(), volgnummer: sql`${afspraak.volgnummer} + 1` }).where(eq(afspraak.id, row.id)).returning().get()!;
  recordEvent(actor, { soort: 'match', objectId: row.matchId, verb, reden, toelichting: `${formatMoment(row.begin)}, ${row.plaats}` });
  mailAfspraak(gewijzigd, 'afgezegd');
}

/** After a step with a match: a meeting that was planned ends with it. Call in the transaction of the step. */
export function endAfspraak(actor: Actor, matchId: number, naar: MatchStatus, reden: string): void {
  if (isPlanbaar(naar)) return;
  const [row] = database().select().from(afspraak).where(and(eq(afspraak.matchId, matchId), isNull(afspraak.afgezegdOp), isNull(afspraak.uitkomst))).orderBy(desc(afspraak.id)).limit(1).all();
  if (row && eindOf(row) > new Date().toISOString()) callOff(actor, row, VERVALT, reden);
}
