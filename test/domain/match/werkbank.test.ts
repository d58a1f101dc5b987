/** The queue of a werkmakelaar: what stands in it, in which order, page by page, and what can be done with many at once. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { connection, database, transaction } from '#db/client.ts';
import { gebeurtenis, gebruiker, kandidaat, match, vacature, werkgever } from '#db/schema.ts';
import { NietGevonden, Weigering } from '#src/auth/policy.ts';
import { loadActor } from '#src/auth/session.server.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { addDays } from '#src/domain/kalender/werkdagen.ts';
import { today } from '#src/domain/kandidaat/zichtbaar.server.ts';
import { askKennismaking, matchHistory, moveMatch, proposeByHand } from '#src/domain/match/match.server.ts';
import { UitlegVeranderd } from '#src/domain/match/match.ts';
import { rankingForVacature } from '#src/domain/match/rang.server.ts';
import { fingerprint } from '#src/domain/match/spoor.ts';
import { listToevoegen } from '#src/domain/match/toevoegen.server.ts';
import { refreshSuggestions } from '#src/domain/match/voorstellen.server.ts';
import { compareBeelden, getBeeld, listDone, listQueue, listQueueKeuzes, postpone, putOff, restore } from '#src/domain/match/werkbank.server.ts';
import { PER_PAGINA, queueHref, readKeuzes, readQueueVraag, writeKeuze, type QueueVraag } from '#src/domain/match/werkbank.ts';
import { rebuildIndex } from '#search/sync.ts';
import { makeActor, makeKandidaat, makeVacature, useDatabase } from '../../support/database.ts';

useDatabase();
const db = () => database();
const NU = readQueueVraag(new URLSearchParams());
let mia: Actor & { id: number }; let mo: Actor & { id: number }; let karin: Actor; let ruud: Actor;
let count = 0;
const job = (extra = {}) => makeVacature({ ref: `q-v${++count}`, titel: 'Orderpicker', beroep: 'orderpicker', uren: { min: 16, max: 36 }, ...extra });
const person = (voornaam: string, extra = {}) => { const id = makeKandidaat({ ref: `q-k${String(++count).padStart(3, '0')}`, voornaam, wensberoepen: ['orderpicker'], werkmakelaar: 'mia@test.example', ...extra }); db().update(kandidaat).set({ status: 'gepubliceerd' }).where(eq(kandidaat.id, id)).run(); return id; };
const names = (vraag: Partial<QueueVraag> = {}, actor: Actor = mia) => listQueue(actor, { ...NU, ...vraag }).rijen.map((beeld) => beeld.kandidaat.voornaam);
const find = (voornaam: string, toon: 'nu' | 'later' = 'nu') => listQueue(mia, { ...NU, toon, dicht: true }).rijen.find((beeld) => beeld.kandidaat.voornaam === voornaam)!;
const move = (id: number, days: number) => db().update(match).set({ laterOp: addDays(today(), days) }).where(eq(match.id, id)).run();
const LATER = { datum: '2999-01-01' };

beforeAll(async () => {
  mia = await makeActor('werkmakelaar', 'Mia');
  mo = await makeActor('werkmakelaar', 'Mo');
  karin = await makeActor('accountmanager', 'Karin');
  makeVacature({ ref: 'q-first', titel: 'Orderpicker' });
  const firm = db().select().from(werkgever).get()!.id;
  db().update(werkgever).set({ status: 'geverifieerd' }).run();
  ruud = await makeActor('werkgever', 'Ruud', { werkgeverId: firm });
});
beforeEach(() => { connection().exec('DELETE FROM match; DELETE FROM outbox; DELETE FROM toestemming; DELETE FROM kandidaat_intern; DELETE FROM kandidaat; DELETE FROM vacature; UPDATE gebruiker SET vervanger_id = NULL, afwezig_tot = NULL'); rebuildIndex(); });

describe('the order', () => {
  it('keeps a vacature together, the one with the strongest pair first, and puts where an employer waits before all', () => {
    job({ titel: 'Hovenier', beroep: 'hovenier' });
    job();
    person('Samira', { uren: { min: 16, max: 36 } });
    person('Joke', { uren: { min: 16, max: 20 } });
    person('Piet', { wensberoepen: ['hovenier'], uren: { min: 16, max: 30 } });
    const fatma = person('Fatma', { wensberoepen: ['kok'], uren: { min: 40, max: 40 } });
    refreshSuggestions();
    expect(names()).toEqual(['Samira', 'Joke', 'Piet']);
    askKennismaking(ruud, fatma, null, 'Ik bel graag.');
    expect(names()).toEqual(['Fatma', 'Samira', 'Joke', 'Piet']);
  });

  it('is the same over pages, and a page beyond the end is the last', () => {
    job();
    for (let at = 0; at < PER_PAGINA.ruim + 3; at++) person(`P${at}`, { uren: { min: 16, max: 16 + at } });
    refreshSuggestions();
    const first = listQueue(mia, NU);
    const second = listQueue(mia, { ...NU, pagina: 2 });
    expect([first.totaal, first.paginas, first.rijen.length, second.rijen.length]).toEqual([PER_PAGINA.ruim + 3, 2, PER_PAGINA.ruim, 3]);
    expect([...first.rijen, ...second.rijen].map((beeld) => beeld.match.score)).toEqual([...first.rijen, ...second.rijen].map((beeld) => beeld.match.score).sort((a, b) => b! - a!));
    expect(listQueue(mia, { ...NU, pagina: 999 }).rijen).toEqual(second.rijen);
    expect(listQueue(mia, { ...NU, dicht: true }).rijen).toHaveLength(PER_PAGINA.ruim + 3);
  });
});

describe('a suggestion leaves the queue by itself', () => {
  it('when Samira pauses, or when the vacature closes, and is back when that is over', () => {
    const id = job();
    const samira = person('Samira');
    refreshSuggestions();
    const status = (value: 'gepauzeerd' | 'gepubliceerd') => db().update(kandidaat).set({ status: value }).where(eq(kandidaat.id, samira)).run();
    status('gepauzeerd');
    expect(names()).toEqual([]);
    status('gepubliceerd');
    expect(names()).toEqual(['Samira']);
    db().update(vacature).set({ sluitingsdatum: '2020-01-01' }).where(eq(vacature.id, id)).run();
    expect(names()).toEqual([]);
  });

  it('but not when Mia put it there herself, also for someone who drops out', () => {
    const id = job();
    const henk = person('Henk', { uren: { min: 4, max: 7 } });
    refreshSuggestions();
    expect(names()).toEqual([]);
    expect(rankingForVacature(mia, id).afgevallen).toMatchObject([{ id: henk, eigen: true, uitleg: { afgevallen: expect.stringContaining('uren') } }]);
    const pair = proposeByHand(mia, henk, id);
    expect(names()).toEqual(['Henk']);
    expect(proposeByHand(mia, henk, id)).toBe(pair);
    moveMatch(mia, pair, 'vind geschikt');
    expect(names()).toEqual([]);
  });

  it('but not when Mia says so of a suggestion that dropped out since', () => {
    const id = job();
    const samira = person('Samira');
    refreshSuggestions();
    transaction(() => db().update(match).set({ score: 30 }).run());
    expect(names()).toEqual([]);
    const pair = proposeByHand(mia, samira, id);
    expect(names()).toEqual(['Samira']);
    expect(matchHistory(mia, pair).map((event) => event.verb)).toEqual(['stel voor', 'stel toch voor']);
  });
});

describe('narrowing', () => {
  it('by vacature, kandidaat, sector and caseload gives those, with counts to choose by', () => {
    const green = job({ titel: 'Hovenier', beroep: 'hovenier', sector: 'groen' });
    const logistics = job({ sector: 'logistiek' });
    const samira = person('Samira');
    person('Piet', { wensberoepen: ['hovenier'], werkmakelaar: 'mo@test.example' });
    refreshSuggestions();
    db().update(gebruiker).set({ vervangerId: mia.id, afwezigTot: '2999-01-01' }).where(eq(gebruiker.id, mo.id)).run();
    const cover = loadActor(mia.id);
    expect(names({}, cover).sort()).toEqual(['Piet', 'Samira']);
    expect(names({ vacature: green }, cover)).toEqual(['Piet']);
    expect(names({ kandidaat: samira }, cover)).toEqual(['Samira']);
    expect(names({ sector: 'logistiek' }, cover)).toEqual(['Samira']);
    expect(names({ caseload: mo.id }, cover)).toEqual(['Piet']);
    const keuzes = listQueueKeuzes(cover, 'nu');
    expect(keuzes.vacatures.map(({ id, aantal }) => [id, aantal])).toEqual([[green, 1], [logistics, 1]]);
    expect(keuzes.kandidaten.map(({ naam }) => naam)).toEqual(['Piet, Tilburg', 'Samira, Tilburg']);
    expect(keuzes.sectoren).toEqual([{ naam: 'groen', aantal: 1 }, { naam: 'logistiek', aantal: 1 }]);
    expect(keuzes.caseloads.map(({ naam }) => naam)).toEqual(['Mia', 'Mo']);
    expect(listQueue(cover, NU).rijen.map((beeld) => [beeld.kandidaat.voornaam, beeld.van])).toEqual(expect.arrayContaining([['Samira', null], ['Piet', 'Mo']]));
    expect(names()).toEqual(['Samira']);
  });

  it('reads any address without an error and writes the same one back', () => {
    const vraag = readQueueVraag(new URLSearchParams('vacature=12&sector=groen&dicht=1&pagina=3&toon=later'));
    expect(vraag).toEqual({ toon: 'later', vacature: 12, kandidaat: null, sector: 'groen', caseload: null, dicht: true, pagina: 3 });
    expect(queueHref(vraag, { pagina: vraag.pagina })).toBe('/werkbank?toon=later&vacature=12&sector=groen&dicht=1&pagina=3');
    expect(queueHref(vraag, { sector: null })).toBe('/werkbank?toon=later&vacature=12&dicht=1');
    for (const bad of ['vacature=-1', 'pagina=0', 'pagina=1e99', 'kandidaat=abc', 'toon=x', 'caseload=', 'sector=%20', "sector='); DROP TABLE match"]) expect(() => listQueue(mia, readQueueVraag(new URLSearchParams(bad)))).not.toThrow();
  });
});

describe('later', () => {
  const three = () => { job(); for (const naam of ['Samira', 'Joke', 'Piet']) person(naam); refreshSuggestions(); return ['Samira', 'Joke', 'Piet'].map((naam) => find(naam)).map(({ match: { id }, gezien }) => ({ id, gezien })); };

  it('puts several off at once with an event each, and takes it back', () => {
    const keuzes = three();
    expect(postpone(mia, keuzes.slice(0, 2), LATER.datum)).toEqual({ gedaan: keuzes.slice(0, 2).map(({ id }) => id), bleven: [] });
    expect(names()).toEqual(['Piet']);
    expect(listQueue(mia, NU).later).toBe(2);
    expect(names({ toon: 'later' }).sort()).toEqual(['Joke', 'Samira']);
    expect(db().select().from(gebeurtenis).where(eq(gebeurtenis.objectId, keuzes[0]!.id)).all().filter((event) => event.soort === 'match').at(-1)).toMatchObject({ verb: 'stel uit', toelichting: LATER.datum, getoond: { versie: expect.any(String), gegevens: { kandidaat: expect.any(String) } } });
    restore(mia, keuzes.slice(0, 2).map(({ id }) => id));
    expect(names()).toHaveLength(3);
  });

  it('leaves those that changed since they were shown, or that someone judged meanwhile, and does the rest', () => {
    const keuzes = three();
    moveMatch(mia, keuzes[1]!.id, 'vind ongeschikt', { reden: 'wil dit werk niet' });
    expect(postpone(mia, [{ ...keuzes[0]!, gezien: '0000000000000000' }, keuzes[1]!, keuzes[2]!], LATER.datum)).toEqual({ gedaan: [keuzes[2]!.id], bleven: ['Samira', 'Joke'] });
    expect(names()).toEqual(['Samira']);
  });

  it('asks a choice and a date to come, and does nothing at all for a pair of somebody else', () => {
    const keuzes = three();
    expect(() => postpone(mia, [], LATER.datum)).toThrow('Kies eerst');
    for (const datum of ['2020-01-01', today(), '2026-02-31', '']) expect(() => postpone(mia, keuzes, datum)).toThrow(Weigering);
    expect(() => postpone(mo, keuzes, LATER.datum)).toThrow(NietGevonden);
    expect(names()).toHaveLength(3);
  });

  it('brings Samira back on her day, after which she can be put off again', () => {
    const { id, gezien } = three()[0]!;
    putOff(mia, id, { ...LATER, gezien });
    move(id, 1);
    expect(names()).not.toContain('Samira');
    move(id, 0);
    expect(names()).toContain('Samira');
    putOff(mia, id, { ...LATER, gezien: find('Samira').gezien });
    expect(names()).not.toContain('Samira');
    expect(matchHistory(mia, id).map((event) => event.verb)).toEqual(['stel voor', 'stel uit', 'herstel', 'stel uit']);
  });

  it('reads ticks from a form, each pair once, and nothing else', () => {
    const keuze = { id: 12, gezien: '0123456789abcdef' };
    expect(readKeuzes([writeKeuze(keuze), writeKeuze(keuze), '12', 'x.y', '-1.0123456789abcdef', '3.geen'])).toEqual([keuze, { id: 3, gezien: 'geen' }]);
    expect(readKeuzes(Array.from({ length: 500 }, (_, i) => `${i + 1}.geen`))).toHaveLength(PER_PAGINA.dicht);
  });
});

describe('what was seen', () => {
  it('is what is decided on: a change since then is told first, and nothing is written', () => {
    job({ certificaten: { vereist: ['BHV'] } });
    const samira = person('Samira', { certificaten: [] });
    refreshSuggestions();
    const before = find('Samira');
    transaction(() => db().update(kandidaat).set({ certificaten: ['BHV'], gewijzigdOp: '2999-01-01T00:00:00.000Z' }).where(eq(kandidaat.id, samira)).run());
    for (const verb of ['vind geschikt', 'vind ongeschikt'] as const) expect(() => moveMatch(mia, before.match.id, verb, { gezien: before.gezien, reden: 'anders', toelichting: 'Nee.' })).toThrow(UitlegVeranderd);
    expect(matchHistory(mia, before.match.id)).toHaveLength(1);
    const after = getBeeld(mia, before.match.id);
    expect(after.uitleg!.score).toBeGreaterThan(before.uitleg!.score);
    moveMatch(mia, before.match.id, 'vind geschikt', { gezien: after.gezien });
    const [, decision] = matchHistory(mia, before.match.id);
    expect(decision).toMatchObject({ verb: 'vind geschikt', door: 'Mia', getoond: { score: after.uitleg!.score, versie: after.uitleg!.versie, gegevens: { kandidaat: '2999-01-01T00:00:00.000Z', vacature: expect.any(String), woorden: expect.stringMatching(/^[0-9a-f]{12}$/) } } });
    const { gegevens: _gegevens, ...shown } = decision!.getoond!;
    expect(fingerprint(shown)).toBe(after.gezien);
  });

  it('stays as it was once the accountmanager has it: a later change of the profile does not rewrite the reasons', () => {
    const id = job();
    const samira = person('Samira');
    refreshSuggestions();
    const pair = find('Samira').match.id;
    moveMatch(mia, pair, 'vind geschikt');
    moveMatch(karin, pair, 'draag voor', { bericht: 'Samira past goed.' });
    const presented = getBeeld(mia, pair).uitleg;
    transaction(() => db().update(kandidaat).set({ urenMax: 17, gewijzigdOp: '2999-01-02T00:00:00.000Z' }).where(eq(kandidaat.id, samira)).run());
    expect(getBeeld(mia, pair).uitleg).toEqual(presented);
    expect(listDone(mia, [pair, 999_999])).toMatchObject([{ id: pair, status: 'voorgedragen', titel: 'Orderpicker' }]);
    expect(listDone(mo, [pair])).toEqual([]);
    expect(id).toBeGreaterThan(0);
  });
});

describe('two beside each other', () => {
  it('are Samira and Joke with the reasons of now, and the others of that vacature to choose from', () => {
    const id = job();
    for (const naam of ['Samira', 'Joke', 'Piet']) person(naam);
    job({ titel: 'Kok', beroep: 'kok' });
    person('Bas', { wensberoepen: ['kok'] });
    refreshSuggestions();
    const [samira, joke] = [find('Samira'), find('Joke')];
    const { paren, keuze } = compareBeelden(mia, [samira.match.id, joke.match.id]);
    expect(paren.map((beeld) => [beeld.kandidaat.voornaam, beeld.match.vacatureId, beeld.uitleg?.onderdelen.length])).toEqual([['Samira', id, 4], ['Joke', id, 4]]);
    expect(keuze.map((item) => item.naam).sort()).toEqual(['Joke, Tilburg', 'Piet, Tilburg', 'Samira, Tilburg']);
    expect(compareBeelden(mia, [])).toEqual({ paren: [], keuze: [] });
    expect(() => compareBeelden(mo, [samira.match.id])).toThrow(NietGevonden);
  });
});

describe('adding by hand', () => {
  it('offers Mia her own people who may be proposed and the vacatures that are open', () => {
    const id = job();
    job({ sluitingsdatum: '2020-01-01' });
    const samira = person('Samira');
    person('Bas', { toestemming: [] });
    person('Piet', { werkmakelaar: 'mo@test.example' });
    expect(listToevoegen(mia)).toEqual({ kandidaten: [{ id: samira, naam: 'Samira, Tilburg: Ik zoek werk' }], vacatures: [{ id, naam: 'Orderpicker, Van Dijk Logistiek, Tilburg' }] });
  });
});
