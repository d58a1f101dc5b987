/** Samira chooses what is shown: each choice counts at once, everywhere, and leaves a trace. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { and, eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { kandidaat, kandidaatIntern, mail, match, toestemming, weergave, werkgever } from '#db/schema.ts';
import { searchEngine } from '#search/index.ts';
import { Weigering } from '#src/auth/policy.ts';
import { config } from '#src/config.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { tijdInvoer } from '#src/domain/kandidaat/eigen.ts';
import { changeTijd, confirmAvailable, findWerkgevers, getOwn, listHidden, pauseOwn } from '#src/domain/kandidaat/eigen.server.ts';
import { readEtalageVraag, searchEtalage } from '#src/domain/kandidaat/etalage.server.ts';
import { TOESTEMMING_ITEMS, TOESTEMMING_TEKSTVERSIE } from '#src/domain/kandidaat/kandidaat.ts';
import { listPublicProfiles, moveProfile, portraitOf, profileHistory, viewProfile } from '#src/domain/kandidaat/kandidaat.server.ts';
import { TOESTEMMING_TEKSTEN } from '#src/domain/kandidaat/toestemming.ts';
import { listConsent } from '#src/domain/kandidaat/toestemming.server.ts';
import { KijkbudgetOp, listKijkers } from '#src/domain/kandidaat/weergave.server.ts';
import { today } from '#src/domain/kandidaat/zichtbaar.server.ts';
import { exportOwn, listOwnMatches } from '#src/domain/match/inzage.server.ts';
import { askErasure, chooseItem, hideOwnFrom, recordConsent, withdrawOwn } from '#src/domain/match/intrekken.server.ts';
import { moveMatch, proposeByHand } from '#src/domain/match/match.server.ts';
import { getVoordracht, listVoordrachten } from '#src/domain/match/voordracht.server.ts';
import { BEZOEKER, makeActor, makeKandidaat, makeVacature, useDatabase, verifyWerkgever } from '../../support/database.ts';

useDatabase();

type Persoon = Actor & { id: number };
let mia: Persoon; let karin: Persoon; let ruud: Persoon; let anja: Persoon; let vanDijk: number; let deVries: number; let job: number;
beforeAll(async () => {
  mia = await makeActor('werkmakelaar', 'Mia');
  karin = await makeActor('accountmanager', 'Karin');
  job = makeVacature({ ref: 'v', titel: 'Orderpicker', taken: ['orders verzamelen'] });
  vanDijk = verifyWerkgever(job);
  deVries = database().insert(werkgever).values({ naam: 'De Vries 100% Groen', status: 'geverifieerd' }).returning({ id: werkgever.id }).get().id;
  database().insert(werkgever).values({ naam: 'Van Dijk in oprichting', status: 'aangemeld' }).run();
  ruud = await makeActor('werkgever', 'Ruud', { werkgeverId: vanDijk });
  anja = await makeActor('werkgever', 'Anja', { werkgeverId: deVries });
});

let id: number; let samira: Actor; let count = 0;
beforeEach(() => {
  id = makeKandidaat({ ref: `s-${++count}`, voornaam: 'Samira', werkmakelaar: 'mia@test.example', presentatie: `Ik kan zandkastelen bouwen, nummer${count}.`, intern: { notitie: 'Belt liever na tienen.', loonwaarde: 60 } });
  moveProfile(karin, id, 'publiceer');
  samira = { rol: 'kandidaat', kandidaatId: id };
  database().delete(mail).run();
  database().delete(weergave).run();
});

const seen = (actor: Actor) => listPublicProfiles(actor, [id])[0];
const finds = async (actor: Actor) => (await searchEtalage(actor, readEtalageVraag(new URLSearchParams(`q=nummer${count}`)))).antwoord.totaal;
const verbs = () => profileHistory(mia, id).map((event) => event.verb);
const refusal = (look: () => unknown): string => { try { look(); } catch (error) { if (error instanceof Weigering) return error.message; throw error; } return ''; };
function presented(): number { const pair = proposeByHand(mia, id, job); moveMatch(mia, pair, 'vind geschikt'); moveMatch(karin, pair, 'draag voor', { bericht: 'Samira past goed.' }); return pair; }

describe('one item', () => {
  it.each(TOESTEMMING_ITEMS)('%s has a text that says what it means, in the version that is stored', (item) => {
    expect(TOESTEMMING_TEKSTEN[TOESTEMMING_TEKSTVERSIE]![item].uitleg.length).toBeGreaterThan(20);
  });

  it('goes off and on at once: the photo, the name and the place', () => {
    chooseItem(samira, 'foto', false);
    expect(seen(ruud)!.portret).toBeNull();
    expect(() => portraitOf(ruud, id)).toThrow('Niet gevonden');
    chooseItem(samira, 'voornaam', false);
    chooseItem(samira, 'woonplaats', false);
    expect(seen(ruud)).toMatchObject({ voornaam: null, plaats: null, reisafstandKm: null });
    for (const item of ['foto', 'voornaam', 'woonplaats'] as const) chooseItem(samira, item, true);
    expect(seen(ruud)).toMatchObject({ voornaam: 'Samira', plaats: 'Tilburg', portret: String(id) });
  });

  it('keeps every choice with its channel, text and moment, and the same form twice is one choice', () => {
    for (let i = 0; i < 2; i++) chooseItem(samira, 'film', true);
    for (let i = 0; i < 2; i++) chooseItem(samira, 'film', false);
    const film = listConsent(mia, id).filter((row) => row.item === 'film');
    expect(film).toMatchObject([{ kanaal: 'persoonlijke link', tekstversie: TOESTEMMING_TEKSTVERSIE, door: null }]);
    expect(film[0]!.ingetrokkenOp).not.toBeNull();
    expect(profileHistory(mia, id).slice(-2)).toMatchObject([{ verb: 'geef toestemming', toelichting: 'film (persoonlijke link). Door de kandidaat zelf' }, { verb: 'trek toestemming in' }]);
  });

  it('recorded by Mia on paper says so, with the day and her name; what she left out is no from now on', () => {
    recordConsent(mia, id, ['profiel', 'film'], { kanaal: 'papier', op: '2026-01-15' });
    expect(listConsent(karin, id).filter((row) => row.ingetrokkenOp === null).map(({ item, kanaal, door }) => [item, kanaal, door]).sort()).toEqual([['film', 'papier', 'Mia'], ['profiel', 'import', null]]);
    expect(listConsent(mia, id).find((row) => row.item === 'film')!.gegevenOp).toBe('2026-01-15');
    expect(seen(ruud)!.voornaam).toBeNull();
    expect(refusal(() => recordConsent(mia, id, ['profiel'], { kanaal: 'telefoon', op: '2999-01-01' }))).toContain('ligt in de toekomst');
  });
});

describe('the whole profile', () => {
  it('goes out of every view, list, index and queue at once, and Van Dijk reads only that she is not available', async () => {
    const pair = presented();
    database().delete(mail).run();
    expect(await finds(ruud)).toBe(1);
    chooseItem(samira, 'profiel', false);
    for (const actor of [BEZOEKER, ruud, anja]) { expect(seen(actor)).toBeUndefined(); expect(await finds(actor)).toBe(0); }
    expect(searchEngine().search('kandidaten-werkgever', { tekst: `nummer${count}` }).treffers).toEqual([]);
    expect(listVoordrachten(ruud).find((item) => item.id === pair)).toMatchObject({ stand: 'niet meer beschikbaar', profiel: null, bericht: null, uitleg: null });
    expect(getVoordracht(ruud, pair)).toMatchObject({ teruggetrokken: true, profiel: null, verbs: [] });
    const sent = database().select().from(mail).all();
    expect(sent.map((row) => [row.soort, row.aan])).toEqual([['niet-beschikbaar', 'ruud@test.example']]);
    expect(sent[0]!.tekst).not.toContain('Samira');
    expect(refusal(() => proposeByHand(mia, id, makeVacature({ ref: 'v-2', titel: 'Inpakker' })))).toContain('toestemming is ingetrokken');
    chooseItem(samira, 'profiel', true);
    expect(await finds(ruud)).toBe(1);
  });

  it('withdrawn for good ends every consent, and withdrawing twice is withdrawing once', () => {
    presented();
    for (let i = 0; i < 2; i++) withdrawOwn(samira);
    expect(getOwn(samira)).toMatchObject({ zichtbaar: false, toestemming: new Set() });
    expect(verbs().filter((verb) => verb === 'trek in')).toHaveLength(1);
    expect(refusal(() => chooseItem(samira, 'profiel', true))).toContain('ingetrokken');
    expect(refusal(() => confirmAvailable(samira, id))).toContain('ingetrokken');
    expect(database().select().from(toestemming).where(and(eq(toestemming.kandidaatId, id))).all().every((row) => row.ingetrokkenOp !== null)).toBe(true);
  });

  it('asked to be erased is out of sight at once, and the request counts from the first time', () => {
    for (let i = 0; i < 2; i++) askErasure(samira);
    expect(verbs().filter((verb) => verb === 'vraag om wissen')).toHaveLength(1);
    expect(getOwn(samira).wissenOp! > today()).toBe(true);
    expect(seen(ruud)).toBeUndefined();
  });

  it('pauses and comes back, but not when Mia paused it', () => {
    for (let i = 0; i < 2; i++) pauseOwn(samira, true);
    expect(seen(ruud)).toBeUndefined();
    pauseOwn(samira, false);
    expect(seen(ruud)).toBeDefined();
    moveProfile(mia, id, 'pauzeer');
    expect(refusal(() => pauseOwn(samira, false))).toContain('Je begeleider heeft je profiel op pauze gezet');
    expect(seen(ruud)).toBeUndefined();
  });
});

describe('hidden from one werkgever', () => {
  it('is hidden from Van Dijk and nobody else; what was open there ends; and it can be undone', async () => {
    presented();
    for (let i = 0; i < 2; i++) hideOwnFrom(samira, vanDijk, true);
    expect([seen(ruud), seen(anja)?.voornaam, await finds(ruud), await finds(anja)]).toEqual([undefined, 'Samira', 0, 1]);
    expect(database().select({ status: match.status }).from(match).where(eq(match.kandidaatId, id)).all()).toEqual([{ status: 'teruggetrokken' }]);
    expect(listHidden(samira)).toEqual([{ id: vanDijk, naam: 'Van Dijk Logistiek' }]);
    expect(verbs().filter((verb) => verb === 'verberg voor werkgever')).toHaveLength(1);
    hideOwnFrom(samira, vanDijk, false);
    expect(seen(ruud)?.voornaam).toBe('Samira');
    expect(() => hideOwnFrom(samira, 999_999, true)).toThrow('Niet gevonden');
  });

  it.each([['dijk', ['Van Dijk Logistiek']], ['100% g', ['De Vries 100% Groen']], ['%%', []], ['_', []], ['v', []], ['', []]])('looks for "%s" among those that were checked', (q, expected) => {
    expect(findWerkgevers(samira, q).map(({ naam }) => naam)).toEqual(expected);
  });
});

describe('hours and "still available"', () => {
  const form = { urenMin: '16', urenMax: '24,5', beschikbaarVanaf: '2027-02-01', dagdelen: ['ma-ochtend'] };
  it('are changed by Samira herself and seen at once; the same once more is no change', () => {
    for (let i = 0; i < 2; i++) changeTijd(samira, tijdInvoer.parse(form));
    expect(seen(ruud)).toMatchObject({ urenMin: 16, urenMax: 24.5, dagdelen: ['ma-ochtend'], beschikbaarVanaf: '2027-02-01' });
    expect(verbs().filter((verb) => verb === 'wijzig beschikbaarheid')).toHaveLength(1);
  });

  it.each([['urenMin', 'veel'], ['urenMin', '30'], ['urenMax', '60'], ['urenMax', ''], ['dagdelen', ['zo-nooit']], ['beschikbaarVanaf', '2027-02-30']])('refuses %s "%s" at that field', (veld, waarde) => {
    expect(tijdInvoer.safeParse({ ...form, [veld]: waarde }).error!.issues.map((issue) => issue.path[0])).toContain(veld);
  });

  it('bring a profile back that had run out', () => {
    database().update(kandidaat).set({ bevestigdOp: '2026-01-01', bevestigingGevraagdOp: '2026-03-01T08:00:00Z' }).where(eq(kandidaat.id, id)).run();
    expect(seen(ruud)).toBeUndefined();
    for (let i = 0; i < 2; i++) confirmAvailable(samira, id);
    expect(seen(ruud)).toBeDefined();
    expect(getOwn(samira)).toMatchObject({ vers: true, kandidaat: { bevestigdOp: today(), bevestigingGevraagdOp: null } });
    expect(verbs().filter((verb) => verb === 'bevestig')).toHaveLength(1);
  });
});

describe('who looked', () => {
  it('is told per organisation, never per person, and no colleague is in it', () => {
    for (const actor of [ruud, ruud, anja, mia, BEZOEKER]) viewProfile(actor, id);
    expect(listKijkers(samira).map(({ naam, keren }) => [naam, keren]).sort()).toEqual([['De Vries 100% Groen', 1], ['Van Dijk Logistiek', 2]]);
    expect(JSON.stringify(listKijkers(samira))).not.toContain('Ruud');
  });

  it('stops at the budget of the day: other profiles are refused, those of today stay open, De Vries has its own', () => {
    const people = Array.from({ length: config().regio.kijkbudget }, (_, i) => { const other = makeKandidaat({ ref: `b-${count}-${i}`, voornaam: 'Bas' }); database().update(kandidaat).set({ status: 'gepubliceerd' }).where(eq(kandidaat.id, other)).run(); return other; });
    for (const other of people) viewProfile(ruud, other);
    expect(() => viewProfile(ruud, id)).toThrow(KijkbudgetOp);
    expect(() => viewProfile(ruud, people[0]!)).not.toThrow();
    expect(() => viewProfile(anja, id)).not.toThrow();
    expect(listKijkers(samira).map(({ naam }) => naam)).toEqual(['De Vries 100% Groen']);
    database().update(weergave).set({ dag: '2026-01-01' }).run();
    expect(() => viewProfile(ruud, id)).not.toThrow();
  });
});

describe('what Samira may know', () => {
  it('is why a vacature fits her, in her own words, and how it stands', () => {
    presented();
    const [own] = listOwnMatches(samira);
    expect(own).toMatchObject({ titel: 'Orderpicker', werkgever: 'Van Dijk Logistiek', stand: 'wij hebben je voorgesteld', bekeken: true });
    expect(own!.uitleg!.onderdelen).toHaveLength(4);
    expect(own!.uitleg!.hoe).toContain('Een mens beslist');
  });

  it('is everything, in one file: also the note, the views, the choices and the history, and nobody else', () => {
    makeKandidaat({ ref: `piet-${count}`, voornaam: 'Piet', intern: { notitie: 'Geheim van Piet.' } });
    database().update(kandidaatIntern).set({ email: 'samira@eigen.example' }).where(eq(kandidaatIntern.kandidaatId, id)).run();
    presented();
    viewProfile(ruud, id);
    hideOwnFrom(samira, deVries, true);
    const file = exportOwn(samira);
    expect(file).toMatchObject({ profiel: { voornaam: 'Samira' }, alleenVoorProfessionals: { notitie: 'Belt liever na tienen.', loonwaarde: 60, email: 'samira@eigen.example', werkmakelaar: 'Mia' }, wieKeek: [{ werkgever: 'Van Dijk Logistiek', keren: 1 }], verborgenVoor: ['De Vries 100% Groen'], matches: [{ titel: 'Orderpicker', bericht: 'Samira past goed.' }] });
    expect(file.toestemmingen.length).toBeGreaterThan(3);
    expect(file.gebeurtenissen.map((event) => event.verb)).toContain('publiceer');
    expect(file.matches[0]!.gebeurtenissen.map((event) => event.verb)).toContain('draag voor');
    expect(JSON.stringify(file)).not.toMatch(/Piet|Ruud/);
  });
});

it('an employer keeps access to a rejected kandidaat for four weeks after the process, and no day longer', () => {
  const pair = presented();
  moveMatch(ruud, pair, 'wijs af', { reden: 'de plek is al vervuld' });
  const ended = (days: number) => { database().update(match).set({ gewijzigdOp: new Date(Date.now() - days * 86_400_000).toISOString() }).where(eq(match.id, pair)).run(); return listVoordrachten(ruud).some((item) => item.id === pair); };
  expect([ended(0), ended(27), ended(29)]).toEqual([true, true, false]);
});
