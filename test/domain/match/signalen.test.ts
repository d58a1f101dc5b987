/** Signals: who needs attention beside the queue, and who does not. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { connection, database } from '#db/client.ts';
import { gebeurtenis, kandidaat, mail, match } from '#db/schema.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { termijnVoorbij } from '#src/domain/match/kennismaking.ts';
import { listZonderAntwoord } from '#src/domain/match/kennismaking.server.ts';
import { moveMatch, proposeByHand } from '#src/domain/match/match.server.ts';
import { describeAfwijzingen, describeVersheid, describeWachten, type SignaalSoort } from '#src/domain/match/signalen.ts';
import { listSignalen } from '#src/domain/match/signalen.server.ts';
import { mailHerinneringen } from '#src/mail/herinneringen.server.ts';
import { momentOf } from '#src/werkdagen.ts';
import { rebuildIndex } from '#search/sync.ts';
import { makeActor, makeKandidaat, makeVacature, useDatabase } from '../../support/database.ts';

useDatabase();
const db = () => database();
let mia: Actor; let mo: Actor; let karin: Actor; let ruud: Actor;
let count = 0;
/** A Wednesday. */
const VANDAAG = '2026-11-18';
const person = (voornaam: string, extra: Partial<typeof kandidaat.$inferInsert> = {}) => {
  const id = makeKandidaat({ ref: `s-k${++count}`, voornaam, wensberoepen: ['orderpicker'], werkmakelaar: 'mia@test.example' });
  db().update(kandidaat).set({ status: 'gepubliceerd', bevestigdOp: '2026-11-01', aangemaaktOp: '2026-11-10T09:00:00.000Z', ...extra }).where(eq(kandidaat.id, id)).run();
  return id;
};
const soorten = (kandidaatId: number, actor: Actor = mia): SignaalSoort[] => listSignalen(actor, { kandidaatId }, VANDAAG).map((signaal) => signaal.soort);
/** Judged, presented and, when there is a reason, rejected. @param op the moment of the last step */
function presented(who: number, op: string, reden?: string): number {
  const pair = proposeByHand(mia, who, makeVacature({ ref: `s-v${++count}`, titel: 'Orderpicker' }));
  moveMatch(mia, pair, 'vind geschikt');
  moveMatch(karin, pair, 'draag voor', { bericht: 'Een goede kandidaat.' });
  if (reden) moveMatch(ruud, pair, 'wijs af', { reden });
  db().update(gebeurtenis).set({ op }).where(eq(gebeurtenis.objectId, pair)).run();
  return pair;
}

beforeAll(async () => {
  mia = await makeActor('werkmakelaar', 'Mia');
  mo = await makeActor('werkmakelaar', 'Mo');
  karin = await makeActor('accountmanager', 'Karin');
  makeVacature({ ref: 's-first', titel: 'Orderpicker' });
  ruud = await makeActor('werkgever', 'Ruud', { werkgeverId: connection().prepare('SELECT id FROM werkgever').pluck().get() as number });
});
beforeEach(() => { connection().exec('DELETE FROM mail; DELETE FROM gebeurtenis; DELETE FROM match; DELETE FROM toestemming; DELETE FROM kandidaat_intern; DELETE FROM kandidaat'); rebuildIndex(); });

describe('rejected again and again', () => {
  it('is Samira after three employers said no, with their reasons, most frequent first', () => {
    const samira = person('Samira');
    for (const reden of ['zoekt meer ervaring', 'de plek is al vervuld']) presented(samira, '2026-11-16T10:00:00.000Z', reden);
    expect(soorten(samira)).toEqual([]);
    presented(samira, '2026-11-16T10:00:00.000Z', 'zoekt meer ervaring');
    expect(listSignalen(mia, { kandidaatId: samira }, VANDAAG)).toMatchObject([{ soort: 'afgewezen', voornaam: 'Samira', gewicht: 3, tekst: 'Dit kwartaal 3 keer afgewezen: zoekt meer ervaring (2 keer) en de plek is al vervuld.' }]);
  });

  it('counts the accountmanager who does not present someone, and says so', () => {
    const samira = person('Samira');
    for (let i = 0; i < 2; i++) presented(samira, '2026-11-16T10:00:00.000Z', 'zoekt meer ervaring');
    const pair = proposeByHand(mia, samira, makeVacature({ ref: `s-v${++count}`, titel: 'Orderpicker' }));
    moveMatch(mia, pair, 'vind geschikt');
    moveMatch(karin, pair, 'draag niet voor', { reden: 'past niet bij dit team' });
    db().update(gebeurtenis).set({ op: '2026-11-16T10:00:00.000Z' }).where(eq(gebeurtenis.objectId, pair)).run();
    expect(listSignalen(mia, { kandidaatId: samira }, VANDAAG)[0]!.tekst).toContain('3 keer afgewezen, waarvan 1 keer door de accountmanager');
  });

  it('forgets what is longer ago than a quarter', () => {
    const samira = person('Samira');
    for (let i = 0; i < 3; i++) presented(samira, '2026-08-01T10:00:00.000Z', 'zoekt meer ervaring');
    expect(soorten(samira)).toEqual([]);
    expect(describeAfwijzingen([])).toBeNull();
  });
});

describe('an employer who is silent', () => {
  it('is one who has a voordracht for more than five working days: presented on Tuesday, told on Wednesday of the next week', () => {
    const samira = person('Samira');
    presented(samira, '2026-11-11T10:00:00.000Z');
    expect(soorten(samira)).toEqual([]);
    const joke = person('Joke');
    const pair = presented(joke, '2026-11-10T10:00:00.000Z');
    expect(listSignalen(mia, { kandidaatId: joke }, VANDAAG)).toMatchObject([{ soort: 'werkgever stil', matchId: pair, gewicht: 6, tekst: 'Van Dijk Logistiek heeft nog niet geantwoord op de voordracht voor Orderpicker. Dat duurt nu 6 werkdagen.' }]);
  });

  it('is the same for the signal of Mia, the page of Karin and the reminder to Ruud', async () => {
    const pairs = ['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12'].map((dag) => presented(person(`Samira ${dag}`), `${dag}T10:00:00.000Z`));
    const nu = momentOf(VANDAAG, '09:00');
    const late = pairs.slice(0, 2);
    expect(listSignalen(mia, { soorten: ['werkgever stil'] }, VANDAAG).map(({ matchId }) => matchId)).toEqual(late);
    expect(listZonderAntwoord(karin, nu).map((item) => item.match.id)).toEqual(late);
    await mailHerinneringen(nu);
    expect(db().select({ sleutel: mail.sleutel }).from(mail).where(eq(mail.soort, 'herinnering')).all().map(({ sleutel }) => Number(sleutel.split(':')[1]))).toEqual(late);
  });

  it('is not one who answered, nor one for whom holidays lay between', () => {
    const samira = person('Samira');
    const pair = presented(samira, '2026-11-02T10:00:00.000Z');
    expect(soorten(samira)).toEqual(['werkgever stil']);
    moveMatch(ruud, pair, 'nodig uit');
    expect(soorten(samira)).toEqual([]);
    expect(['2026-12-31', '2027-01-04'].map((dag) => termijnVoorbij('2026-12-23T10:00:00.000Z', dag))).toEqual([false, true]);
  });
});

describe('a profile that grows stale', () => {
  it.each([['2026-08-20', 'Verdwijnt na vandaag uit het venster'], ['2026-08-21', 'Verdwijnt over 1 dag uit'], ['2026-09-03', 'Verdwijnt over 14 dagen uit'], ['2026-08-19', 'Staat daarom niet meer in het venster']])('confirmed on %s is told: "%s"', (bevestigdOp, words) => {
    const samira = person('Samira', { bevestigdOp });
    expect(listSignalen(mia, { kandidaatId: samira }, VANDAAG)[0]).toMatchObject({ soort: 'veroudert', tekst: expect.stringContaining(words) });
  });

  it('is not told too early, nor of somebody who is not in the window', () => {
    expect(describeVersheid('2026-09-04', VANDAAG)).toBeNull();
    expect(soorten(person('Samira', { bevestigdOp: '2026-01-01', status: 'concept', aangemaaktOp: '2026-11-17T00:00:00.000Z' }))).toEqual([]);
  });
});

describe('never suggested', () => {
  it('is Samira who waits for two weeks, and not Joke who came yesterday, nor Piet who was suggested', () => {
    const samira = person('Samira', { aangemaaktOp: '2026-11-04T09:00:00.000Z' });
    const joke = person('Joke', { aangemaaktOp: '2026-11-17T09:00:00.000Z' });
    const piet = person('Piet', { aangemaaktOp: '2026-10-01T09:00:00.000Z' });
    proposeByHand(mia, piet, makeVacature({ ref: `s-v${++count}`, titel: 'Orderpicker' }));
    expect([samira, joke, piet].map((id) => soorten(id))).toEqual([['nooit voorgesteld'], [], []]);
    expect(describeWachten('2026-11-05', VANDAAG)).toBeNull();
  });

  it('counts from the day that someone became arbeidsfit', () => {
    expect(soorten(person('Samira', { aangemaaktOp: '2026-09-01T09:00:00.000Z', arbeidsfitSinds: '2026-11-10' }))).toEqual([]);
    expect(soorten(person('Joke', { aangemaaktOp: '2026-09-01T09:00:00.000Z', arbeidsfit: false }))).toEqual([]);
  });
});

describe('the list', () => {
  it('holds the own people only, and nobody who has a job or withdrew', () => {
    const samira = person('Samira', { bevestigdOp: '2026-01-01' });
    const piet = person('Piet', { bevestigdOp: '2026-01-01', status: 'geplaatst' });
    expect([soorten(samira), soorten(samira, mo), soorten(samira, karin), soorten(piet)]).toEqual([['veroudert'], [], ['veroudert'], []]);
    expect(listSignalen(mia, { soorten: ['afgewezen'] }, VANDAAG)).toEqual([]);
  });

  it('is ordered by kind and then by urgency', () => {
    person('Bas', { bevestigdOp: '2026-08-25' });
    person('Ans', { bevestigdOp: '2026-08-30' });
    presented(person('Joke'), '2026-11-02T10:00:00.000Z');
    expect(listSignalen(mia, {}, VANDAAG).map((signaal) => signaal.voornaam)).toEqual(['Joke', 'Bas', 'Ans']);
    expect(db().select().from(match).all()).toHaveLength(1);
  });
});
