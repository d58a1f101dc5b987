/** Meeting Samira: Ruud asks, Karin plans; who gets which mail, whose it is, and what happens when two do it at once. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { afspraak, gebeurtenis, kandidaat, kandidaatIntern, mail, match, vacature, werkgever } from '#db/schema.ts';
import { GeenToegang, NietGevonden, Weigering } from '#src/auth/policy.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { agendaFor, listAfsprakenVanKandidaat, listEigenAfspraken } from '#src/domain/match/agenda.server.ts';
import type { AfspraakInvoer } from '#src/domain/match/afspraak.ts';
import { cancelAfspraak, getKennismaking, listKennismakingen, listZonderAntwoord, moveAfspraak, planAfspraak, recordUitkomst } from '#src/domain/match/kennismaking.server.ts';
import { pauseOwn } from '#src/domain/kandidaat/eigen.server.ts';
import { withdrawKandidaat } from '#src/domain/match/afloop.server.ts';
import { askErasure, chooseItem, hideOwnFrom, withdrawOwn } from '#src/domain/match/intrekken.server.ts';
import { askKennismaking, matchHistory, moveMatch, proposeByHand } from '#src/domain/match/match.server.ts';
import { addDays, dayOf } from '#src/domain/kalender/werkdagen.ts';
import { momentOf } from '#src/werkdagen.ts';
import { makeActor, makeKandidaat, makeVacature, useDatabase } from '../../support/database.ts';
import { readAgenda, valueOf } from '../../support/agenda.ts';

useDatabase();

type Persoon = Actor & { id: number };
let karin: Persoon; let kees: Persoon; let klaas: Persoon; let mia: Persoon; let mo: Persoon; let ruud: Persoon; let wim: Persoon; let job: number;
const db = () => database();
beforeAll(async () => {
  mia = await makeActor('werkmakelaar', 'Mia');
  mo = await makeActor('werkmakelaar', 'Mo');
  karin = await makeActor('accountmanager', 'Karin', { sectoren: ['logistiek'] });
  kees = await makeActor('accountmanager', 'Kees', { sectoren: ['groen'] });
  klaas = await makeActor('accountmanager', 'Klaas', { sectoren: ['logistiek'] });
  job = makeVacature({ ref: 'v', titel: 'Orderpicker', taken: ['orders verzamelen'] });
  const firm = db().select().from(vacature).where(eq(vacature.id, job)).get()!.werkgeverId;
  db().update(werkgever).set({ status: 'geverifieerd', sectoren: ['logistiek'], accountmanagerId: karin.id }).where(eq(werkgever.id, firm)).run();
  ruud = await makeActor('werkgever', 'Ruud', { werkgeverId: firm });
  wim = await makeActor('werkgever', 'Wim', { werkgeverId: db().insert(werkgever).values({ naam: 'Anders', status: 'geverifieerd', sectoren: ['groen'] }).returning({ id: werkgever.id }).get().id });
});
let samira: number; let pair: number; let count = 0;
beforeEach(() => {
  db().delete(match).run();
  samira = makeKandidaat({ ref: `s-${++count}`, voornaam: 'Samira', werkmakelaar: 'mia@test.example', intern: { notitie: 'geheim' } });
  db().update(kandidaat).set({ status: 'gepubliceerd' }).where(eq(kandidaat.id, samira)).run();
  db().update(kandidaatIntern).set({ email: 'samira@eigen.example' }).where(eq(kandidaatIntern.kandidaatId, samira)).run();
  pair = askKennismaking(ruud, samira, null, 'Zij lijkt mij goed.');
  db().delete(mail).run();
});

const STRAKS = addDays(dayOf(new Date()), 7);
const invoer = (values: Partial<AfspraakInvoer> = {}): AfspraakInvoer => ({ begin: momentOf(STRAKS, '14:30'), duurMinuten: 45, plaats: 'Kade 1, Tilburg', aanwezig: ['Samira', 'Ruud'], toelichting: 'Neem de achterdeur.', ...values });
const post = () => db().select().from(mail).orderBy(mail.id).all();
const aan = () => post().map((row) => row.aan.split('@')[0]);
/** The meeting was yesterday. */
const wasYesterday = () => db().update(afspraak).set({ begin: new Date(Date.now() - 86_400_000).toISOString() }).where(eq(afspraak.matchId, pair)).run();
const events = () => matchHistory(karin, pair).map((item) => item.verb);

describe('a meeting that Ruud asked for', () => {
  it('is with Karin at once, and after she planned it everybody has an invitation of the same appointment', () => {
    expect(listKennismakingen(karin).map((item) => [item.kandidaat.voornaam, item.stand])).toEqual([['Samira', 'te plannen']]);
    planAfspraak(karin, pair, invoer());
    expect(getKennismaking(karin, pair)).toMatchObject({ stand: 'gepland', afspraak: { plaats: 'Kade 1, Tilburg', volgnummer: 0, doorId: karin.id } });
    expect(aan()).toEqual(['ruud', 'karin', 'mia', 'samira']);
    const files = post().map((row) => readAgenda(row.agenda!));
    expect(new Set(files.map((file) => valueOf(file, 'UID'))).size).toBe(1);
    expect(files.map((file) => [valueOf(file, 'METHOD'), valueOf(file, 'SUMMARY')])).toEqual([['REQUEST', 'Kennismaking met Samira'], ['REQUEST', 'Kennismaking: Van Dijk Logistiek en Samira'], ['REQUEST', 'Kennismaking: Van Dijk Logistiek en Samira'], ['REQUEST', 'Kennismaking bij Van Dijk Logistiek']]);
    expect(files.map((file) => file.filter((line) => line.naam === 'ATTENDEE').map((line) => line.waarde.toLowerCase()))).toEqual(post().map((row) => [`mailto:${row.aan}`]));
    expect(events()).toEqual(['vraag kennismaking', 'plan kennismaking']);
  });

  it('tells nobody by mail more than a first name, when and where: no note, no other names, no words of Ruud', () => {
    planAfspraak(karin, pair, invoer({ toelichting: 'geheim', aanwezig: ['geheim persoon'] }));
    expect(JSON.stringify(post())).not.toMatch(/geheim|lijkt mij goed/);
    for (const row of post()) for (const ander of ['ruud@', 'mia@', 'karin@', 'samira@'].filter((adres) => !row.aan.startsWith(adres))) expect(row.agenda! + row.tekst).not.toContain(ander);
    expect(post().at(-1)!.tekst).toContain('Kun je niet? Bel ons dan.');
    // Her personal link may be old by then: her own pages say how to get a new one.
    expect(post().at(-1)!.tekst).toMatch(/^https?:\/\/[^/]+\/ik$/m);
    expect(valueOf(readAgenda(post().at(-1)!.agenda!), 'URL')).toMatch(/\/ik$/);
  });

  it('is shown to Ruud with the note, and to Wim and others not at all', () => {
    planAfspraak(karin, pair, invoer());
    expect(listEigenAfspraken(ruud)).toMatchObject([{ matchId: pair, voornaam: 'Samira', plaats: 'Kade 1, Tilburg', toelichting: 'Neem de achterdeur.', afgezegd: false, reden: null }]);
    expect(listEigenAfspraken(wim)).toEqual([]);
    for (const actor of [ruud, karin, mia]) expect(valueOf(readAgenda(agendaFor(actor, pair)), 'LOCATION')).toBe('Kade 1, Tilburg');
    for (const actor of [wim, kees, mo]) expect(() => agendaFor(actor, pair)).toThrow(NietGevonden);
    expect(() => agendaFor({ rol: 'bezoeker' }, pair)).toThrow(GeenToegang);
  });

  it('goes without a mail to Samira where we know no address', () => {
    db().update(kandidaatIntern).set({ email: null }).where(eq(kandidaatIntern.kandidaatId, samira)).run();
    planAfspraak(karin, pair, invoer());
    expect(aan()).toEqual(['ruud', 'karin', 'mia']);
  });

  it('can be planned by a colleague of the same sector, who gets the mail with Karin; not by one of another sector or another role', () => {
    for (const work of [() => getKennismaking(kees, pair), () => planAfspraak(kees, pair, invoer()), () => cancelAfspraak(kees, pair, { reden: 'x', volgnummer: 0 }), () => recordUitkomst(kees, pair, { uitkomst: 'geen klik', toelichting: '' })]) expect(work).toThrow(NietGevonden);
    expect(listKennismakingen(kees)).toEqual([]);
    for (const actor of [mia, ruud, { rol: 'bezoeker' } as Actor]) for (const work of [() => listKennismakingen(actor), () => planAfspraak(actor, pair, invoer()), () => moveAfspraak(actor, pair, { ...invoer(), reden: 'x', volgnummer: 0 }), () => cancelAfspraak(actor, pair, { reden: 'x', volgnummer: 0 }), () => recordUitkomst(actor, pair, { uitkomst: 'geen klik', toelichting: '' }), () => listZonderAntwoord(actor)]) expect(work).toThrow(GeenToegang);
    planAfspraak(klaas, pair, invoer());
    expect(aan()).toEqual(['ruud', 'klaas', 'karin', 'mia', 'samira']);
  });

  it('of an employer that is nobody\'s is seen by every accountmanager', () => {
    const elders = db().insert(werkgever).values({ naam: 'Zonder sector', status: 'geverifieerd', sectoren: ['kunst'] }).returning({ id: werkgever.id }).get().id;
    const { id } = db().insert(match).values({ kandidaatId: samira, werkgeverId: elders, herkomst: 'kennismaking' }).returning({ id: match.id }).get();
    for (const actor of [karin, kees]) expect(listKennismakingen(actor).map((item) => item.match.id)).toContain(id);
  });
});

it('an invitation after a voordracht asks for a meeting too, and Ruud finds it with that voordracht', () => {
  const presented = proposeByHand(mia, samira, job);
  expect(() => getKennismaking(karin, presented)).toThrow(NietGevonden);
  moveMatch(mia, presented, 'vind geschikt');
  moveMatch(karin, presented, 'draag voor', { bericht: 'Zij past.' });
  moveMatch(ruud, presented, 'nodig uit');
  expect(listKennismakingen(karin).filter((item) => item.match.id === presented)).toMatchObject([{ stand: 'te plannen', vacature: { titel: 'Orderpicker' } }]);
  planAfspraak(karin, presented, invoer());
  expect(post().find((row) => row.soort === 'afspraak' && row.aan.startsWith('ruud'))!.tekst).toContain(`/voordrachten/${presented}\n`);
  expect(listEigenAfspraken(ruud).map((item) => item.matchId)).toEqual([presented]);
  moveMatch(ruud, presented, 'wijs af', { reden: 'de plek is al vervuld' });
  expect(listEigenAfspraken(ruud)).toMatchObject([{ matchId: presented, afgezegd: true, reden: null }]);
});

describe('two accountmanagers at once', () => {
  it('plan one appointment: the second reads who made it, and when it is', () => {
    planAfspraak(karin, pair, invoer());
    expect(() => planAfspraak(klaas, pair, invoer({ plaats: 'elders' }))).toThrow(/gemaakt door Karin: .*14:30 tot 15:15 uur, Kade 1, Tilburg/);
    expect(db().select().from(afspraak).where(eq(afspraak.matchId, pair)).all()).toHaveLength(1);
  });

  it('change it after one another: who saw an older version is told, and nothing happens', () => {
    planAfspraak(karin, pair, invoer());
    moveAfspraak(karin, pair, { ...invoer({ plaats: 'Markt 2' }), reden: 'de kade is dicht', volgnummer: 0 });
    const before = post().length;
    for (const work of [() => moveAfspraak(klaas, pair, { ...invoer(), reden: 'x', volgnummer: 0 }), () => cancelAfspraak(klaas, pair, { reden: 'x', volgnummer: 0 })]) expect(work).toThrow(/^Karin heeft de afspraak op .* veranderd, terwijl u bezig was/);
    expect(post()).toHaveLength(before);
    expect(getKennismaking(karin, pair).afspraak).toMatchObject({ plaats: 'Markt 2', volgnummer: 1 });
  });
});

describe('a change of the appointment', () => {
  it('keeps its UID and counts on, so that calendars replace what they had, and Ruud reads why', () => {
    planAfspraak(karin, pair, invoer());
    const uid = valueOf(readAgenda(post()[0]!.agenda!), 'UID');
    db().delete(mail).run();
    moveAfspraak(karin, pair, { ...invoer({ begin: momentOf(STRAKS, '09:00') }), reden: 'de kade is dicht', volgnummer: 0 });
    expect(aan()).toEqual(['ruud', 'karin', 'mia', 'samira']);
    const moved = readAgenda(post()[0]!.agenda!);
    expect([valueOf(moved, 'UID'), valueOf(moved, 'SEQUENCE'), valueOf(moved, 'METHOD')]).toEqual([uid, '1', 'REQUEST']);
    expect(listEigenAfspraken(ruud)[0]).toMatchObject({ begin: momentOf(STRAKS, '09:00').toISOString(), reden: 'de kade is dicht' });
    db().delete(mail).run();
    cancelAfspraak(karin, pair, { reden: 'Ruud kan niet', volgnummer: 1 });
    const gone = readAgenda(post()[0]!.agenda!);
    expect([valueOf(gone, 'UID'), valueOf(gone, 'SEQUENCE'), valueOf(gone, 'METHOD'), valueOf(gone, 'STATUS')]).toEqual([uid, '2', 'CANCEL', 'CANCELLED']);
    expect(listEigenAfspraken(ruud)[0]).toMatchObject({ afgezegd: true, reden: 'Ruud kan niet' });
    expect(JSON.stringify(post())).not.toContain('Ruud kan niet');
    expect(() => agendaFor(ruud, pair)).toThrow(NietGevonden);
  });

  it('can be followed by a new one, with a UID of its own', () => {
    planAfspraak(karin, pair, invoer());
    cancelAfspraak(karin, pair, { reden: 'Ruud kan niet', volgnummer: 0 });
    expect(getKennismaking(karin, pair).stand).toBe('te plannen');
    planAfspraak(karin, pair, invoer());
    const rows = db().select().from(afspraak).where(eq(afspraak.matchId, pair)).all();
    expect(new Set(rows.map((row) => row.uid)).size).toBe(2);
    expect(listEigenAfspraken(ruud)).toMatchObject([{ afgezegd: false }]);
  });

  it('comes by itself when Samira withdraws: everybody hears that it is off, Ruud without her name or reason', () => {
    planAfspraak(karin, pair, invoer());
    db().update(mail).set({ verzondenOp: new Date().toISOString() }).run();
    withdrawKandidaat(mia, samira, 'geheime reden');
    const off = post().filter((row) => row.onderwerp.startsWith('Gaat niet door'));
    expect(off.map((row) => row.aan.split('@')[0])).toEqual(['ruud', 'karin', 'mia', 'samira']);
    expect(off.map((row) => valueOf(readAgenda(row.agenda!), 'METHOD'))).toEqual(['CANCEL', 'CANCEL', 'CANCEL', 'CANCEL']);
    expect(listEigenAfspraken(ruud)).toMatchObject([{ afgezegd: true, voornaam: null, reden: null }]);
    expect(JSON.stringify(post())).not.toContain('geheime');
  });
});

describe('an appointment of Samira herself', () => {
  const zelf = (): Actor => ({ rol: 'kandidaat', kandidaatId: samira });

  it('is on her own page until it is over, called off or told how it went, and on nobody else\'s', () => {
    expect(listAfsprakenVanKandidaat(zelf())).toEqual([]);
    planAfspraak(karin, pair, invoer());
    expect(listAfsprakenVanKandidaat(zelf())).toEqual([{ begin: momentOf(STRAKS, '14:30').toISOString(), duurMinuten: 45, plaats: 'Kade 1, Tilburg', werkgever: 'Van Dijk Logistiek' }]);
    expect(listAfsprakenVanKandidaat(zelf(), momentOf(STRAKS, '15:16'))).toEqual([]);
    const piet = makeKandidaat({ ref: `p-${count}`, voornaam: 'Piet' });
    expect(listAfsprakenVanKandidaat({ rol: 'kandidaat', kandidaatId: piet })).toEqual([]);
    for (const actor of [karin, mia, ruud, { rol: 'bezoeker' } as Actor]) expect(() => listAfsprakenVanKandidaat(actor)).toThrow(GeenToegang);
    cancelAfspraak(karin, pair, { reden: 'Ruud kan niet', volgnummer: 0 });
    expect(listAfsprakenVanKandidaat(zelf())).toEqual([]);
  });

  it('goes on when she pauses: nothing is called off and nobody is told', () => {
    planAfspraak(karin, pair, invoer());
    db().delete(mail).run();
    pauseOwn(zelf(), true);
    expect([listAfsprakenVanKandidaat(zelf()).length, listEigenAfspraken(ruud)[0]!.afgezegd, post()]).toEqual([1, false, []]);
    expect(getKennismaking(karin, pair).stand).toBe('gepland');
  });

  it.each<[string, () => void]>([['withdraws', () => withdrawOwn(zelf())], ['asks to be erased', () => askErasure(zelf())], ['shows her profile no more', () => chooseItem(zelf(), 'profiel', false)], ['hides from Van Dijk', () => hideOwnFrom(zelf(), db().select().from(match).where(eq(match.id, pair)).get()!.werkgeverId, true)]])('is called off when she %s, and Ruud reads only that she is not available', (_wat, work) => {
    planAfspraak(karin, pair, invoer());
    db().update(mail).set({ verzondenOp: new Date().toISOString() }).run();
    work();
    expect(listAfsprakenVanKandidaat(zelf())).toEqual([]);
    expect(listEigenAfspraken(ruud)).toMatchObject([{ afgezegd: true, voornaam: null, reden: null }]);
    const ruudLeest = post().filter((row) => row.verzondenOp === null && row.aan.startsWith('ruud'));
    expect(ruudLeest.map((row) => row.soort).sort()).toEqual(['afspraak', 'niet-beschikbaar']);
    expect(JSON.stringify(ruudLeest.map(({ onderwerp, tekst, html }) => [onderwerp, tekst, html]))).not.toMatch(/Samira|ingetrokken|wissen|toont het profiel/);
  });
});

describe('how it went', () => {
  it('is asked after the meeting, not before, and once', () => {
    expect(() => recordUitkomst(karin, pair, { uitkomst: 'geen klik', toelichting: '' })).toThrow(/geen afspraak/);
    planAfspraak(karin, pair, invoer());
    expect(() => recordUitkomst(karin, pair, { uitkomst: 'geen klik', toelichting: '' })).toThrow(/nog niet geweest/);
    wasYesterday();
    expect(getKennismaking(karin, pair).stand).toBe('hoe ging het');
    expect(() => planAfspraak(karin, pair, invoer())).toThrow(/vorige gesprek/);
    recordUitkomst(karin, pair, { uitkomst: 'nog een gesprek', toelichting: 'met de ploegbaas' });
    expect(() => recordUitkomst(klaas, pair, { uitkomst: 'geen klik', toelichting: '' })).toThrow(/al een uitkomst: nog een gesprek/);
    expect(getKennismaking(karin, pair).stand).toBe('te plannen');
    planAfspraak(karin, pair, invoer());
  });

  it('is a placement only after the invitation, and then a step of the match too', () => {
    planAfspraak(karin, pair, invoer());
    wasYesterday();
    expect(() => recordUitkomst(karin, pair, { uitkomst: 'geplaatst', toelichting: '' })).toThrow(/pas als de werkgever heeft uitgenodigd/);
    db().update(match).set({ status: 'uitgenodigd' }).where(eq(match.id, pair)).run();
    recordUitkomst(karin, pair, { uitkomst: 'geplaatst', toelichting: '' });
    expect(db().select().from(match).where(eq(match.id, pair)).get()!.status).toBe('geplaatst');
    expect(db().select().from(kandidaat).where(eq(kandidaat.id, samira)).get()!.status).toBe('geplaatst');
    expect(events().slice(-2)).toEqual(['leg uitkomst vast', 'plaats']);
  });

  it('leaves the no of an employer to that employer, and is Karin\'s no where nobody was presented', () => {
    planAfspraak(karin, pair, invoer());
    wasYesterday();
    moveMatch(mia, pair, 'vind geschikt');
    recordUitkomst(karin, pair, { uitkomst: 'geen klik', toelichting: '' });
    expect(db().select().from(match).where(eq(match.id, pair)).get()!.status).toBe('niet voorgedragen');
  });
});

describe('what is refused', () => {
  it('is a meeting with somebody who paused, and one of a pair that the werkmakelaar refused', () => {
    db().update(kandidaat).set({ status: 'gepauzeerd' }).where(eq(kandidaat.id, samira)).run();
    expect(() => planAfspraak(karin, pair, invoer())).toThrow(/op pauze/);
    db().update(kandidaat).set({ status: 'gepubliceerd' }).where(eq(kandidaat.id, samira)).run();
    moveMatch(mia, pair, 'vind ongeschikt', { reden: 'wil dit werk niet' });
    expect(() => planAfspraak(karin, pair, invoer())).toThrow(Weigering);
    expect(post().filter((row) => row.soort === 'afspraak')).toEqual([]);
  });
});

describe('who waits too long', () => {
  const asked = (op: string) => db().update(gebeurtenis).set({ op }).where(eq(gebeurtenis.objectId, pair)).run();

  it('is marked after five working days, until it is planned', () => {
    asked('2026-11-06T15:00:00.000Z');
    const late = (dag: string) => listKennismakingen(karin, momentOf(dag, '12:00')).filter((item) => item.teLaat).length;
    expect([late('2026-11-13'), late('2026-11-16')]).toEqual([0, 1]);
    planAfspraak(karin, pair, invoer());
    expect(late('2026-11-16')).toBe(0);
  });

  it('is also a voordracht that Van Dijk leaves lying: Karin sees it, Kees does not', () => {
    const presented = proposeByHand(mia, samira, job);
    moveMatch(mia, presented, 'vind geschikt');
    moveMatch(karin, presented, 'draag voor', { bericht: 'Zij past.' });
    db().update(gebeurtenis).set({ op: '2026-11-06T15:00:00.000Z' }).where(eq(gebeurtenis.objectId, presented)).run();
    const nu = momentOf('2026-11-16', '12:00');
    expect(listZonderAntwoord(karin, nu).map((item) => item.match.id)).toEqual([presented]);
    expect(listZonderAntwoord(kees, nu)).toEqual([]);
    expect(listZonderAntwoord(karin, momentOf('2026-11-13', '12:00'))).toEqual([]);
  });
});
