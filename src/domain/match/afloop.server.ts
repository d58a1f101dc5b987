/** How matches end: by a placement, by a kandidaat who withdraws, by a vacature that closes. Each end has its event. */
import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { kandidaat, match } from '#db/schema.ts';
import { Weigering, eis } from '../../auth/policy.ts';
import { dropMailOver, mailNietBeschikbaar } from '../../mail/gebeurtenissen.server.ts';
import { enqueue, recordEvent } from '../gebeurtenis/gebeurtenis.server.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { profielVerbs } from '../kandidaat/kandidaat.ts';
import { afterChange, loadDossier, moveProfile } from '../kandidaat/kandidaat.server.ts';
import { writeConsent } from '../kandidaat/toestemming.server.ts';
import { fulfilVacature, moveVacature } from '../vacature/vacature.server.ts';
import { endAfspraak } from './afspraak.server.ts';
import { VOOR_WERKGEVER, type Paar } from './match.server.ts';
import { OPEN_MATCH_STATUSSEN, type MatchStatus } from './match.ts';

/**
 * Placed: the profile leaves the etalage, other open pairs of this person end, a full vacature is closed. Call inside
 * the transaction of the placement.
 * @throws Weigering when the profile cannot be placed any more
 */
export function afterPlacement(actor: Actor, { kandidaat: person, vacature: job, match: placed }: Paar): void {
  eis(actor, 'match.plaats');
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

/** Closes a vacature and ends what was open on it. */
export function closeVacature(actor: Actor, vacatureId: number, afloop: string): void {
  transaction(() => {
    moveVacature(actor, vacatureId, afloop === 'vervuld via ons' ? 'vervul' : 'sluit', { afloop });
    // Who was invited already is a matter of people: that goes on.
    endOpenMatches(actor, eq(match.vacatureId, vacatureId), ['voorgesteld', 'geschikt', 'later', 'voorgedragen'], 'de vacature is gesloten');
  });
}

/** Ends what still waits for someone, each with its own event. Call inside a transaction. */
export function endOpenMatches(actor: Actor, which: SQL, statussen: readonly MatchStatus[], reden: string): void {
  const nu = new Date().toISOString();
  for (const row of database().select({ id: match.id, status: match.status, vacatureId: match.vacatureId }).from(match).where(and(which, inArray(match.status, [...statussen]))).all()) {
    database().update(match).set({ status: 'teruggetrokken', gewijzigdOp: nu }).where(eq(match.id, row.id)).run();
    recordEvent(actor, { soort: 'match', objectId: row.id, verb: 'trek terug', van: row.status, naar: 'teruggetrokken', reden });
    endAfspraak(actor, row.id, 'teruggetrokken', reden);
    // Room for the next suggestion.
    if (row.status === 'voorgesteld' && row.vacatureId !== null) enqueue('voorstellen-vacature', [row.vacatureId]);
  }
}
