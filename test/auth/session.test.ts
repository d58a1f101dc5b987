/** Passwords and sessions: what is stored, how long it lasts, and how it ends. */
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { eq } from 'drizzle-orm';
import { connection, database } from '#db/client.ts';
import { gebeurtenis, gebruiker, sessie, werkgever } from '#db/schema.ts';
import { hashPassword, verifyNobody, verifyPassword } from '#src/auth/password.ts';
import { Weigering } from '#src/auth/policy.ts';
import { actorOf, cookieName, cookieOptions, endAllSessions, endSession, loadActor, startSession } from '#src/auth/session.server.ts';
import { checkSignIn, createGebruiker, setActief } from '#src/domain/gebruiker/gebruiker.server.ts';
import { inlogInvoer, wachtwoordSchema, type Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { SYSTEEM, WACHTWOORD, makeActor, makePartner, useDatabase } from '../support/database.ts';

useDatabase();

type Persoon = Actor & { id: number };
let mia: Persoon; let karin: Persoon; let ruud: Persoon; let bea: Persoon; let firma: number;
const DAG = 24 * 3600 * 1000;

beforeAll(async () => {
  firma = database().insert(werkgever).values({ naam: 'Van Dijk Logistiek', status: 'geverifieerd' }).returning({ id: werkgever.id }).get().id;
  [mia, karin, ruud, bea] = [await makeActor('werkmakelaar', 'Mia'), await makeActor('accountmanager', 'Karin', { sectoren: ['logistiek'] }), await makeActor('werkgever', 'Ruud', { werkgeverId: firma }), await makeActor('beheerder', 'Bea')];
});
afterEach(() => { vi.useRealTimers(); });
/** Moves the clock, not the timers: argon2 and the database go on. */
const later = (milliseconds: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds });

describe('a password', () => {
  it('is stored as argon2id with the parameters that OWASP advises, salted anew each time', async () => {
    const [one, two] = [await hashPassword(WACHTWOORD), await hashPassword(WACHTWOORD)];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(one).not.toContain(WACHTWOORD);
    expect([await verifyPassword(one, WACHTWOORD), await verifyPassword(two, WACHTWOORD), await verifyPassword(one, `${WACHTWOORD} `), await verifyPassword(one, '')]).toEqual([true, true, false, false]);
  });

  it.each(['', 'geen hash', '$argon2id$v=19$m=19456,t=2,p=1$AAAA', '$2b$10$abcdefghijklmnopqrstuv'])('opens nothing when what is stored is "%s"', async (stored) => {
    expect(await verifyPassword(stored, WACHTWOORD)).toBe(false);
  });

  it('of nobody is never right', async () => {
    expect(await verifyNobody(WACHTWOORD)).toBe(false);
    expect(await verifyNobody('een adres dat niemand heeft')).toBe(false);
  });

  it.each([['short', 'kort'], ['known by all', 'Wachtwoord2026!'], ['known by all, in small letters', 'welkom12345678'], ['one letter', 'aaaaaaaaaaaaaaa'], ['two letters', 'abababababababab'], ['too long', 'een heel lang wachtwoord '.repeat(9)]])('is refused when it is %s', (_, value) => {
    expect(wachtwoordSchema.safeParse(value).success).toBe(false);
  });

  it('may be a sentence, in any script, without signs or capitals', () => {
    for (const value of [WACHTWOORD, 'de kat zit op het dak', 'مرحبا بالعالم الجميل', '🚲🚲🚲🚲 fietsen is leuk']) expect(wachtwoordSchema.safeParse(value).success).toBe(true);
  });
});

describe('signing in', () => {
  it('works for Mia with her address in any case, and is recorded', async () => {
    const { email } = inlogInvoer.parse({ email: ' MIA@Test.Example ', wachtwoord: WACHTWOORD });
    expect(await checkSignIn(email, WACHTWOORD)).toBe(mia.id);
    expect(database().select().from(gebeurtenis).where(eq(gebeurtenis.objectId, mia.id)).all().filter((event) => event.verb === 'log in')).toHaveLength(1);
  });

  it('does not work with a wrong password, an unknown address or an account that is off, and is then not recorded', async () => {
    const uit = await makeActor('beheerder', 'Uit');
    setActief(SYSTEEM, uit.id, false);
    const count = () => connection().prepare(`SELECT count(*) FROM gebeurtenis WHERE verb = 'log in'`).pluck().get();
    const before = count();
    for (const [email, wachtwoord] of [['mia@test.example', 'vier blauwe auto\'s'], ['niemand@test.example', WACHTWOORD], ['uit@test.example', WACHTWOORD], ["' OR 1=1 --", WACHTWOORD], ['', '']]) expect(await checkSignIn(email!, wachtwoord!)).toBeUndefined();
    expect(count()).toBe(before);
  });

  it('is not answered sooner for an address that nobody has than for a wrong password', async () => {
    const time = async (email: string) => {
      const runs: number[] = [];
      for (let i = 0; i < 5; i++) { const start = performance.now(); await checkSignIn(email, 'niet het goede wachtwoord'); runs.push(performance.now() - start); }
      return Math.min(...runs);
    };
    await time('niemand@test.example');
    const [known, unknown] = [await time('mia@test.example'), await time('niemand@test.example')];
    // Loosely, the least of five: without the decoy an unknown address answers a hundred times faster.
    expect(unknown).toBeGreaterThan(known / 4);
  });

  it('gives no two people the same address', async () => {
    await expect(createGebruiker(SYSTEEM, { email: 'mia@test.example', naam: 'Mia Twee', rol: 'beheerder', wachtwoord: WACHTWOORD })).rejects.toThrow(Weigering);
  });
});

describe('a session', () => {
  it('gives back who signed in, with a token of 256 bits that is stored nowhere', async () => {
    const token = await startSession(mia.id);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(await actorOf(token)).toEqual(mia);
    const dump = JSON.stringify(connection().prepare('SELECT * FROM sessie').all());
    expect(dump).not.toContain(token);
    expect(dump).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
    expect(await startSession(mia.id)).not.toBe(token);
  });

  it('is nobody for a token that is missing, changed, invented, or the id from the table', async () => {
    const token = await startSession(mia.id);
    const stored = database().select().from(sessie).where(eq(sessie.userId, mia.id)).all().map((row) => row.id);
    for (const wrong of [undefined, '', `${token}A`, token.slice(1), token.toUpperCase(), 'x'.repeat(10_000), "' OR '1'='1", '\u0000', ...stored]) expect(await actorOf(wrong)).toEqual({ rol: 'bezoeker' });
  });

  it('ends after a week without use, and lives on while it is used', async () => {
    const [used, unused] = [await startSession(mia.id), await startSession(mia.id)];
    later(5 * DAG);
    expect(await actorOf(used)).toEqual(mia);
    later(4 * DAG);
    expect(await actorOf(used)).toEqual(mia);
    expect(await actorOf(unused)).toEqual({ rol: 'bezoeker' });
  });

  it('ends after 30 days, however often it was used, and its row is gone', async () => {
    const token = await startSession(karin.id);
    for (let day = 0; day < 29; day += 4) { expect(await actorOf(token)).toEqual(karin); later(4 * DAG); }
    expect(await actorOf(token)).toEqual({ rol: 'bezoeker' });
    expect(database().select().from(sessie).where(eq(sessie.userId, karin.id)).all()).toEqual([]);
  });

  it('ends at signing out, and only that one; signing out everywhere ends them all, and nobody else\'s', async () => {
    const [laptop, phone, other] = [await startSession(mia.id), await startSession(mia.id), await startSession(ruud.id)];
    await endSession(laptop);
    expect([await actorOf(laptop), await actorOf(phone)]).toEqual([{ rol: 'bezoeker' }, mia]);
    await endSession('onbekend token');
    await endAllSessions(mia.id);
    expect([await actorOf(phone), await actorOf(other)]).toEqual([{ rol: 'bezoeker' }, ruud]);
  });

  it('is a bezoeker at once when the account is switched off, and Bea cannot switch herself off', async () => {
    const token = await startSession(ruud.id);
    setActief(bea, ruud.id, false);
    expect(await actorOf(token)).toEqual({ rol: 'bezoeker' });
    setActief(bea, ruud.id, true);
    expect(() => setActief(bea, bea.id, false)).toThrow(Weigering);
  });

  it('does not come back to life when an account that was off is switched on again', async () => {
    const token = await startSession(ruud.id);
    setActief(bea, ruud.id, false);
    setActief(bea, ruud.id, true);
    expect(await actorOf(token)).toEqual({ rol: 'bezoeker' });
  });

  it('follows a change of role or organisation at the next request', async () => {
    const token = await startSession(ruud.id);
    database().update(werkgever).set({ status: 'geweigerd' }).where(eq(werkgever.id, firma)).run();
    expect(await actorOf(token)).toMatchObject({ rol: 'werkgever', geverifieerd: false });
    database().update(werkgever).set({ status: 'geverifieerd' }).where(eq(werkgever.id, firma)).run();
    database().update(gebruiker).set({ rol: 'beheerder' }).where(eq(gebruiker.id, ruud.id)).run();
    expect((await actorOf(token)).rol).toBe('beheerder');
    database().update(gebruiker).set({ rol: 'werkgever' }).where(eq(gebruiker.id, ruud.id)).run();
  });

  it('is a cookie that no script can read and no other site can send', () => {
    expect(cookieOptions()).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/', maxAge: 7 * 24 * 3600 });
    expect(cookieName()).toMatch(/sessie$/);
  });
});

describe('an account', () => {
  it('without its organisation or partner is a bezoeker, and so is an id that never was', async () => {
    const los = async (rol: 'werkgever' | 'aanmelder', naam: string) => (await createGebruiker(SYSTEEM, { email: `${naam}@test.example`, naam, rol, wachtwoord: WACHTWOORD }));
    expect([loadActor(await los('werkgever', 'los1')), loadActor(await los('aanmelder', 'los2')), loadActor(999_999), loadActor(-1)]).toEqual(Array.from({ length: 4 }, () => ({ rol: 'bezoeker' })));
  });

  it('carries its scope: partner, caseload, sectors', async () => {
    const partnerId = makePartner('Partner Een');
    expect(await makeActor('aanmelder', 'Ad', { partnerId })).toMatchObject({ rol: 'aanmelder', partnerId });
    expect(mia).toMatchObject({ rol: 'werkmakelaar', caseloads: [mia.id] });
    expect(karin).toMatchObject({ rol: 'accountmanager', sectoren: ['logistiek'] });
    expect(ruud).toMatchObject({ rol: 'werkgever', werkgeverId: firma, geverifieerd: true });
  });
});
