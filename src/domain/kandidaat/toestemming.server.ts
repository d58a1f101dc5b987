/** The choices of a kandidaat as rows: one per choice, never overwritten. Ending what follows from them is match's. */
import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { gebeurtenis, gebruiker, toestemming } from '#db/schema.ts';
import { eis } from '../../auth/policy.ts';
import { recordEvent } from '../gebeurtenis/gebeurtenis.server.ts';
import { actorId, type Actor } from '../gebruiker/gebruiker.ts';
import { WISVERZOEK, WISVERZOEK_TERUG } from './bewaren.ts';
import { TOESTEMMING_TEKSTVERSIE, type ToestemmingItem } from './kandidaat.ts';
import { consentOf, loadDossier } from './kandidaat.server.ts';
import type { Kanaal } from './toestemming.ts';

/** The events of choices; each names in `getoond` which items, and how it was said. */
const GEEF = 'geef toestemming';
const TREK_IN = 'trek toestemming in';

/** Every choice that was ever made, newest first, with who recorded it. @throws NietGevonden outside the own scope */
export function listConsent(actor: Actor, kandidaatId: number) {
  eis(actor, 'toestemming.bekijk');
  loadDossier(actor, kandidaatId);
  return database().select({ item: toestemming.item, gegevenOp: toestemming.gegevenOp, ingetrokkenOp: toestemming.ingetrokkenOp, kanaal: toestemming.kanaal, tekstversie: toestemming.tekstversie, door: gebruiker.naam })
    .from(toestemming).leftJoin(gebruiker, eq(gebruiker.id, toestemming.vastgelegdDoor)).where(eq(toestemming.kandidaatId, kandidaatId)).orderBy(desc(toestemming.id)).all();
}

/** The moment of the request to be erased that stands; null when there is none, or it was taken back. */
export function erasureAsked(kandidaatId: number): string | null {
  const last = database().select({ op: gebeurtenis.op, verb: gebeurtenis.verb }).from(gebeurtenis)
    .where(and(eq(gebeurtenis.soort, 'kandidaat'), eq(gebeurtenis.objectId, kandidaatId), inArray(gebeurtenis.verb, [WISVERZOEK, WISVERZOEK_TERUG]))).orderBy(desc(gebeurtenis.id)).limit(1).get();
  return last?.verb === WISVERZOEK ? last.op : null;
}

/** Takes the request to be erased back: by the kandidaat, or by a professional whom the kandidaat called. The profile stays withdrawn. */
export function keepData(actor: Actor, kandidaatId: number): void {
  eis(actor, 'toestemming.wijzig');
  transaction(() => {
    loadDossier(actor, kandidaatId);
    if (erasureAsked(kandidaatId) !== null) recordEvent(actor, { soort: 'kandidaat', objectId: kandidaatId, verb: WISVERZOEK_TERUG });
  });
}

/**
 * Per kandidaat the items to which a person said no last: by the personal link, on paper or by telephone. A partner's
 * file is no such answer; what a file withdrew, a later file may give.
 */
export function refusedByPeople(ids: readonly number[]): Map<number, Set<ToestemmingItem>> {
  const rows = database().select({ id: gebeurtenis.objectId, verb: gebeurtenis.verb, getoond: gebeurtenis.getoond }).from(gebeurtenis)
    .where(and(eq(gebeurtenis.soort, 'kandidaat'), inArray(gebeurtenis.objectId, [...ids]), inArray(gebeurtenis.verb, [GEEF, TREK_IN]), isNotNull(gebeurtenis.getoond))).orderBy(gebeurtenis.id).all();
  const refused = new Map<number, Set<ToestemmingItem>>();
  for (const { id, verb, getoond } of rows) {
    const { items, kanaal } = getoond as { items: ToestemmingItem[]; kanaal: Kanaal };
    const no = refused.get(id) ?? new Set();
    for (const item of items) if (verb === TREK_IN && kanaal !== 'import') no.add(item); else no.delete(item);
    refused.set(id, no);
  }
  return refused;
}

export type Wil = { geef: readonly ToestemmingItem[]; trekIn: readonly ToestemmingItem[] };
/** `op` is the moment or the day on which someone said yes; a no always counts from now. */
export type Hoe = { kanaal: Kanaal; op: string };

/**
 * Writes choices with their event, in the caller's transaction; the caller asked the policy and the scope.
 * @returns the items that changed; [] when everything was so already, as when a form is sent twice
 */
export function writeConsent(actor: Actor, kandidaatId: number, { geef, trekIn }: Wil, { kanaal, op }: Hoe): ToestemmingItem[] {
  const inForce = consentOf([kandidaatId]).get(kandidaatId) ?? new Set();
  const given = [...new Set(geef)].filter((item) => !inForce.has(item));
  const ended = [...new Set(trekIn)].filter((item) => inForce.has(item));
  for (const item of given) database().insert(toestemming).values({ kandidaatId, item, gegevenOp: op, kanaal, tekstversie: TOESTEMMING_TEKSTVERSIE, vastgelegdDoor: actorId(actor) }).run();
  if (ended.length > 0) database().update(toestemming).set({ ingetrokkenOp: new Date().toISOString() }).where(and(eq(toestemming.kandidaatId, kandidaatId), inArray(toestemming.item, ended), isNull(toestemming.ingetrokkenOp))).run();
  for (const [verb, items] of [[GEEF, given], [TREK_IN, ended]] as const) {
    if (items.length > 0) recordEvent(actor, { soort: 'kandidaat', objectId: kandidaatId, verb, toelichting: `${items.join(', ')} (${kanaal})`, getoond: { items, kanaal } });
  }
  return [...given, ...ended];
}
