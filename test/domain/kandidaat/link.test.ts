/** The personal link: who holds it is Samira, for as long as it works, and its token is stored nowhere. */
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { eq } from 'drizzle-orm';
import { connection, database } from '#db/client.ts';
import { kandidaatIntern, mail, persoonlijkeLink } from '#db/schema.ts';
import { openSeals, sign } from '#src/auth/geheim.server.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { profileHistory } from '#src/domain/kandidaat/kandidaat.server.ts';
import { actorOfPass, giveLink, openLink, readLink, revokeLink, saveEmail } from '#src/domain/kandidaat/link.server.ts';
import { makeActor, makeKandidaat, useDatabase } from '../../support/database.ts';

useDatabase();

let mia: Actor; let samira: number; let noor: number;
beforeAll(async () => {
  mia = await makeActor('werkmakelaar', 'Mia');
  samira = makeKandidaat({ ref: 's', voornaam: 'Samira', werkmakelaar: 'mia@test.example' });
  noor = makeKandidaat({ ref: 'n', voornaam: 'Noor', werkmakelaar: 'mia@test.example' });
});
afterEach(() => { vi.useRealTimers(); });

const token = (url: string | null) => url!.split('/').at(-1)!;
const who = (pass: string | undefined) => { const actor = actorOfPass(pass)?.actor; return actor?.rol === 'kandidaat' ? actor.kandidaatId : undefined; };
const after = (ms: number) => vi.useFakeTimers({ now: Date.now() + ms, toFake: ['Date'] });
const HOUR = 3_600_000;

describe('a link that Mia hands over', () => {
  it('has 256 bits, is Samira and nobody else, and the database holds neither token nor pass', () => {
    const own = token(giveLink(mia, samira, 'toon'));
    const other = token(giveLink(mia, noor, 'toon'));
    expect(Buffer.from(own, 'base64url')).toHaveLength(32);
    expect([who(openLink(own)), who(openLink(other))]).toEqual([samira, noor]);
    const dump = JSON.stringify(connection().prepare("SELECT * FROM persoonlijke_link, (SELECT group_concat(toelichting) FROM gebeurtenis)").all());
    expect(dump).not.toContain(own);
    expect(readLink(mia, samira).laatstGebruiktOp).not.toBeNull();
  });

  it('ends the one before, at once, also for who has a page open', () => {
    const first = token(giveLink(mia, samira, 'toon'));
    const pass = openLink(first);
    expect(who(pass)).toBe(samira);
    const second = token(giveLink(mia, samira, 'toon'));
    expect([openLink(first), who(pass), who(openLink(second))]).toEqual([undefined, undefined, samira]);
  });

  it('is taken back with one press', () => {
    const own = token(giveLink(mia, samira, 'toon'));
    const pass = openLink(own);
    for (let i = 0; i < 2; i++) revokeLink(mia, samira);
    expect([openLink(own), who(pass), readLink(mia, samira).geldigTot]).toEqual([undefined, undefined, null]);
    expect(profileHistory(mia, samira).at(-1)!.verb).toBe('trek persoonlijke link in');
    expect(profileHistory(mia, samira).at(-2)!.verb).toBe('geef persoonlijke link');
  });

  it('works for 90 days and not one longer; the pass for an hour, which begins anew at every page', () => {
    const own = token(giveLink(mia, samira, 'toon'));
    after(89 * 24 * HOUR);
    const pass = openLink(own);
    expect(who(pass)).toBe(samira);
    after(50 * 60_000);
    const fresh = actorOfPass(pass)!.pass;
    after(50 * 60_000);
    expect([who(pass), who(fresh)]).toEqual([undefined, samira]);
    after(25 * HOUR);
    expect(openLink(own)).toBeUndefined();
  });

  it.each(['', 'x', 'a'.repeat(43), "' OR 1=1 --", '1'])('is not found by guessing "%s"', (guess) => {
    expect(openLink(guess)).toBeUndefined();
    expect(actorOfPass(guess)).toBeUndefined();
  });

  it('has a pass that nobody can make: another number, another term or another purpose is refused', () => {
    const pass = openLink(token(giveLink(mia, samira, 'toon')))!;
    const [tekst, proof] = pass.split('.') as [string, string];
    expect(who(`${tekst.replace(/^\d+/, '1')}.${proof}`)).toBeUndefined();
    expect(who(`${tekst}0.${proof}`)).toBeUndefined();
    expect(who(sign('afmelden', tekst))).toBeUndefined();
    expect(who(sign('ik', 'x-y'))).toBeUndefined();
  });
});

describe('a link by mail', () => {
  it('goes to the address that Mia filled in, sealed in the table', () => {
    saveEmail(mia, samira, 'samira@eigen.example');
    expect(giveLink(mia, samira, 'mail')).toBeNull();
    const [sent] = database().select().from(mail).all();
    expect(sent).toMatchObject({ aan: 'samira@eigen.example', soort: 'persoonlijke-link' });
    expect(sent!.tekst).not.toMatch(/\/ik\/[\w-]{43}/);
    expect(who(openLink(/\/ik\/([\w-]{43})/.exec(openSeals(sent!.tekst))![1]!))).toBe(samira);
  });

  it('is refused without an address, and then the earlier link goes on working', () => {
    saveEmail(mia, samira, '');
    expect(database().select().from(kandidaatIntern).where(eq(kandidaatIntern.kandidaatId, samira)).get()!.email).toBeNull();
    const own = token(giveLink(mia, samira, 'toon'));
    const links = database().select().from(persoonlijkeLink).all().length;
    expect(() => giveLink(mia, samira, 'mail')).toThrow('Wij weten geen e-mailadres');
    expect(database().select().from(persoonlijkeLink).all()).toHaveLength(links);
    expect(who(openLink(own))).toBe(samira);
  });
});
