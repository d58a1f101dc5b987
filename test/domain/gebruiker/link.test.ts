/** Links in mail that work once: a forgotten password and a proved address. */
import { beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { eenmaligeLink, gebeurtenis, gebruiker, mail, outbox, sessie } from '#db/schema.ts';
import { openSeals } from '#src/auth/geheim.server.ts';
import { actorOf, startSession } from '#src/auth/session.server.ts';
import { checkSignIn, setActief } from '#src/domain/gebruiker/gebruiker.server.ts';
import { answerPasswordRequests, askNewPassword, chooseNewPassword, confirmAddress, linkWorks, mailBevestiging } from '#src/domain/gebruiker/link.server.ts';
import { BEZOEKER, SYSTEEM, WACHTWOORD, makeActor, useDatabase } from '../../support/database.ts';

useDatabase();
let count = 0;
let wim: { id: number; email: string };
beforeEach(async () => {
  for (const table of [mail, eenmaligeLink, outbox]) database().delete(table).run();
  const { id } = await makeActor('accountmanager', `Wim${'abcdefghijklmnop'[count++]}`);
  wim = { id, email: database().select().from(gebruiker).where(eq(gebruiker.id, id)).get()!.email };
});

const NIEUW = 'zeven groene paraplus';
const tokens = () => database().select().from(mail).all().flatMap((row) => [...openSeals(row.tekst).matchAll(/\/(?:wachtwoord|bevestig)\/([\w-]{43})/g)].map(([, token]) => token!));
function askToken(): string {
  askNewPassword(BEZOEKER, wim.email);
  answerPasswordRequests();
  return tokens().at(-1)!;
}
const row = () => database().select().from(gebruiker).where(eq(gebruiker.id, wim.id)).get()!;

describe('Wim, who forgot his password', () => {
  it('chooses a new one by the link, is signed out everywhere, and hears of it by mail', async () => {
    const session = await startSession(wim.id);
    const token = askToken();
    expect(linkWorks(BEZOEKER, 'nieuw wachtwoord', token)).toBe(true);
    await chooseNewPassword(BEZOEKER, token, NIEUW);
    expect(await actorOf(session)).toEqual({ rol: 'bezoeker' });
    expect(database().select().from(sessie).where(eq(sessie.userId, wim.id)).all()).toEqual([]);
    expect(await checkSignIn(wim.email, WACHTWOORD)).toBeUndefined();
    expect(await checkSignIn(wim.email, NIEUW)).toBe(wim.id);
    expect(database().select().from(mail).all().map((item) => item.soort)).toEqual(['nieuw-wachtwoord', 'wachtwoord-gewijzigd']);
    // Who opens the mail has shown that the address is theirs.
    expect(row().emailBevestigdOp).not.toBeNull();
    expect(database().select().from(gebeurtenis).where(eq(gebeurtenis.objectId, wim.id)).all().map((event) => event.verb)).toContain('kies wachtwoord');
  });

  it('can use the link once, and by using it makes every older one useless', async () => {
    const first = askToken(); const second = askToken();
    await chooseNewPassword(BEZOEKER, second, NIEUW);
    for (const token of [first, second]) {
      expect(linkWorks(BEZOEKER, 'nieuw wachtwoord', token)).toBe(false);
      await expect(chooseNewPassword(BEZOEKER, token, 'nog een ander wachtwoord')).rejects.toThrow('werkt niet meer');
    }
    expect(await checkSignIn(wim.email, NIEUW)).toBe(wim.id);
  });

  it('and somebody who uses the same link at the same moment: one of the two wins', async () => {
    const token = askToken();
    const outcomes = await Promise.allSettled([chooseNewPassword(BEZOEKER, token, NIEUW), chooseNewPassword(BEZOEKER, token, 'acht paarse koffers')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('cannot use it after an hour, nor when his account was switched off, nor a guessed one, nor one for another purpose', async () => {
    const token = askToken();
    setActief(SYSTEEM, wim.id, false);
    expect(linkWorks(BEZOEKER, 'nieuw wachtwoord', token)).toBe(false);
    setActief(SYSTEEM, wim.id, true);
    expect(linkWorks(BEZOEKER, 'bevestig adres', token)).toBe(false);
    database().update(eenmaligeLink).set({ verlooptOp: new Date(Date.now() - 1).toISOString() }).run();
    for (const wrong of [token, '', 'x'.repeat(43)]) await expect(chooseNewPassword(BEZOEKER, wrong, NIEUW)).rejects.toThrow('werkt niet meer');
    expect(await checkSignIn(wim.email, WACHTWOORD)).toBe(wim.id);
  });

  it('leaves no token in the database that works', () => {
    const token = askToken();
    const all = JSON.stringify([database().select().from(mail).all(), database().select().from(eenmaligeLink).all()]);
    expect(all).not.toContain(token);
  });
});

describe('an address that nobody has', () => {
  it('costs the same work at the request, and brings no mail', () => {
    askNewPassword(BEZOEKER, 'niemand@test.example');
    expect(database().select().from(outbox).all()).toHaveLength(1);
    expect(answerPasswordRequests()).toBe(1);
    expect([database().select().from(outbox).all(), database().select().from(mail).all(), database().select().from(eenmaligeLink).all()]).toEqual([[], [], []]);
  });

  it('nor does one whose account is off', () => {
    setActief(SYSTEEM, wim.id, false);
    askNewPassword(BEZOEKER, wim.email);
    answerPasswordRequests();
    expect(database().select().from(mail).all()).toEqual([]);
  });
});

it('an address is proved by a link that is used, not by one that is only opened, and once', () => {
  transaction(() => mailBevestiging(wim.id));
  const [token] = tokens() as [string];
  expect(linkWorks(BEZOEKER, 'bevestig adres', token)).toBe(true);
  expect(row().emailBevestigdOp).toBeNull();
  confirmAddress(BEZOEKER, token);
  expect(row().emailBevestigdOp).not.toBeNull();
  expect(() => confirmAddress(BEZOEKER, token)).toThrow('werkt niet meer');
});
