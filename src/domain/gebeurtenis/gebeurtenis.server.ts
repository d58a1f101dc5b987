/** The event beside the change: always written in the caller's transaction, never changed afterwards. */
import { and, asc, eq } from 'drizzle-orm';
import { insertRows } from '#db/bulk.ts';
import { connection, database } from '#db/client.ts';
import { gebeurtenis, gebruiker, outbox, type GebeurtenisSoort } from '#db/schema.ts';
import { actorId, type Actor } from '../gebruiker/gebruiker.ts';

/** What stands with an event of the kandidaat, who came by the personal link. */
export const DOOR_KANDIDAAT = 'Door de kandidaat zelf';

export type NieuweGebeurtenis = { soort: GebeurtenisSoort; objectId: number; verb: string; van?: string | null; naar?: string | null; reden?: string | null; toelichting?: string | null; getoond?: unknown; /** ISO moment; the clock of the database when left out. */ op?: string };

/** Records what happened. @throws when called outside a transaction: an event without its change would be a lie */
export function recordEvent(actor: Actor, event: NieuweGebeurtenis): void {
  recordEvents(actor, [event]);
}

/** The same for many objects at once, as an import needs; all events name the same fields. */
export function recordEvents(actor: Actor, events: readonly NieuweGebeurtenis[]): void {
  if (!connection().inTransaction) throw new Error('Een gebeurtenis hoort in de transactie van de verandering.');
  // A kandidaat has no account, so the history says in words who it was.
  const zelf = actor.rol === 'kandidaat' ? (event: NieuweGebeurtenis) => ({ toelichting: [event.toelichting, DOOR_KANDIDAAT].filter(Boolean).join('. ') }) : () => ({});
  insertRows(gebeurtenis, events.map((event) => ({ ...event, ...zelf(event), doorId: actorId(actor) })));
}

/** Asks for work that must follow a change of these objects, such as new suggestions or a mail; in the same transaction. */
export function enqueue(soort: 'voorstellen-vacature' | 'voorstellen-kandidaat' | 'nieuw-wachtwoord', objectIds: readonly number[]): void {
  if (!connection().inTransaction) throw new Error('Een opdracht hoort in de transactie van de verandering.');
  insertRows(outbox, objectIds.map((objectId) => ({ soort, objectId })));
}

/** The history of one object, oldest first, with the name of who did it. */
export function listEvents(soort: GebeurtenisSoort, objectId: number) {
  return database().select({ id: gebeurtenis.id, op: gebeurtenis.op, verb: gebeurtenis.verb, van: gebeurtenis.van, naar: gebeurtenis.naar, reden: gebeurtenis.reden, toelichting: gebeurtenis.toelichting, door: gebruiker.naam })
    .from(gebeurtenis).leftJoin(gebruiker, eq(gebruiker.id, gebeurtenis.doorId))
    .where(and(eq(gebeurtenis.soort, soort), eq(gebeurtenis.objectId, objectId))).orderBy(asc(gebeurtenis.id)).all();
}
