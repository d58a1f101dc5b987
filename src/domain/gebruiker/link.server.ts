/** Links in mail that work once: proving an address, choosing a new password. The table keeps only the hash of a token. */
import { and, eq, gt, isNull } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { eenmaligeLink, gebruiker, outbox, sessie } from '#db/schema.ts';
import { hashToken, newToken, seal } from '../../auth/geheim.server.ts';
import { hashPassword } from '../../auth/password.ts';
import { Weigering, eis } from '../../auth/policy.ts';
import { config } from '../../config.ts';
import { bevestigAdres, nieuwWachtwoord, wachtwoordGewijzigd } from '../../mail/berichten/account.ts';
import { enqueueMail } from '../../mail/mail.server.ts';
import { afzender, gebruikerMet } from '../../mail/wie.server.ts';
import { enqueue, recordEvent } from '../gebeurtenis/gebeurtenis.server.ts';
import type { Actor } from './gebruiker.ts';

export type LinkSoort = (typeof eenmaligeLink.$inferSelect)['soort'];
const BEVESTIG_DAGEN = 7;
const WACHTWOORD_UREN = 1;
const UUR_MS = 3_600_000;
const VERLOPEN = 'Deze link werkt niet meer. Hij is al gebruikt of te oud.';

/** Makes a link in the caller's transaction. @returns its id, and the address with the token sealed */
function createLink(gebruikerId: number, soort: LinkSoort, pad: string, geldigMs: number): { id: number; url: string } {
  const token = newToken();
  const { id } = database().insert(eenmaligeLink).values({ gebruikerId, soort, tokenHash: hashToken(token), verlooptOp: new Date(Date.now() + geldigMs).toISOString() }).returning({ id: eenmaligeLink.id }).get();
  return { id, url: `${config().siteUrl}${pad}/${seal(token)}` };
}

/** Asks the owner of a new account to prove the address. Call inside the transaction that makes the account. */
export function mailBevestiging(gebruikerId: number): void {
  const wie = gebruikerMet(gebruikerId)!;
  const { id, url } = createLink(wie.id, 'bevestig adres', '/bevestig', BEVESTIG_DAGEN * 24 * UUR_MS);
  enqueueMail({ sleutel: `bevestig-adres:${id}`, soort: 'bevestig-adres', aan: wie.email, ...bevestigAdres(afzender(), { naam: wie.naam, url, dagen: BEVESTIG_DAGEN }) });
}

/**
 * Someone forgot the password. Known and unknown addresses cost the same: one look and one row of work. The mail is
 * made afterwards by `answerPasswordRequests`.
 */
export function askNewPassword(actor: Actor, email: string): void {
  eis(actor, 'account.herstel');
  transaction(() => {
    const known = database().select({ id: gebruiker.id }).from(gebruiker).where(eq(gebruiker.email, email)).get();
    enqueue('nieuw-wachtwoord', [known?.id ?? 0]);
  });
}

/** Writes the mails that were asked for. @returns how many requests were handled */
export function answerPasswordRequests(): number {
  const rows = database().select({ id: outbox.id, gebruikerId: outbox.objectId }).from(outbox).where(eq(outbox.soort, 'nieuw-wachtwoord')).orderBy(outbox.id).all();
  for (const row of rows) transaction(() => {
    if (database().delete(outbox).where(eq(outbox.id, row.id)).run().changes === 0) return;
    const wie = gebruikerMet(row.gebruikerId);
    if (!wie) return;
    const { id, url } = createLink(wie.id, 'nieuw wachtwoord', '/wachtwoord', WACHTWOORD_UREN * UUR_MS);
    enqueueMail({ sleutel: `nieuw-wachtwoord:${id}`, soort: 'nieuw-wachtwoord', aan: wie.email, ...nieuwWachtwoord(afzender(), { naam: wie.naam, url, uren: WACHTWOORD_UREN }) });
  });
  return rows.length;
}

/** Whether a link still works, without using it: opening a page changes nothing, since mail scanners open pages too. */
export function linkWorks(actor: Actor, soort: LinkSoort, token: string): boolean {
  eis(actor, 'account.herstel');
  return findLink(soort, token) !== undefined;
}

function findLink(soort: LinkSoort, token: string) {
  return database().select({ id: eenmaligeLink.id, gebruikerId: eenmaligeLink.gebruikerId, bevestigd: gebruiker.emailBevestigdOp }).from(eenmaligeLink).innerJoin(gebruiker, eq(gebruiker.id, eenmaligeLink.gebruikerId))
    .where(and(eq(eenmaligeLink.tokenHash, hashToken(token)), eq(eenmaligeLink.soort, soort), isNull(eenmaligeLink.gebruiktOp), gt(eenmaligeLink.verlooptOp, new Date().toISOString()), eq(gebruiker.actief, true))).get();
}

/** Uses a link, and with it every other open link of its kind: whoever has an older mail cannot come after. */
function consumeLink(soort: LinkSoort, token: string): { gebruikerId: number; bevestigd: string } {
  const link = findLink(soort, token);
  if (!link) throw new Weigering(VERLOPEN);
  const nu = new Date().toISOString();
  database().update(eenmaligeLink).set({ gebruiktOp: nu }).where(and(eq(eenmaligeLink.gebruikerId, link.gebruikerId), eq(eenmaligeLink.soort, soort), isNull(eenmaligeLink.gebruiktOp))).run();
  return { gebruikerId: link.gebruikerId, bevestigd: link.bevestigd ?? nu };
}

/** The owner of an account proves the address. @throws Weigering when the link was used or is too old */
export function confirmAddress(actor: Actor, token: string): void {
  eis(actor, 'account.herstel');
  transaction(() => {
    const { gebruikerId, bevestigd } = consumeLink('bevestig adres', token);
    database().update(gebruiker).set({ emailBevestigdOp: bevestigd }).where(eq(gebruiker.id, gebruikerId)).run();
    recordEvent({ rol: 'systeem' }, { soort: 'gebruiker', objectId: gebruikerId, verb: 'bevestig adres' });
  });
}

/**
 * Stores a new password by a link from the mail. Every session ends, and the owner gets a mail about it.
 * @throws Weigering when the link was used or is too old
 */
export async function chooseNewPassword(actor: Actor, token: string, wachtwoord: string): Promise<void> {
  eis(actor, 'account.herstel');
  if (!findLink('nieuw wachtwoord', token)) throw new Weigering(VERLOPEN);
  const wachtwoordHash = await hashPassword(wachtwoord);
  transaction(() => {
    const { gebruikerId, bevestigd } = consumeLink('nieuw wachtwoord', token);
    database().update(gebruiker).set({ wachtwoordHash, emailBevestigdOp: bevestigd }).where(eq(gebruiker.id, gebruikerId)).run();
    database().delete(sessie).where(eq(sessie.userId, gebruikerId)).run();
    recordEvent({ rol: 'systeem' }, { soort: 'gebruiker', objectId: gebruikerId, verb: 'kies wachtwoord' });
    const wie = gebruikerMet(gebruikerId)!;
    enqueueMail({ sleutel: `wachtwoord-gewijzigd:${hashToken(token)}`, soort: 'wachtwoord-gewijzigd', aan: wie.email, ...wachtwoordGewijzigd(afzender(), wie) });
  });
}
