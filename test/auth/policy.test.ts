/** Who may do what: the table, every use case behind it, and whose objects are whose. */
import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { gebruiker, kandidaat, match, werkgever } from '#db/schema.ts';
import { GeenToegang, NietGevonden, POLICY, eis, eisRol, mag, type Handeling } from '#src/auth/policy.ts';
import { loadActor } from '#src/auth/session.server.ts';
import { getAfwezigheid } from '#src/domain/gebruiker/afwezig.server.ts';
import { listGebruikers } from '#src/domain/gebruiker/gebruiker.server.ts';
import { ROLLEN, type Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { KANDIDATEN, searchKandidaten } from '#src/domain/kandidaat/zoeken.server.ts';
import { readZoekvraag } from '#src/domain/zoeken/lijst.ts';
import { getDossier, listCuration, loadDossier, moveProfile, portraitOf, profileHistory, viewProfile } from '#src/domain/kandidaat/kandidaat.server.ts';
import { closeVacature } from '#src/domain/match/afloop.server.ts';
import { askKennismaking, getMatch, listByStatus, listForKandidaat, listForVacature, matchHistory, moveMatch, proposeByHand } from '#src/domain/match/match.server.ts';
import { costOfMusts, rankingForKandidaat, rankingForVacature } from '#src/domain/match/rang.server.ts';
import { listSignalen } from '#src/domain/match/signalen.server.ts';
import { standVan } from '#src/domain/match/stand.server.ts';
import { compareBeelden, getBeeld, listQueue, listQueueKeuzes, postpone, putOff, restore } from '#src/domain/match/werkbank.server.ts';
import { readQueueVraag } from '#src/domain/match/werkbank.ts';
import { takeTreden } from '#src/domain/kandidaat/bewaren.server.ts';
import { confirmAvailable, getOwn } from '#src/domain/kandidaat/eigen.server.ts';
import { giveLink, readLink, revokeLink, saveEmail } from '#src/domain/kandidaat/link.server.ts';
import { keepData, listConsent } from '#src/domain/kandidaat/toestemming.server.ts';
import { listKijkers } from '#src/domain/kandidaat/weergave.server.ts';
import { exportOwn } from '#src/domain/match/inzage.server.ts';
import { askErasure, chooseItem, hideOwnFrom, recordConsent, withdrawOwn } from '#src/domain/match/intrekken.server.ts';
import { fitForWerkgever, getVoordracht, listVoordrachten } from '#src/domain/match/voordracht.server.ts';
import { extendVacature, getVacature, listToOpen, listVacatures, moveVacature, saveStep, startVacature, vacatureHistory } from '#src/domain/vacature/vacature.server.ts';
import { getWerkgever, listWerkgevers, moveWerkgever, ownOrganisation } from '#src/domain/werkgever/werkgever.server.ts';
import { importFile, saveKandidaten, saveVacatures } from '#src/jobs/import.server.ts';
import { BEZOEKER, SYSTEEM, makeActor, makeKandidaat, makePartner, makeVacature, useDatabase, verifyWerkgever } from '../support/database.ts';

useDatabase();

describe('the policy table', () => {
  const WIE = [...ROLLEN, 'bezoeker', 'kandidaat', 'systeem'] as const;
  /** The table once more, by role: a right that is added or taken away has to be changed here too, on purpose. */
  const MAG: Record<(typeof WIE)[number], Handeling[]> = {
    bezoeker: ['account.herstel', 'etalage.bekijk', 'post.afmelden', 'werk.bekijk', 'werkgever.registreer'],
    werkgever: ['account.herstel', 'etalage.bekijk', 'favoriet.beheer', 'kennismaking.vraag', 'match.antwoord', 'media.bekijk', 'post.afmelden', 'vacature.beheer', 'vacature.bekijk', 'werk.bekijk', 'zoekopdracht.beheer'],
    aanmelder: ['account.herstel', 'etalage.bekijk', 'kandidaat.bekijk', 'kandidaat.bevestig', 'kandidaat.bewerk', 'kandidaat.dienIn', 'kandidaat.importeer', 'kandidaat.pauzeer', 'media.bekijk', 'media.bewerk', 'post.afmelden', 'toestemming.bekijk', 'toestemming.link', 'toestemming.wijzig', 'werk.bekijk'],
    werkmakelaar: ['account.herstel', 'afwezigheid.regel', 'etalage.bekijk', 'kandidaat.bekijk', 'kandidaat.bevestig', 'kandidaat.bewerk', 'kandidaat.dienIn', 'kandidaat.pauzeer', 'kandidaat.zoek', 'match.bekijk', 'match.beoordeel', 'media.bekijk', 'media.bewerk', 'post.afmelden', 'toestemming.bekijk', 'toestemming.link', 'toestemming.wijzig', 'vacature.bekijk', 'vacature.zoek', 'werk.bekijk', 'zoekopdracht.beheer'],
    accountmanager: ['account.herstel', 'budget.bekijk', 'etalage.bekijk', 'kandidaat.bekijk', 'kandidaat.cureer', 'kandidaat.pauzeer', 'kandidaat.zoek', 'kennismaking.plan', 'match.bekijk', 'match.draagVoor', 'match.plaats', 'media.bekijk', 'post.afmelden', 'toestemming.bekijk', 'vacature.bekijk', 'vacature.open', 'vacature.zoek', 'werk.bekijk', 'werkgever.bekijk', 'werkgever.verifieer', 'zoekopdracht.beheer'],
    kandidaat: ['kandidaat.bevestig', 'kandidaat.eigen', 'kandidaat.pauzeer', 'media.bekijk', 'media.bewerk', 'toestemming.bekijk', 'toestemming.wijzig'],
    beheerder: ['account.herstel', 'etalage.bekijk', 'gebruiker.beheer', 'import.voerUit', 'media.bekijk', 'post.afmelden', 'post.beheer', 'werk.bekijk'],
    systeem: ['gebruiker.beheer', 'import.voerUit', 'kandidaat.bewaar', 'kandidaat.bewerk', 'match.voorstel', 'media.bewerk', 'vacature.open'],
  };

  it.each(WIE)('gives %s exactly these rights', (rol) => {
    const handelingen = Object.keys(POLICY) as Handeling[];
    expect(handelingen.filter((handeling) => mag({ rol } as Actor, handeling)).sort()).toEqual(MAG[rol]);
    for (const handeling of handelingen) {
      if (MAG[rol].includes(handeling)) expect(() => eis({ rol } as Actor, handeling)).not.toThrow();
      else expect(() => eis({ rol } as Actor, handeling)).toThrow(GeenToegang);
    }
  });

  it('names only roles that exist, none twice, and lets the beheerder judge and present nothing', () => {
    for (const roles of Object.values(POLICY)) {
      for (const rol of roles) expect(WIE).toContain(rol);
      expect(new Set(roles).size).toBe(roles.length);
    }
    expect(MAG.beheerder.filter((handeling) => /^(match|kandidaat|vacature)\./.test(handeling))).toEqual([]);
    expect(() => eisRol(BEZOEKER, 'werkgever')).toThrow(GeenToegang);
  });
});

describe('the use cases', () => {
  /** Functions of a *.server.ts that take no actor first, each with the reason why that is safe. */
  const ZONDER: Record<string, string> = {
    recordEvent: 'takes the actor first', enqueue: 'work for the system itself, inside a use case', listEvents: 'called by the history functions, which check the object',
    checkSignIn: 'before anybody is known', mailBevestiging: 'inside a use case', answerPasswordRequests: 'the worker', findPlaats: 'place names are public',
    today: 'the clock', waardenVan: 'a pure copy of a row', voorstelbaar: 'a condition in SQL, no rows',
    lastAfspraken: 'inside a use case, for ids it has checked', afterChange: 'inside a use case', consentOf: 'inside a use case', refusedByPeople: 'inside a use case', stilleVoordrachten: 'inside a use case, which keeps to its own scope, or the worker', missingForPublication: 'a pure check of a row that a use case gave',
    erasureAsked: 'a moment, of somebody whom a use case gave', openLink: 'before anybody is known', actorOfPass: 'who is asking', passCookie: 'a name', passOptions: 'how a cookie is kept',
    readEtalageVraag: 'reads an address, no rows',
    matchbaar: 'a condition in SQL, no rows', accountmanagerOf: 'name and telephone that employers are told anyway',
    kandidaatProfiel: 'a pure copy of a row', vacatureProfiel: 'a pure copy of a row', poel: 'as rankKandidaten', preparePoel: 'the start of the server', countFitting: 'as rankKandidaten', preselect: 'as rankKandidaten', rankKandidaten: 'ranking inside a use case or the command line', rankProfiel: 'as rankKandidaten', rankVacatures: 'as rankKandidaten',
    explainPair: 'as rankKandidaten', kandidaatByRef: 'the command line', vacatureByRef: 'the command line',
    followEsco: 'words, no rows about people', escoVersie: 'as followEsco',
    refreshSuggestions: 'the worker', refreshPortion: 'the worker', requestOutdated: 'the worker', requestAll: 'the worker and the import of words', staand: 'a condition in SQL, no rows',
    fits: 'the worker', byScore: 'the worker', knownPairs: 'the worker', openCounts: 'the worker', suggest: 'the worker', markSuggested: 'the worker', refreshOpen: 'the worker', takeBack: 'the worker',
  };
  const root = new URL('../../src/domain/', import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.server.ts'));
  const functions = files.flatMap((file) => {
    const text = readFileSync(new URL(file, root), 'utf8');
    return [...text.matchAll(/^export (?:async )?function\*? (\w+)(?:<[^(]*>)?\(\s*(\w+)?(?::\s*(\w+))?/gm), ...text.matchAll(/^export const (\w+) = (?:async )?\(\s*(\w+)?(?::\s*(\w+))?/gm)]
      .map(([, naam, eerste, soort]) => ({ file, naam: naam!, actor: eerste === 'actor' && soort === 'Actor' }));
  });

  it('are found at all, in every folder with a use case', () => {
    expect(functions.length).toBeGreaterThan(50);
    for (const file of files) expect(functions.map((fn) => fn.file)).toContain(file);
  });

  it.each(files)('in %s all take the actor first, or stand in the list above with a reason', (file) => {
    expect(functions.filter((fn) => fn.file === file && !fn.actor && !(fn.naam in ZONDER)).map((fn) => fn.naam)).toEqual([]);
  });

  it('that stand in that list still exist', () => {
    expect(Object.keys(ZONDER).filter((naam) => !functions.some((fn) => fn.naam === naam))).toEqual([]);
  });
});

let people: Record<'Mia' | 'Mo' | 'Karin' | 'Ad' | 'Ada' | 'Ruud' | 'Anja' | 'Bea' | 'bezoeker' | 'systeem', Actor>;
let samira: number; let job: number; let pair: number; let organisatie: number;
/** Samira: Mia's caseload and Ad's partner. The job and the pair: Ruud's. Mo, Ada and Anja have the same roles elsewhere. */
beforeAll(async () => {
  const eigen = makePartner('Partner Een');
  const Mia = await makeActor('werkmakelaar', 'Mia');
  samira = makeKandidaat({ ref: 'p-1', voornaam: 'Samira', aanmelder: 'Partner Een', werkmakelaar: 'mia@test.example', wensberoepen: ['orderpicker'] });
  database().update(kandidaat).set({ status: 'gepubliceerd' }).where(eq(kandidaat.id, samira)).run();
  job = makeVacature({ ref: 'p-v1', titel: 'Orderpicker', taken: ['orders verzamelen'] });
  organisatie = verifyWerkgever(job);
  const ander = database().insert(werkgever).values({ naam: 'De Vries', status: 'geverifieerd' }).returning({ id: werkgever.id }).get().id;
  people = {
    Mia, Mo: await makeActor('werkmakelaar', 'Mo'), Karin: await makeActor('accountmanager', 'Karin'), Ad: await makeActor('aanmelder', 'Ad', { partnerId: eigen }), Ada: await makeActor('aanmelder', 'Ada', { partnerId: makePartner('Partner Twee') }),
    Ruud: await makeActor('werkgever', 'Ruud', { werkgeverId: organisatie }), Anja: await makeActor('werkgever', 'Anja', { werkgeverId: ander }), Bea: await makeActor('beheerder', 'Bea'), bezoeker: BEZOEKER, systeem: SYSTEEM,
  };
  pair = proposeByHand(people.Mia, samira, job);
  moveMatch(people.Mia, pair, 'vind geschikt');
  moveMatch(people.Karin, pair, 'draag voor', { bericht: 'Samira past goed.' });
});

const QUEUE = readQueueVraag(new URLSearchParams());
type Naam = keyof typeof people;
type Uitkomst = 'ja' | 'bestaat niet' | 'mag niet';
/** What an actor gets: the object, "it is not there", or "this is not for you". Anything else is a mistake in the test. */
function uitkomst(look: () => unknown): Uitkomst {
  try { look(); return 'ja'; } catch (error) {
    if (error instanceof NietGevonden) return 'bestaat niet';
    if (error instanceof GeenToegang) return 'mag niet';
    throw error;
  }
}

describe('an object of somebody else does not exist', () => {
  const NAMEN: Naam[] = ['Mia', 'Mo', 'Karin', 'Ad', 'Ada', 'Ruud', 'Anja', 'Bea', 'bezoeker', 'systeem'];
  const ja = (...namen: Naam[]) => ({ ja: namen });
  it.each<[string, { ja: Naam[]; nietGevonden?: Naam[] }, (actor: Actor) => unknown]>([
    ["Samira's file", { ...ja('Mia', 'Karin', 'Ad'), nietGevonden: ['Mo', 'Ada'] }, (actor) => getDossier(actor, samira)],
    ["Samira's history", { ...ja('Mia', 'Karin', 'Ad'), nietGevonden: ['Mo', 'Ada'] }, (actor) => profileHistory(actor, samira)],
    ["the vacatures that fit Samira", { ...ja('Mia', 'Karin'), nietGevonden: ['Mo'] }, (actor) => rankingForKandidaat(actor, samira)],
    ["Samira's portrait", { ...ja('Mia', 'Karin', 'Ad', 'Ruud', 'Anja', 'Bea'), nietGevonden: ['Mo', 'Ada', 'bezoeker'] }, (actor) => (actor.rol === 'systeem' ? getDossier(actor, samira) : portraitOf(actor, samira))],
    ["Van Dijk's vacature", { ...ja('Ruud', 'Mia', 'Mo', 'Karin', 'systeem'), nietGevonden: ['Anja'] }, (actor) => getVacature(actor, job)],
    ["the history of Van Dijk's vacature", { ...ja('Ruud', 'Mia', 'Mo', 'Karin', 'systeem'), nietGevonden: ['Anja'] }, (actor) => vacatureHistory(actor, job)],
    ["who fits Van Dijk's vacature", { ...ja('Ruud'), nietGevonden: ['Anja'] }, (actor) => fitForWerkgever(actor, job)],
    ["what the musts of Van Dijk's vacature cost", { ...ja('Ruud', 'Mia', 'Mo', 'Karin', 'systeem'), nietGevonden: ['Anja'] }, (actor) => costOfMusts(actor, job)],
    ["the ranking of Van Dijk's vacature", ja('Mia', 'Mo', 'Karin'), (actor) => rankingForVacature(actor, job)],
    ['the pair of Samira and Van Dijk', { ...ja('Mia', 'Karin'), nietGevonden: ['Mo'] }, (actor) => getMatch(actor, pair)],
    ['that pair in the words of Van Dijk', { ...ja('Ruud'), nietGevonden: ['Anja'] }, (actor) => getVoordracht(actor, pair)],
    ['that pair on the werkbank', { ...ja('Mia', 'Karin'), nietGevonden: ['Mo'] }, (actor) => getBeeld(actor, pair)],
    ['that pair beside itself', { ...ja('Mia', 'Karin'), nietGevonden: ['Mo'] }, (actor) => compareBeelden(actor, [pair, pair])],
    ['the history of that pair', { ...ja('Mia', 'Karin'), nietGevonden: ['Mo'] }, (actor) => matchHistory(actor, pair)],
    ['the page of Van Dijk as an employer', ja('Karin'), (actor) => getWerkgever(actor, organisatie)],
  ])('so %s is for those it concerns', (_, { ja: allowed, nietGevonden = [] }, look) => {
    const expected = Object.fromEntries(NAMEN.map((naam) => [naam, allowed.includes(naam) ? 'ja' : nietGevonden.includes(naam) ? 'bestaat niet' : 'mag niet']));
    expect(Object.fromEntries(NAMEN.map((naam) => [naam, uitkomst(() => look(people[naam]))]))).toEqual(expected);
  });

  it('and neither can it be changed: Anja, Mo and Ada get "not found" for every step with it', () => {
    for (const look of [
      () => moveVacature(people.Anja, job, 'pauzeer'), () => extendVacature(people.Anja, job, '2999-01-01', 'meer tijd'), () => closeVacature(people.Anja, job, 'ingetrokken'), () => startVacature(people.Anja, job),
      () => saveStep(people.Anja, job, 4, { biedt: [] }), () => askKennismaking(people.Anja, samira, job, 'hallo'), () => moveMatch(people.Anja, pair, 'nodig uit'),
      () => moveMatch(people.Mo, pair, 'trek terug', { reden: 'anders', toelichting: 'zomaar' }), () => putOff(people.Mo, pair, { datum: '2999-01-01' }), () => postpone(people.Mo, [{ id: pair, gezien: 'geen' }], '2999-01-01'), () => restore(people.Mo, [pair]),
      () => proposeByHand(people.Mo, samira, job), () => moveProfile(people.Mo, samira, 'pauzeer'), () => moveProfile(people.Ada, samira, 'pauzeer'),
    ]) expect(uitkomst(look)).toBe('bestaat niet');
    expect(database().select().from(match).where(eq(match.id, pair)).get()!.status).toBe('voorgedragen');
  });

  it('and an id that never was answers just the same as one of somebody else', () => {
    for (const id of [-1, 0, 999_999, Number.MAX_SAFE_INTEGER, 1.5]) {
      expect(uitkomst(() => getDossier(people.Mia, id))).toBe('bestaat niet');
      expect(uitkomst(() => getVacature(people.Ruud, id))).toBe('bestaat niet');
      expect(uitkomst(() => getVoordracht(people.Ruud, id))).toBe('bestaat niet');
      expect(uitkomst(() => getMatch(people.Mia, id))).toBe('bestaat niet');
      expect(uitkomst(() => getWerkgever(people.Karin, id))).toBe('bestaat niet');
    }
  });
});

describe('a kandidaat with a personal link', () => {
  it('reaches the own row and nothing of Samira: whatever id is asked, only Noor is there', () => {
    const noor = makeKandidaat({ ref: 'p-noor', voornaam: 'Noor' });
    const actor: Actor = { rol: 'kandidaat', kandidaatId: noor };
    expect(uitkomst(() => listConsent(actor, noor))).toBe('ja');
    expect(getOwn(actor).kandidaat.voornaam).toBe('Noor');
    for (const look of [() => listConsent(actor, samira), () => loadDossier(actor, samira), () => confirmAvailable(actor, samira), () => moveProfile(actor, samira, 'trek in'), () => recordConsent(actor, samira, [], { kanaal: 'papier', op: '2026-01-01' })]) expect(uitkomst(look)).toBe('bestaat niet');
    for (const look of [() => getDossier(actor, noor), () => giveLink(actor, noor, 'toon'), () => standVan(actor, [noor]), () => takeTreden(actor, new Date()), () => proposeByHand(actor, noor, job), () => moveProfile(actor, noor, 'publiceer'), () => viewProfile(actor, samira)]) expect(uitkomst(look)).toBe('mag niet');
    for (const other of Object.values(people)) for (const look of [() => getOwn(other), () => exportOwn(other), () => listKijkers(other), () => chooseItem(other, 'foto', true), () => withdrawOwn(other), () => hideOwnFrom(other, organisatie, true), () => askErasure(other)]) expect(uitkomst(look)).toBe('mag niet');
  });

  it('gets that link from the own professionals only', () => {
    const givers = (['Mia', 'Mo', 'Karin', 'Ad', 'Ada', 'Ruud', 'Bea', 'bezoeker', 'systeem'] as const).map((naam) => [naam, uitkomst(() => giveLink(people[naam], samira, 'toon'))]);
    expect(Object.fromEntries(givers)).toEqual({ Mia: 'ja', Ad: 'ja', Mo: 'bestaat niet', Ada: 'bestaat niet', Karin: 'mag niet', Ruud: 'mag niet', Bea: 'mag niet', bezoeker: 'mag niet', systeem: 'mag niet' });
    for (const naam of ['Mo', 'Ada'] as const) for (const look of [() => readLink(people[naam], samira), () => revokeLink(people[naam], samira), () => keepData(people[naam], samira), () => saveEmail(people[naam], samira, 'x@y.example'), () => recordConsent(people[naam], samira, [], { kanaal: 'papier', op: '2026-01-01' })]) expect(uitkomst(look)).toBe('bestaat niet');
  });
});

describe('lists hold only the own objects', () => {
  it('of kandidaten with how far they came: Mia and Ad see Samira, Mo and Ada do not', () => {
    const has = (actor: Actor) => standVan(actor, [samira]).has(samira);
    expect([has(people.Mia), has(people.Ad), has(people.Karin), has(people.Mo), has(people.Ada)]).toEqual([true, true, true, false, false]);
  });

  it('of kandidaten found by words: Mia and Ad find Samira, Mo and Ada do not, and who has no list finds nobody', async () => {
    const has = async (actor: Actor) => (await searchKandidaten(actor, readZoekvraag(KANDIDATEN, new URLSearchParams('q=samira')))).rijen.some((row) => row.id === samira);
    expect(await Promise.all([people.Mia, people.Ad, people.Karin, people.Mo, people.Ada].map(has))).toEqual([true, true, true, false, false]);
    for (const naam of ['Ruud', 'Bea', 'bezoeker', 'systeem'] as const) await expect(has(people[naam])).rejects.toThrow(GeenToegang);
  });

  it('of kandidaten found by words, also while the index is behind: Joke went from Mia to Mo a moment ago', async () => {
    const joke = makeKandidaat({ ref: 'p-2', voornaam: 'Joke', werkmakelaar: 'mia@test.example' });
    database().update(kandidaat).set({ werkmakelaarId: (people.Mo as { id: number }).id }).where(eq(kandidaat.id, joke)).run();
    expect((await searchKandidaten(people.Mia, readZoekvraag(KANDIDATEN, new URLSearchParams('q=joke')))).rijen.map((row) => row.id)).not.toContain(joke);
  });

  it('of vacatures: Ruud sees his own, Anja none, and no professional sees a draft', () => {
    const draft = startVacature(people.Ruud);
    const ids = (actor: Actor) => listVacatures(actor).map((row) => row.vacature.id);
    expect(ids(people.Ruud)).toEqual(expect.arrayContaining([job, draft]));
    expect(ids(people.Anja)).toEqual([]);
    for (const actor of [people.Mia, people.Karin]) { expect(ids(actor)).toContain(job); expect(ids(actor)).not.toContain(draft); expect(uitkomst(() => getVacature(actor, draft))).toBe('bestaat niet'); }
  });

  it('of matches: the pair is with Mia, Karin and Ruud, and with nobody else', () => {
    const has = (naam: 'Mia' | 'Karin' | 'Mo') => listForVacature(people[naam], job).length + listByStatus(people[naam], ['voorgedragen']).length;
    expect([has('Mia'), has('Karin'), has('Mo')]).toEqual([2, 2, 0]);
    expect([listVoordrachten(people.Ruud).length, listVoordrachten(people.Ruud, job).length, listVoordrachten(people.Anja).length, listVoordrachten(people.Anja, job).length]).toEqual([1, 1, 0, 0]);
    for (const naam of ['Ruud', 'Anja', 'Ad', 'bezoeker'] as const) expect(uitkomst(() => listForVacature(people[naam], job))).toBe('mag niet');
    expect(listForKandidaat(people.Mo, samira)).toEqual([]);
    expect(listQueue(people.Mo, QUEUE).rijen).toEqual([]);
  });

  it('and who has no list gets none: every list refuses every role that the policy does not name', () => {
    const lists: [Handeling, (actor: Actor) => unknown][] = [
      ['kandidaat.bekijk', (actor) => standVan(actor, [samira])], ['kandidaat.cureer', listCuration], ['vacature.bekijk', listVacatures], ['vacature.open', listToOpen], ['match.beoordeel', (actor) => listQueue(actor, QUEUE)], ['match.beoordeel', (actor) => listQueueKeuzes(actor, 'nu')], ['afwezigheid.regel', getAfwezigheid],
      ['werkgever.bekijk', listWerkgevers], ['gebruiker.beheer', listGebruikers], ['match.bekijk', (actor) => listSignalen(actor)],
    ];
    for (const [handeling, list] of lists) for (const actor of Object.values(people)) expect(uitkomst(() => list(actor))).toBe(mag(actor, handeling) ? 'ja' : 'mag niet');
    for (const naam of ['Mia', 'Karin', 'Bea', 'bezoeker'] as const) expect(uitkomst(() => ownOrganisation(people[naam]))).toBe('bestaat niet');
    for (const actor of Object.values(people)) if (!mag(actor, 'import.voerUit')) {
      expect(uitkomst(() => saveKandidaten(actor, []))).toBe('mag niet');
      expect(uitkomst(() => saveVacatures(actor, []))).toBe('mag niet');
    }
  });

  it('and an import or a verification by somebody else is refused before a file is opened or a row is read', async () => {
    await expect(importFile(people.Ruud, 'kandidaten', '/bestaat/niet.jsonl', { dryRun: true })).rejects.toThrow(GeenToegang);
    for (const naam of ['Mia', 'Ruud', 'Bea', 'bezoeker'] as const) expect(uitkomst(() => moveWerkgever(people[naam], organisatie, 'verifieer'))).toBe('mag niet');
  });
});

describe('a colleague who is away', () => {
  it('hands the caseload of Mia to Mo, and takes it back the day after', () => {
    const id = (actor: Actor) => (actor as { id: number }).id;
    const away = (afwezigTot: string | null) => database().update(gebruiker).set({ vervangerId: id(people.Mo), afwezigTot }).where(eq(gebruiker.id, id(people.Mia))).run();
    away('2999-01-01');
    expect(uitkomst(() => getDossier(loadActor(id(people.Mo)), samira))).toBe('ja');
    expect(uitkomst(() => getDossier(loadActor(id(people.Mia)), samira))).toBe('ja');
    away('2020-01-01');
    expect(uitkomst(() => getDossier(loadActor(id(people.Mo)), samira))).toBe('bestaat niet');
    away(null);
    expect(uitkomst(() => getDossier(loadActor(id(people.Mo)), samira))).toBe('bestaat niet');
  });
});
