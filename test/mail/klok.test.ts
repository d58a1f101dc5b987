/** Mail by the clock: alerts never twice and never forgotten, reminders once, overviews on working days, and tasks that were missed. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { and, eq } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { gebeurtenis, gebruiker, kandidaat, mail, match, outbox, toestemming, vacature, verborgenVoor, werkgever, zoekopdracht } from '#db/schema.ts';
import { indexKandidaten } from '#search/sync.ts';
import { withdrawKandidaat } from '#src/domain/match/afloop.server.ts';
import { moveMatch, proposeByHand } from '#src/domain/match/match.server.ts';
import { moveProfile } from '#src/domain/kandidaat/kandidaat.server.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { afmeldAdres, readAfmelding, setAfmelding } from '#src/mail/afmelden.server.ts';
import { mailZoekmeldingen } from '#src/mail/alerts.server.ts';
import { mailDagoverzichten } from '#src/mail/dagoverzicht.server.ts';
import { mailHerinneringen } from '#src/mail/herinneringen.server.ts';
import { listTaken } from '#src/mail/mail.server.ts';
import { runTaken, type Taak } from '#src/mail/taken.server.ts';
import { readHealth } from '#src/jobs/health.server.ts';
import { BEZOEKER, makeActor, makeKandidaat, makePartner, makeVacature, useDatabase } from '../support/database.ts';

useDatabase();

type Persoon = Actor & { id: number };
let mia: Persoon; let karin: Persoon; let ad: Persoon; let ruud: Persoon; let organisatie: number; let job: number;
beforeAll(async () => {
  const partnerId = makePartner('Team Werk');
  job = makeVacature({ ref: 'v', titel: 'Orderpicker', taken: ['orders verzamelen'] });
  organisatie = database().select().from(vacature).where(eq(vacature.id, job)).get()!.werkgeverId;
  mia = await makeActor('werkmakelaar', 'Mia'); karin = await makeActor('accountmanager', 'Karin'); ad = await makeActor('aanmelder', 'Ad', { partnerId });
  database().update(werkgever).set({ status: 'geverifieerd', accountmanagerId: karin.id }).where(eq(werkgever.id, organisatie)).run();
  ruud = await makeActor('werkgever', 'Ruud', { werkgeverId: organisatie });
});
beforeEach(() => transaction(() => {
  for (const table of [mail, zoekopdracht, outbox, match, gebeurtenis]) database().delete(table).run();
  const old = database().select({ id: kandidaat.id }).from(kandidaat).all().map(({ id }) => id);
  database().delete(kandidaat).run();
  indexKandidaten(old);
}));

let count = 0;
const uur = (hours: number) => new Date(Date.parse('2026-11-23T07:00:00Z') + hours * 3_600_000);
/** Someone in the etalage, published at a moment. */
function publish(voornaam: string, op: Date, extra: Parameters<typeof makeKandidaat>[0] | object = {}): number {
  const id = makeKandidaat({ ref: `k-${++count}`, voornaam, wensberoepen: ['orderpicker'], kop: 'Ik zoek werk in het magazijn', aanmelder: 'Team Werk', werkmakelaar: 'mia@test.example', ...extra });
  transaction(() => { database().update(kandidaat).set({ status: 'gepubliceerd', gepubliceerdOp: op.toISOString() }).where(eq(kandidaat.id, id)).run(); indexKandidaten([id]); });
  return id;
}
const bewaar = (zoekvraag = 'q=orderpicker', gemeldTot = uur(0)) => database().insert(zoekopdracht).values({ gebruikerId: ruud.id, naam: 'Orderpickers', zoekvraag, gemeldTot: gemeldTot.toISOString() }).returning({ id: zoekopdracht.id }).get().id;
const post = (soort: string) => database().select().from(mail).where(eq(mail.soort, soort)).orderBy(mail.id).all();
/** The people in each alert, as they stand in it. */
const gemeld = () => post('zoekmelding').map((row) => [...row.tekst.matchAll(/\/talent\/(\d+)/g)].map(([, id]) => Number(id)));

describe('a saved search', () => {
  it('tells of who is new since the last time, each once, and of nobody when nobody is new', async () => {
    publish('Oud', uur(-1));
    bewaar();
    const samira = publish('Samira', uur(1)); const piet = publish('Piet', uur(2));
    expect(await mailZoekmeldingen(uur(3))).toBe(1);
    expect(gemeld()).toEqual([[piet, samira]]);
    expect(post('zoekmelding')[0]).toMatchObject({ aan: 'ruud@test.example', onderwerp: '2 nieuwe kandidaten voor “Orderpickers”' });
    expect(await mailZoekmeldingen(uur(24))).toBe(0);
    const fatma = publish('Fatma', uur(30));
    await mailZoekmeldingen(uur(48));
    expect(gemeld()).toEqual([[piet, samira], [fatma]]);
  });

  it('tells at most once a day, and what came in between the next day', async () => {
    bewaar();
    const samira = publish('Samira', uur(1));
    await mailZoekmeldingen(uur(2));
    const piet = publish('Piet', uur(3));
    expect(await mailZoekmeldingen(uur(4))).toBe(0);
    await mailZoekmeldingen(uur(26));
    expect(gemeld()).toEqual([[samira], [piet]]);
  });

  it('forgets nobody who is published at the very moment of telling, and tells nobody twice when two workers run at once', async () => {
    bewaar();
    const samira = publish('Samira', uur(1)); const opDeGrens = publish('Joris', uur(2));
    await Promise.all([mailZoekmeldingen(uur(2)), mailZoekmeldingen(uur(2))]);
    await mailZoekmeldingen(uur(26));
    expect(gemeld()).toEqual([[samira], [opDeGrens]]);
  });

  it('finds what the etalage finds: the words, the filters, and nobody whom Ruud may not see', async () => {
    bewaar('sector=logistiek&q=orderpicker');
    const samira = publish('Samira', uur(1), { sectoren: ['logistiek'] });
    publish('Groen', uur(1), { sectoren: ['groen'], wensberoepen: ['hovenier'], kop: 'Ik was orderpicker' }); publish('Kok', uur(1), { sectoren: ['logistiek'], wensberoepen: ['kok'], kop: 'Koken' });
    const hidden = publish('Verborgen', uur(1), { sectoren: ['logistiek'] });
    database().insert(verborgenVoor).values({ kandidaatId: hidden, werkgeverId: organisatie }).run();
    // The index is behind: consent ended a moment ago, and only the tables know.
    const behind = publish('Ingetrokken', uur(1), { sectoren: ['logistiek'] });
    database().update(toestemming).set({ ingetrokkenOp: uur(1).toISOString() }).where(eq(toestemming.kandidaatId, behind)).run();
    await mailZoekmeldingen(uur(3));
    expect(gemeld()).toEqual([[samira]]);
  });

  it('does not tell of people who fit only after a word was dropped', async () => {
    bewaar('q=orderpicker+duikbootkapitein');
    publish('Samira', uur(1));
    expect(await mailZoekmeldingen(uur(3))).toBe(0);
  });

  it('names nobody without consent for the name, and shows the number when there are very many', async () => {
    bewaar();
    for (let at = 0; at < 230; at++) publish('Samira', new Date(uur(1).getTime() + at * 1000), { toestemming: ['profiel'] });
    await mailZoekmeldingen(uur(3));
    expect(post('zoekmelding')[0]).toMatchObject({ onderwerp: '230 nieuwe kandidaten voor “Orderpickers”', tekst: expect.stringContaining('En nog 220 anderen.') });
    expect(post('zoekmelding')[0]!.tekst).not.toContain('Samira');
    expect(gemeld()[0]).toHaveLength(10);
  });

  it('of somebody whose account is off waits, and one that is wrong keeps none of the others from their mail', async () => {
    bewaar();
    const samira = publish('Samira', uur(1));
    database().update(gebruiker).set({ actief: false }).where(eq(gebruiker.id, ruud.id)).run();
    expect(await mailZoekmeldingen(uur(2))).toBe(0);
    database().update(gebruiker).set({ actief: true }).where(eq(gebruiker.id, ruud.id)).run();
    await mailZoekmeldingen(uur(26));
    expect(gemeld()).toEqual([[samira]]);
  });

  it('stops by one click without signing in, and starts again from that moment', async () => {
    const search = bewaar();
    publish('Samira', uur(1));
    await mailZoekmeldingen(uur(2));
    const [row] = post('zoekmelding');
    expect(row!.afmelden).toBe(afmeldAdres({ soort: 'zoekmelding', id: search }));
    const token = row!.afmelden!.split('/').at(-1)!;
    for (let i = 0; i < 2; i++) setAfmelding(BEZOEKER, token, false);
    publish('Piet', uur(3));
    expect(await mailZoekmeldingen(uur(26))).toBe(0);
    expect(readAfmelding(BEZOEKER, token)).toMatchObject({ aan: false, over: 'mail over de zoekopdracht “Orderpickers”' });
    setAfmelding(BEZOEKER, token, true);
    expect(await mailZoekmeldingen(new Date(Date.now() + 1000))).toBe(0);
    expect(database().select().from(gebeurtenis).where(eq(gebeurtenis.objectId, ruud.id)).all().map((event) => event.verb)).toEqual(['zet zoekmelding uit', 'zet zoekmelding aan']);
  });

  it('is not stopped by a token that is guessed, or of a search that is gone', () => {
    const search = bewaar();
    const token = afmeldAdres({ soort: 'zoekmelding', id: search }).split('/').at(-1)!;
    for (const wrong of [token.replace(`z${search}`, `z${search + 1}`), `z${search}`, '', 'x.y']) expect(() => setAfmelding(BEZOEKER, wrong, false)).toThrow('Niet gevonden');
    database().delete(zoekopdracht).run();
    expect(() => readAfmelding(BEZOEKER, token)).toThrow('Niet gevonden');
  });
});

describe('a reminder', () => {
  /** Presented at a moment; the use case writes the event now, so the test moves it. */
  function present(op: Date): number {
    const pair = proposeByHand(mia, publish('Samira', uur(-100)), job);
    moveMatch(mia, pair, 'vind geschikt'); moveMatch(karin, pair, 'draag voor', { bericht: 'Goed.' });
    database().update(gebeurtenis).set({ op: op.toISOString() }).where(and(eq(gebeurtenis.soort, 'match'), eq(gebeurtenis.objectId, pair))).run();
    return pair;
  }

  it('comes when five working days have passed, once', async () => {
    // Monday; five working days later is the Monday after, until the end of that day.
    const pair = present(uur(0));
    expect(await mailHerinneringen(uur(7 * 24 + 1))).toBe(0);
    expect(await mailHerinneringen(uur(8 * 24))).toBe(1);
    expect(await mailHerinneringen(uur(9 * 24))).toBe(0);
    expect(post('herinnering')).toMatchObject([{ aan: 'ruud@test.example', onderwerp: 'Wat vindt u van Samira?', tekst: expect.stringContaining(`/voordrachten/${pair}`) }]);
  });

  it('does not come after an answer, after Samira withdrew, or for what is long past', async () => {
    moveMatch(ruud, present(uur(0)), 'nodig uit');
    const gone = present(uur(0));
    withdrawKandidaat(mia, database().select().from(match).where(eq(match.id, gone)).get()!.kandidaatId, 'eigen wens');
    present(uur(-100 * 24));
    expect(await mailHerinneringen(uur(9 * 24))).toBe(0);
  });
});

describe('the daily overview', () => {
  const sinds = new Date(Date.now() - 3_600_000).toISOString();
  const straks = new Date(Date.now() + 60_000);
  const overzicht = (naam: string) => post('dagoverzicht').find((row) => row.aan.startsWith(naam))?.tekst;

  it('tells each professional what is new for them, in figures and without names, and once a day', async () => {
    const samira = publish('Samira', uur(0)); const piet = publish('Piet', uur(0));
    proposeByHand(mia, samira, job);
    const answered = proposeByHand(mia, piet, job);
    moveMatch(mia, answered, 'vind geschikt'); moveMatch(karin, answered, 'draag voor', { bericht: 'x' }); moveMatch(ruud, answered, 'nodig uit');
    const back = makeKandidaat({ ref: 'terug', voornaam: 'Adanna', aanmelder: 'Team Werk', werkmakelaar: 'mia@test.example' });
    moveProfile(karin, back, 'stuur terug', 'korter');
    const wacht = makeKandidaat({ ref: 'wacht', voornaam: 'Fatma', aanmelder: 'Team Werk', werkmakelaar: 'mia@test.example', wensberoepen: ['kapper'] });
    moveProfile(karin, wacht, 'stuur terug', 'kop'); moveProfile(ad, wacht, 'dien in');
    expect(await mailDagoverzichten(sinds, straks)).toBe(3);
    expect(overzicht('mia')).toContain('- 1 nieuw voorstel\n');
    expect(overzicht('karin')).toContain('- 1 nieuw antwoord van een werkgever\n');
    expect(overzicht('karin')).toContain('- 1 nieuw profiel om na te kijken\n');
    expect(overzicht('ad')).toContain('- 1 profiel kwam terug van de accountmanager\n');
    expect(JSON.stringify(post('dagoverzicht'))).not.toMatch(/Samira|Piet|Adanna|Fatma/);
    expect(await mailDagoverzichten(sinds, straks)).toBe(0);
  });

  it('is not written for who has nothing new, nor for who unsubscribed, until they choose otherwise', async () => {
    expect(await mailDagoverzichten(sinds, straks)).toBe(0);
    proposeByHand(mia, publish('Samira', uur(0)), job);
    const token = afmeldAdres({ soort: 'dagoverzicht', id: mia.id }).split('/').at(-1)!;
    setAfmelding(BEZOEKER, token, false);
    expect(await mailDagoverzichten(sinds, straks)).toBe(0);
    setAfmelding(BEZOEKER, token, true);
    expect(await mailDagoverzichten(sinds, straks)).toBe(1);
  });

  it('counts from the own last overview, also when the task as a whole did not succeed since', async () => {
    proposeByHand(mia, publish('Samira', uur(0)), job);
    expect(await mailDagoverzichten(sinds, new Date())).toBe(1);
    // The next day; the task still thinks it succeeded last before Samira was suggested.
    database().update(mail).set({ aangemaaktOp: new Date(Date.now() + 1000).toISOString() }).run();
    expect(await mailDagoverzichten(sinds, new Date(Date.now() + 24 * 3_600_000))).toBe(0);
  });

  it('says that an employer has been silent for five working days', async () => {
    const pair = proposeByHand(mia, publish('Samira', uur(0)), job);
    moveMatch(mia, pair, 'vind geschikt'); moveMatch(karin, pair, 'draag voor', { bericht: 'x' });
    database().update(gebeurtenis).set({ op: new Date(Date.now() - 20 * 86_400_000).toISOString() }).run();
    await mailDagoverzichten(sinds, straks);
    expect(overzicht('karin')).toContain('- 1 voordracht zonder antwoord na vijf werkdagen');
    expect(overzicht('mia')).toContain('- 1 werkgever antwoordt al vijf werkdagen niet');
  });
});

describe('a task', () => {
  const runs: [string, Date][] = [];
  let fail = false;
  const taak: Taak = { naam: 'proef', tijd: '07:30', run: (sinds, now) => { if (fail) throw new Error('stuk'); runs.push([sinds, now]); } };
  const at = (moment: string) => runTaken([taak], new Date(moment));
  beforeEach(() => { runs.length = 0; fail = false; });

  it('runs once on each working day, at its time', async () => {
    for (const moment of ['2026-11-20T06:00:00Z', '2026-11-20T06:29:00Z', '2026-11-20T06:30:00Z', '2026-11-20T06:31:00Z', '2026-11-21T07:00:00Z', '2026-11-23T06:29:00Z', '2026-11-23T06:31:00Z', '2026-11-23T20:00:00Z']) await at(moment);
    expect(runs.map(([, now]) => now.toISOString())).toEqual(['2026-11-20T06:30:00.000Z', '2026-11-23T06:31:00.000Z']);
  });

  it('that was missed runs when the process is up again, but not in a weekend, and counts from its last success', async () => {
    await at('2026-11-19T06:00:00Z'); await at('2026-11-19T06:30:00Z');
    await at('2026-11-21T12:00:00Z'); await at('2026-11-23T05:00:00Z');
    expect(runs.at(-1)).toEqual(['2026-11-19T06:30:00.000Z', new Date('2026-11-23T05:00:00Z')]);
    await at('2026-11-23T06:31:00Z');
    expect(runs).toHaveLength(3);
  });

  it('that fails is tried again, shows its fault to the beheerder, is no waiting work, and loses no time that it should tell of', async () => {
    const els = await makeActor('beheerder', 'Els');
    await at('2026-11-19T06:00:00Z'); await at('2026-11-19T06:30:00Z');
    fail = true;
    await at('2026-11-20T06:30:00Z'); await at('2026-11-20T06:30:30Z'); await at('2026-11-20T06:31:00Z');
    expect(listTaken(els)).toEqual([{ naam: 'proef', gelukt: '2026-11-19T06:30:00.000Z', volgende: '2026-11-20T06:33:00.000Z', fout: 'stuk' }]);
    expect(readHealth().onderdelen.wachtrij).toEqual({ wacht: 0, vast: 0 });
    fail = false;
    await at('2026-11-20T06:33:00Z');
    expect(runs.at(-1)![0]).toBe('2026-11-19T06:30:00.000Z');
    expect(listTaken(els)).toMatchObject([{ gelukt: '2026-11-20T06:33:00.000Z', volgende: '2026-11-23T06:30:00.000Z', fout: null }]);
  });
});
