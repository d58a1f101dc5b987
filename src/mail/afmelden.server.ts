/**
 * Stopping mail that comes by the clock, by the link in that mail and without signing in (RFC 8058). The token is
 * signed and does not expire: somebody may unsubscribe by an old mail.
 */
import { and, desc, eq, inArray } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { gebeurtenis, gebruiker, zoekopdracht } from '#db/schema.ts';
import { readSigned, sign } from '../auth/geheim.server.ts';
import { NietGevonden, eis } from '../auth/policy.ts';
import { config } from '../config.ts';
import { recordEvent } from '../domain/gebeurtenis/gebeurtenis.server.ts';
import type { Actor } from '../domain/gebruiker/gebruiker.ts';

/** What can be stopped: the mail of one saved search, or the daily overview of one person. */
export type Abonnement = { soort: 'zoekmelding' | 'dagoverzicht'; id: number };
const LETTER = { zoekmelding: 'z', dagoverzicht: 'd' } as const;
const UIT = 'zet dagoverzicht uit';
const AAN = 'zet dagoverzicht aan';

/** The address in the mail that stops it. */
export function afmeldAdres({ soort, id }: Abonnement): string {
  return `${config().siteUrl}/afmelden/${sign('afmelden', `${LETTER[soort]}${id}`)}`;
}

/** Whether someone wants the daily overview: yes, until the last choice says no. The history of the account is where it stands. */
export function wilDagoverzicht(gebruikerId: number): boolean {
  const last = database().select({ verb: gebeurtenis.verb }).from(gebeurtenis).where(and(eq(gebeurtenis.soort, 'gebruiker'), eq(gebeurtenis.objectId, gebruikerId), inArray(gebeurtenis.verb, [UIT, AAN]))).orderBy(desc(gebeurtenis.id)).limit(1).get();
  return last?.verb !== UIT;
}

export type Afmelding = { abonnement: Abonnement; /** What it is about, in words. */ over: string; aan: boolean };

/** What a token is about, and whether it is on now. @throws NietGevonden for a token that is not ours or a search that is gone */
export function readAfmelding(actor: Actor, token: string): Afmelding {
  eis(actor, 'post.afmelden');
  const [, letter, digits] = /^([zd])([1-9]\d{0,14})$/.exec(readSigned('afmelden', token) ?? '') ?? [];
  const id = Number(digits);
  if (letter === 'z') {
    const row = database().select({ naam: zoekopdracht.naam, melden: zoekopdracht.melden }).from(zoekopdracht).where(eq(zoekopdracht.id, id)).get();
    if (row) return { abonnement: { soort: 'zoekmelding', id }, over: `mail over de zoekopdracht “${row.naam}”`, aan: row.melden };
  }
  if (letter === 'd' && database().select({ id: gebruiker.id }).from(gebruiker).where(eq(gebruiker.id, id)).get()) return { abonnement: { soort: 'dagoverzicht', id }, over: 'uw dagoverzicht', aan: wilDagoverzicht(id) };
  throw new NietGevonden('afmelding');
}

/** Switches off (or on again) what the token is about. Doing it twice changes nothing. */
export function setAfmelding(actor: Actor, token: string, aan: boolean): void {
  eis(actor, 'post.afmelden');
  transaction(() => {
    const { abonnement: { soort, id }, aan: nu } = readAfmelding(actor, token);
    if (nu === aan) return;
    if (soort === 'dagoverzicht') return recordEvent({ rol: 'systeem' }, { soort: 'gebruiker', objectId: id, verb: aan ? AAN : UIT });
    // Switched on again, only people from now on are news.
    const { gebruikerId } = database().update(zoekopdracht).set({ melden: aan, ...(aan ? { gemeldTot: new Date().toISOString() } : {}) }).where(eq(zoekopdracht.id, id)).returning({ gebruikerId: zoekopdracht.gebruikerId }).get()!;
    recordEvent({ rol: 'systeem' }, { soort: 'gebruiker', objectId: gebruikerId, verb: aan ? 'zet zoekmelding aan' : 'zet zoekmelding uit', toelichting: `zoekopdracht ${id}` });
  });
}
