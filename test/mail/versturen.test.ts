/** The worker against a mail server that fails in every way: nothing is lost, nothing accepted goes twice, and what is stuck shows. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { mail } from '#db/schema.ts';
import { seal } from '#src/auth/geheim.server.ts';
import { bewaar } from '#src/jobs/bewaren.ts';
import { readHealth } from '#src/jobs/health.server.ts';
import { countOldMail, dropOldMail, enqueueMail, getMail, listMail, mailStand, retryMail, type Post } from '#src/mail/mail.server.ts';
import { MAX_POGINGEN, waitAfter } from '#src/mail/mail.ts';
import { sendDue, smtpVerzender, type Verzender } from '#src/mail/versturen.server.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { BEZOEKER, makeActor, useDatabase } from '../support/database.ts';
import { SmtpServer } from '../support/smtp.ts';

useDatabase();
let smtp: SmtpServer;
let verzender: Verzender;
beforeEach(async () => {
  database().delete(mail).run();
  smtp = new SmtpServer();
  await smtp.start();
  verzender = smtpVerzender(smtp.url, 250);
});
afterEach(async () => { verzender.sluit(); await smtp.stop(); });

const write = (naam: string, extra: Partial<Post> = {}) => transaction(() => enqueueMail({ sleutel: naam, soort: 'welkom', aan: `${naam}@test.example`, onderwerp: `Dag ${naam}`, tekst: `Beste ${naam}`, html: `<p>Beste ${naam}</p>`, ...extra }));
const row = (sleutel: string) => database().select().from(mail).where(eq(mail.sleutel, sleutel)).get()!;
/** The time, so many minutes from now: waiting costs a test nothing. */
const over = (minuten: number) => ({ clock: () => new Date(Date.now() + minuten * 60_000) });
const aan = () => smtp.ontvangen.map((bericht) => bericht.aan.split('@')[0]);

describe('a message', () => {
  it('is written in a transaction or not at all, and once per sleutel', () => {
    const post: Post = { sleutel: 'x', soort: 'welkom', aan: 'a@test.example', onderwerp: 'x', tekst: 'x', html: 'x' };
    expect(() => enqueueMail(post)).toThrow('transactie');
    expect([write('Karin'), write('Karin', { onderwerp: 'Anders' })]).toEqual([true, false]);
    expect(row('Karin').onderwerp).toBe('Dag Karin');
    expect(() => transaction(() => { enqueueMail({ ...post, sleutel: 'weg' }); throw new Error('toch niet'); })).toThrow('toch niet');
    expect(row('weg')).toBeUndefined();
  });

  it('arrives once, in text and HTML, and is marked as sent', async () => {
    write('Karin');
    expect(await sendDue(verzender)).toEqual({ verstuurd: 1, mislukt: 0, storing: false });
    expect(await sendDue(verzender, over(60))).toEqual({ verstuurd: 0, mislukt: 0, storing: false });
    expect(aan()).toEqual(['Karin']);
    const [{ bron, messageId }] = smtp.ontvangen as [typeof smtp.ontvangen[number]];
    expect(bron).toContain('Content-Type: multipart/alternative');
    expect(bron).toContain('Auto-Submitted: auto-generated');
    expect(bron).toMatch(/From: Talentvenster <werkgevers@talentvenster\.example>/);
    expect(messageId).toMatch(/^<[0-9a-f]{40}@localhost>$/);
    expect(row('Karin').verzondenOp).not.toBeNull();
  });

  it('carries its link opened, while the table holds it sealed', async () => {
    write('Karin', { tekst: `Kies hier: https://x.example/wachtwoord/${seal('open-sesam')}` });
    expect(row('Karin').tekst).not.toContain('open-sesam');
    await sendDue(verzender);
    expect(smtp.ontvangen[0]!.bron).toContain('open-sesam');
    expect(row('Karin').tekst).not.toContain('open-sesam');
  });

  it('with a seal that does not open is stuck in the end and never sent with a broken link', async () => {
    write('Karin', { tekst: '~geheim.AAAA~' });
    for (let i = 0; i < MAX_POGINGEN; i++) await sendDue(verzender, over(i * 400));
    expect(row('Karin').fout).toContain('SECRET');
    expect([aan(), mailStand().vast]).toEqual([[], 1]);
  });

  it('carries an invitation for the calendar with the method it names, and a way to unsubscribe with one click', async () => {
    write('Karin', { agenda: 'BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n', afmelden: 'https://x.example/afmelden/z1.abc' });
    await sendDue(verzender);
    const { bron } = smtp.ontvangen[0]!;
    expect(bron).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=CANCEL/);
    expect(bron).toContain('List-Unsubscribe: <https://x.example/afmelden/z1.abc>');
    expect(bron).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  it('goes to one address and in one piece, whatever somebody typed as a name or a subject', async () => {
    write('Karin', { onderwerp: 'Dag\r\nBcc: spion@test.example', aan: 'karin@test.example' });
    await sendDue(verzender);
    expect(smtp.ontvangen.map((bericht) => bericht.aan)).toEqual(['karin@test.example']);
    expect(smtp.ontvangen[0]!.bron).not.toMatch(/^Bcc:/m);
  });
});

describe('when the server is down', () => {
  it('everything waits without losing a try, the fault shows, and all of it goes when the server is back', async () => {
    for (const naam of ['Karin', 'Wim', 'Els']) write(naam);
    await smtp.stop();
    for (let hour = 0; hour < 72; hour++) expect(await sendDue(verzender, over(hour * 60))).toEqual({ verstuurd: 0, mislukt: 1, storing: true });
    expect(row('Karin')).toMatchObject({ pogingen: 0, verzondenOp: null, fout: expect.stringContaining('ECONNREFUSED') });
    expect(readHealth().onderdelen.post).toMatchObject({ wacht: 3, vast: 0, oudste: row('Karin').aangemaaktOp });
    await smtp.start();
    expect(await sendDue(verzender, over(100 * 60))).toEqual({ verstuurd: 3, mislukt: 0, storing: false });
    expect(aan()).toEqual(['Karin', 'Wim', 'Els']);
    expect(row('Karin').fout).toBeNull();
  });

  it.each([['refuses at the greeting', { bij: 'begroeting', code: 421 }], ['says nothing at all', { bij: 'begroeting', stilte: true }]] as const)('or %s, it is the same', async (_, storing) => {
    write('Karin');
    smtp.storing = () => storing;
    expect(await sendDue(verzender)).toMatchObject({ storing: true });
    expect(row('Karin').pogingen).toBe(0);
    smtp.storing = () => undefined;
    expect(await sendDue(verzender, over(1))).toMatchObject({ verstuurd: 1 });
  });
});

describe('when the server has something against one message', () => {
  it('that one is tried later and later, the others go, and no try is made before its time', async () => {
    write('Wim'); write('Karin');
    smtp.storing = (naar) => (naar?.startsWith('Wim') ? { bij: 'ontvanger', code: 451 } : undefined);
    expect(await sendDue(verzender)).toEqual({ verstuurd: 1, mislukt: 1, storing: false });
    expect(row('Wim')).toMatchObject({ pogingen: 1, fout: expect.stringContaining('451') });
    expect(await sendDue(verzender)).toMatchObject({ mislukt: 0 });
    smtp.storing = () => undefined;
    expect(await sendDue(verzender, over(2))).toMatchObject({ verstuurd: 1 });
    expect(aan()).toEqual(['Karin', 'Wim']);
  });

  it.each([['the address', { bij: 'ontvanger', code: 550 }], ['the text', { bij: 'tekst', code: 554 }]] as const)('for good because of %s, it is stuck at once, and Els may send it again after mending that', async (_, storing) => {
    const els = await makeActor('beheerder', `Els ${storing.bij}`);
    write('Wim');
    smtp.storing = (naar) => (naar ? storing : undefined);
    await sendDue(verzender);
    const { id } = row('Wim');
    expect(getMail(els, id)).toMatchObject({ status: 'vastgelopen', fout: expect.stringContaining(String(storing.code)) });
    expect(listMail(els, 'vastgelopen', 1)).toMatchObject({ aantal: { vastgelopen: 1, wacht: 0 }, rijen: [{ id }] });
    expect(await sendDue(verzender, over(10_000))).toMatchObject({ verstuurd: 0, mislukt: 0 });
    smtp.storing = () => undefined;
    retryMail(els, id);
    expect(() => retryMail(els, id)).toThrow('niet vastgelopen');
    await sendDue(verzender);
    expect(aan()).toEqual(['Wim']);
    expect(() => retryMail(els, id)).toThrow('niet vastgelopen');
  });

  it.each([['falls silent', { bij: 'tekst', stilte: true }], ['breaks the line half-way', { bij: 'tekst', verbreek: true }]] as const)('and %s, only that one waits, and is stuck after %# tries too many', async (_, storing) => {
    write('Wim'); write('Karin');
    smtp.storing = (naar) => (naar?.startsWith('Wim') ? storing : undefined);
    expect(await sendDue(verzender)).toEqual({ verstuurd: 1, mislukt: 1, storing: false });
    let minutes = 0;
    for (let tries = 1; tries < MAX_POGINGEN; tries++) { minutes += waitAfter(tries) / 60_000 + 1; await sendDue(verzender, over(minutes)); }
    expect(row('Wim').pogingen).toBe(MAX_POGINGEN);
    expect([aan(), mailStand()]).toEqual([['Karin'], { wacht: 0, vast: 1, oudste: null }]);
  });

  it('but took it and broke the line before saying so, it goes once more with the same Message-ID, by which a reader sees one', async () => {
    write('Karin');
    smtp.storing = (naar) => (naar ? { bij: 'na aannemen', verbreek: true } : undefined);
    await sendDue(verzender);
    smtp.storing = () => undefined;
    await sendDue(verzender, over(5));
    expect(smtp.ontvangen).toHaveLength(2);
    expect(new Set(smtp.ontvangen.map(({ messageId }) => messageId)).size).toBe(1);
  });
});

describe('stopping and working together', () => {
  it('stops after the message that is under way, and leaves the rest waiting', async () => {
    for (const naam of ['Karin', 'Wim']) write(naam);
    const stopping = new AbortController();
    smtp.bijOntvangst = () => stopping.abort();
    expect(await sendDue(verzender, { stopping: stopping.signal })).toEqual({ verstuurd: 1, mislukt: 0, storing: false });
    expect([row('Karin').verzondenOp === null, row('Wim').verzondenOp]).toEqual([false, null]);
  });

  it('breaks off a message that takes too long, and gives it back at once', async () => {
    write('Karin');
    const sending = new AbortController();
    const geduldig = smtpVerzender(smtp.url, 60_000);
    smtp.storing = (naar) => { if (naar) setImmediate(() => sending.abort()); return naar ? { bij: 'tekst', stilte: true } : undefined; };
    expect(await sendDue(geduldig, { sending: sending.signal, stopping: sending.signal })).toMatchObject({ verstuurd: 0, mislukt: 0 });
    expect(row('Karin')).toMatchObject({ nietVoor: '', pogingen: 0, fout: null });
  });

  it('lets two workers send at once without sending anything twice', async () => {
    const namen = Array.from({ length: 20 }, (_, at) => `k${at}`);
    namen.forEach((naam) => write(naam));
    const other = smtpVerzender(smtp.url, 250);
    const [a, b] = await Promise.all([sendDue(verzender), sendDue(other)]);
    expect(a.verstuurd + b.verstuurd).toBe(20);
    expect([...aan()].sort()).toEqual([...namen].sort());
  });
});

describe('the list of mail', () => {
  it('is for the beheerder only, newest first, page by page', async () => {
    const els = await makeActor('beheerder', 'Els');
    for (let at = 0; at < 60; at++) write(`m${at}`);
    expect(listMail(els, null, 1)).toMatchObject({ paginas: 2, pagina: 1, rijen: { length: 50, 0: { sleutel: 'm59' } } });
    expect(listMail(els, 'wacht', 99)).toMatchObject({ pagina: 2, rijen: { length: 10 } });
    expect(listMail(els, 'verstuurd', 1)).toMatchObject({ pagina: 1, paginas: 1, rijen: [] });
    for (const actor of [BEZOEKER, await makeActor('accountmanager', 'Peter')] as Actor[]) for (const look of [() => listMail(actor, null, 1), () => getMail(actor, 1), () => retryMail(actor, 1)]) expect(look).toThrow('Geen toegang');
  });

  it('shows no link that opens an account', async () => {
    const els = await makeActor('beheerder', 'Els Twee');
    write('Karin', { tekst: `https://x.example/wachtwoord/${seal('open-sesam')}`, html: `<a href="https://x.example/wachtwoord/${seal('open-sesam')}">x</a>` });
    const { tekst, html } = getMail(els, row('Karin').id);
    expect([tekst, html]).toEqual(['https://x.example/wachtwoord/geheim', '<a href="https://x.example/wachtwoord/geheim">x</a>']);
  });
});

describe('old mail', () => {
  const dagen = (n: number) => new Date(Date.now() + n * 86_400_000);

  it('that was sent or got stuck is erased after 90 days, and what still waits is kept', () => {
    for (const naam of ['Karin', 'Mia', 'Samira']) write(naam);
    database().update(mail).set({ verzondenOp: new Date().toISOString() }).where(eq(mail.sleutel, 'Karin')).run();
    database().update(mail).set({ pogingen: MAX_POGINGEN, fout: 'onbekend adres' }).where(eq(mail.sleutel, 'Mia')).run();
    expect([countOldMail(dagen(89)), dropOldMail(dagen(89))]).toEqual([0, 0]);
    expect([countOldMail(dagen(91)), dropOldMail(dagen(91)), dropOldMail(dagen(91))]).toEqual([2, 2, 0]);
    expect(database().select().from(mail).all().map(({ sleutel }) => sleutel)).toEqual(['Samira']);
  });

  it('goes with the daily task that walks the retention ladder', async () => {
    write('Karin');
    database().update(mail).set({ verzondenOp: '2020-01-01T08:00:00.000Z' }).run();
    expect((await bewaar(new Date())).post).toBe(1);
    expect(row('Karin')).toBeUndefined();
  });
});
