/** The states of a profile, a vacature, a match and a werkgever: which steps exist, who takes them, what each one writes. */
import { beforeAll, describe, expect, it } from 'vitest';
import { and, eq } from 'drizzle-orm';
import { connection, database, transaction } from '#db/client.ts';
import { gebeurtenis, kandidaat, match, toestemming, vacature, werkgever, type GebeurtenisSoort } from '#db/schema.ts';
import { searchEngine } from '#search/index.ts';
import { GeenToegang, NietGevonden, Weigering } from '#src/auth/policy.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { PROFIEL_OVERGANGEN, PROFIEL_STATUSSEN, profielVerbs, type ProfielStatus, type ProfielVerb } from '#src/domain/kandidaat/kandidaat.ts';
import { moveProfile } from '#src/domain/kandidaat/kandidaat.server.ts';
import { MATCH_OVERGANGEN, MATCH_STATUSSEN, OPEN_MATCH_STATUSSEN, REDENEN, matchVerbs, type MatchStatus, type MatchVerb } from '#src/domain/match/match.ts';
import { closeVacature } from '#src/domain/match/afloop.server.ts';
import { moveMatch } from '#src/domain/match/match.server.ts';
import { VACATURE_OVERGANGEN, VACATURE_STATUSSEN, isVerlopen, vacatureVerbs, type VacatureStatus, type VacatureVerb } from '#src/domain/vacature/vacature.ts';
import { moveVacature } from '#src/domain/vacature/vacature.server.ts';
import { WERKGEVER_OVERGANGEN, WERKGEVER_STATUSSEN, type WerkgeverStatus, type WerkgeverVerb } from '#src/domain/werkgever/werkgever.ts';
import { moveWerkgever } from '#src/domain/werkgever/werkgever.server.ts';
import { SYSTEEM, makeActor, makeKandidaat, makePartner, makeVacature, useDatabase, verifyWerkgever } from '../support/database.ts';

useDatabase();

type Table = Record<string, { van: readonly string[]; naar: string }>;
/** A second copy of every table, as edges: from > verb > to. A change of a table has to be made twice, on purpose. */
const MACHINES: { naam: string; statussen: readonly string[]; overgangen: Table; verbs: ((status: never) => string[]) | null; begin: string; eind: string[]; pijlen: string }[] = [
  {
    naam: 'profiel', statussen: PROFIEL_STATUSSEN, overgangen: PROFIEL_OVERGANGEN, verbs: profielVerbs, begin: 'concept', eind: ['ingetrokken'],
    pijlen: `concept>dien in>ter curatie|ter curatie>stuur terug>concept|ter curatie>publiceer>gepubliceerd|gepubliceerd>pauzeer>gepauzeerd|gepauzeerd>hervat>gepubliceerd|gepubliceerd>herzie>concept|gepauzeerd>herzie>concept|concept>plaats>geplaatst|ter curatie>plaats>geplaatst|gepubliceerd>plaats>geplaatst|gepauzeerd>plaats>geplaatst|concept>trek in>ingetrokken|ter curatie>trek in>ingetrokken|gepubliceerd>trek in>ingetrokken|gepauzeerd>trek in>ingetrokken|geplaatst>trek in>ingetrokken|geplaatst>keer terug>concept`,
  },
  {
    naam: 'vacature', statussen: VACATURE_STATUSSEN, overgangen: VACATURE_OVERGANGEN, verbs: vacatureVerbs, begin: 'concept', eind: [],
    pijlen: `concept>dien in>ingediend|ingediend>open>open|open>pauzeer>gepauzeerd|gepauzeerd>hervat>open|open>vervul>vervuld|gepauzeerd>vervul>vervuld|concept>sluit>gesloten|ingediend>sluit>gesloten|open>sluit>gesloten|gepauzeerd>sluit>gesloten|vervuld>heropen>open|gesloten>heropen>open`,
  },
  {
    naam: 'match', statussen: MATCH_STATUSSEN, overgangen: MATCH_OVERGANGEN, verbs: matchVerbs, begin: 'voorgesteld', eind: ['niet voorgedragen', 'afgewezen', 'geplaatst', 'gestopt', 'teruggetrokken'],
    pijlen: `voorgesteld>vind geschikt>geschikt|later>vind geschikt>geschikt|ongeschikt>vind geschikt>geschikt|voorgesteld>vind ongeschikt>ongeschikt|later>vind ongeschikt>ongeschikt|geschikt>vind ongeschikt>ongeschikt|voorgesteld>stel uit>later|geschikt>stel uit>later|geschikt>herstel>voorgesteld|ongeschikt>herstel>voorgesteld|later>herstel>voorgesteld|ongeschikt>kom terug>voorgesteld|later>kom terug>voorgesteld|geschikt>draag voor>voorgedragen|geschikt>draag niet voor>niet voorgedragen|voorgedragen>nodig uit>uitgenodigd|voorgedragen>wijs af>afgewezen|uitgenodigd>wijs af>afgewezen|uitgenodigd>start proefplaatsing>proefplaatsing|uitgenodigd>plaats>geplaatst|proefplaatsing>plaats>geplaatst|proefplaatsing>stop>gestopt|voorgesteld>trek terug>teruggetrokken|geschikt>trek terug>teruggetrokken|later>trek terug>teruggetrokken|voorgedragen>trek terug>teruggetrokken|uitgenodigd>trek terug>teruggetrokken|proefplaatsing>trek terug>teruggetrokken`,
  },
  {
    naam: 'werkgever', statussen: WERKGEVER_STATUSSEN, overgangen: WERKGEVER_OVERGANGEN, verbs: null, begin: 'aangemeld', eind: [],
    pijlen: 'aangemeld>verifieer>geverifieerd|geweigerd>verifieer>geverifieerd|aangemeld>weiger>geweigerd|geverifieerd>weiger>geweigerd',
  },
];

describe.each(MACHINES)('the table of a $naam', ({ statussen, overgangen, begin, eind, pijlen }) => {
  it('has exactly the steps that the product describes', () => {
    const edges = Object.entries(overgangen).flatMap(([verb, { van, naar }]) => van.map((from) => `${from}>${verb}>${naar}`));
    expect(edges.sort()).toEqual(pijlen.split('|').sort());
    expect(new Set(edges).size).toBe(edges.length);
  });

  it('reaches every state from the first, and leaves every state that is not an end', () => {
    const reached = new Set([begin]);
    for (let size = 0; size < reached.size;) { size = reached.size; for (const { van, naar } of Object.values(overgangen)) if (van.some((from) => reached.has(from))) reached.add(naar); }
    expect([...reached].sort()).toEqual([...statussen].sort());
    expect(statussen.filter((status) => !Object.values(overgangen).some(({ van }) => van.includes(status)))).toEqual(eind);
  });

  it('names only states that exist, and no step leads to where it started', () => {
    for (const { van, naar } of Object.values(overgangen)) for (const status of [...van, naar]) expect(statussen).toContain(status);
    for (const { van, naar } of Object.values(overgangen)) expect(van).not.toContain(naar);
  });
});

describe.each(MACHINES.filter(({ verbs }) => verbs !== null))('the buttons of a $naam', ({ statussen, overgangen, verbs }) => {
  it('are in each state the steps of the table and no other', () => {
    for (const status of statussen) for (const verb of Object.keys(overgangen)) expect(verbs!(status as never).includes(verb)).toBe(overgangen[verb]!.van.includes(status));
  });
});

describe('what follows from the tables', () => {
  it('gives each step of a match to one role, and every role its own reasons with "anders" as the last', () => {
    for (const status of MATCH_STATUSSEN) {
      const perRole = (['werkmakelaar', 'accountmanager', 'werkgever', 'systeem'] as const).flatMap((rol) => matchVerbs(status, rol));
      expect(perRole.sort()).toEqual(matchVerbs(status).sort());
    }
    for (const list of Object.values(REDENEN)) { expect(list.at(-1)).toBe('anders'); expect(new Set(list).size).toBe(list.length); }
  });

  it('calls a pair open as long as it can be withdrawn', () => {
    expect([...OPEN_MATCH_STATUSSEN].sort()).toEqual([...MATCH_OVERGANGEN['trek terug'].van].sort());
  });

  it('calls a vacature verlopen the day after its last day, and only while it could still be filled', () => {
    const op = (status: VacatureStatus, sluitingsdatum: string | null) => isVerlopen({ status, sluitingsdatum }, '2026-11-02');
    expect(VACATURE_STATUSSEN.filter((status) => op(status, '2026-11-01'))).toEqual(['open', 'gepauzeerd']);
    expect([op('open', '2026-11-02'), op('open', '2026-11-03'), op('open', null)]).toEqual([false, false, false]);
  });
});

let mia: Actor; let karin: Actor; let ad: Actor; let ruud: Actor; let anja: Actor; let bea: Actor;
let samira: number; let job: number; let pair: number; let firm: number;
const db = () => database();
const eventsOf = (soort: GebeurtenisSoort, objectId: number) => db().select().from(gebeurtenis).where(and(eq(gebeurtenis.soort, soort), eq(gebeurtenis.objectId, objectId))).orderBy(gebeurtenis.id).all();
/** Everything the use cases may write, to compare before and after. */
const snapshot = () => JSON.stringify(['SELECT count(*), max(id) FROM gebeurtenis', 'SELECT count(*), max(id) FROM outbox', ...['kandidaat', 'vacature', 'match', 'werkgever', 'zoek_stand'].map((table) => `SELECT * FROM ${table}`)].map((text) => connection().prepare(text).all()));
/** Runs `work` and says how it ended. A refusal must leave everything as it was. */
function attempt(work: () => void): 'gelukt' | 'geweigerd' {
  const before = snapshot();
  try { work(); return 'gelukt'; } catch (error) {
    if (!(error instanceof Weigering || error instanceof GeenToegang || error instanceof NietGevonden)) throw error;
    expect(snapshot()).toBe(before);
    return 'geweigerd';
  }
}
/** Runs `work` while the log of events is broken: it must fail and change nothing. */
function withBrokenLog(work: () => void): void {
  const before = snapshot();
  connection().exec(`CREATE TEMP TRIGGER kapot BEFORE INSERT ON gebeurtenis BEGIN SELECT RAISE(ABORT, 'vol'); END`);
  try { expect(work).toThrow('vol'); } finally { connection().exec('DROP TRIGGER kapot'); }
  expect(snapshot()).toBe(before);
}
const setProfile = (status: ProfielStatus) => db().update(kandidaat).set({ status }).where(eq(kandidaat.id, samira)).run();
const setJob = (status: VacatureStatus, plekken = 500) => db().update(vacature).set({ status, plekken, afloop: null }).where(eq(vacature.id, job)).run();
const setMatch = (status: MatchStatus, id = pair) => db().update(match).set({ status }).where(eq(match.id, id)).run();

beforeAll(async () => {
  const partnerId = makePartner('Partner Een');
  mia = await makeActor('werkmakelaar', 'Mia');
  karin = await makeActor('accountmanager', 'Karin');
  ad = await makeActor('aanmelder', 'Ad', { partnerId });
  bea = await makeActor('beheerder', 'Bea');
  samira = makeKandidaat({ ref: 't-1', voornaam: 'Samira', wensberoepen: ['orderpicker'], aanmelder: 'Partner Een', werkmakelaar: 'mia@test.example' });
  job = makeVacature({ ref: 't-v1', titel: 'Orderpicker', taken: ['orders verzamelen'] });
  firm = verifyWerkgever(job);
  ruud = await makeActor('werkgever', 'Ruud', { werkgeverId: firm });
  anja = await makeActor('werkgever', 'Anja', { werkgeverId: db().insert(werkgever).values({ naam: 'De Vries', status: 'geverifieerd' }).returning({ id: werkgever.id }).get().id });
  pair = newPair(samira, job);
});
/** A pair that was presented once, so that the employer may know of it. */
function newPair(kandidaatId: number, vacatureId: number): number {
  const { id } = db().insert(match).values({ kandidaatId, vacatureId, werkgeverId: firm, herkomst: 'voorstel', score: 80 }).returning({ id: match.id }).get();
  db().insert(gebeurtenis).values({ soort: 'match', objectId: id, verb: 'draag voor', van: 'geschikt', naar: 'voorgedragen' }).run();
  return id;
}

describe('moveProfile', () => {
  const allowed: Record<ProfielVerb, string[]> = { 'dien in': ['Mia', 'Ad'], 'stuur terug': ['Karin'], publiceer: ['Karin'], pauzeer: ['Mia', 'Ad', 'Karin'], hervat: ['Mia', 'Ad', 'Karin'], plaats: ['Karin'], 'trek in': ['Mia', 'Ad', 'Karin'], 'keer terug': ['Mia', 'Ad'], herzie: ['Mia', 'Ad'] };
  it.each(Object.keys(PROFIEL_OVERGANGEN) as ProfielVerb[])('lets nobody but the right people take "%s", only from the right states, with one event each time', (verb) => {
    const people = { Mia: mia, Karin: karin, Ad: ad, Ruud: ruud, Bea: bea, bezoeker: { rol: 'bezoeker' } as Actor };
    for (const status of PROFIEL_STATUSSEN) for (const [naam, actor] of Object.entries(people)) {
      setProfile(status);
      const before = eventsOf('kandidaat', samira).length;
      const possible = (PROFIEL_OVERGANGEN[verb].van as readonly string[]).includes(status) && allowed[verb].includes(naam);
      expect(`${naam} ${status}: ${attempt(() => moveProfile(actor, samira, verb, 'met een reden'))}`).toBe(`${naam} ${status}: ${possible ? 'gelukt' : 'geweigerd'}`);
      const events = eventsOf('kandidaat', samira).slice(before);
      expect(events).toMatchObject(possible ? [{ verb, van: status, naar: PROFIEL_OVERGANGEN[verb].naar, reden: 'met een reden', doorId: (actor as { id: number }).id }] : []);
      expect(db().select().from(kandidaat).where(eq(kandidaat.id, samira)).get()!.status).toBe(possible ? PROFIEL_OVERGANGEN[verb].naar : status);
    }
  });

  it('sends no profile back without a reason, and publishes none without consent or text', () => {
    setProfile('ter curatie');
    for (const reden of [undefined, '', '   ']) expect(attempt(() => moveProfile(karin, samira, 'stuur terug', reden))).toBe('geweigerd');
    const kaal = makeKandidaat({ ref: 't-2', voornaam: 'Bas', presentatie: 'Kort.', toestemming: ['foto'], arbeidsfit: false });
    db().update(kandidaat).set({ status: 'ter curatie' }).where(eq(kandidaat.id, kaal)).run();
    expect(() => moveProfile(karin, kaal, 'publiceer')).toThrow(/toestemming.*arbeidsfit.*presentatie/s);
    expect(attempt(() => moveProfile(karin, kaal, 'publiceer'))).toBe('geweigerd');
  });

  it('changes nothing when its event cannot be written', () => {
    setProfile('concept');
    withBrokenLog(() => moveProfile(mia, samira, 'dien in'));
  });
});

describe('moveVacature', () => {
  it.each(Object.keys(VACATURE_OVERGANGEN) as VacatureVerb[])('lets nobody but the right people take "%s", only from the right states, with one event each time', (verb) => {
    const people = { Ruud: ruud, Anja: anja, Karin: karin, Mia: mia, Ad: ad, Bea: bea };
    for (const status of VACATURE_STATUSSEN) for (const [naam, actor] of Object.entries(people)) {
      setJob(status);
      const before = eventsOf('vacature', job).length;
      const possible = (VACATURE_OVERGANGEN[verb].van as readonly string[]).includes(status) && naam === (verb === 'open' ? 'Karin' : 'Ruud');
      expect(`${naam} ${status}: ${attempt(() => moveVacature(actor, job, verb, { reden: 'met een reden' }))}`).toBe(`${naam} ${status}: ${possible ? 'gelukt' : 'geweigerd'}`);
      expect(eventsOf('vacature', job).slice(before)).toMatchObject(possible ? [{ verb, van: status, naar: VACATURE_OVERGANGEN[verb].naar, doorId: (actor as { id: number }).id }] : []);
      expect(db().select().from(vacature).where(eq(vacature.id, job)).get()!.status).toBe(possible ? VACATURE_OVERGANGEN[verb].naar : status);
    }
  });

  it('asks a reason to close and to re-open, and a whole vacature from a verified employer to hand in', () => {
    setJob('open');
    expect(attempt(() => moveVacature(ruud, job, 'sluit'))).toBe('geweigerd');
    setJob('gesloten');
    expect(attempt(() => moveVacature(ruud, job, 'heropen', { reden: ' ' }))).toBe('geweigerd');
    const leeg = db().insert(vacature).values({ werkgeverId: firm }).returning({ id: vacature.id }).get().id;
    expect(() => moveVacature(ruud, leeg, 'dien in')).toThrow('Vul eerst nog in: de titel, de uren, de plaats, de taken.');
    setJob('concept');
    expect(attempt(() => moveVacature({ ...ruud, geverifieerd: false } as Actor, job, 'dien in'))).toBe('geweigerd');
  });

  it('changes nothing when its event cannot be written', () => {
    setJob('open');
    withBrokenLog(() => moveVacature(ruud, job, 'pauzeer'));
  });

  it('closes what still ran on it: Van Dijk fills the job himself and every open pair ends with one event', () => {
    setJob('open');
    setProfile('gepubliceerd');
    setMatch('voorgedragen');
    const before = eventsOf('match', pair).length;
    closeVacature(ruud, job, 'op een andere manier vervuld');
    expect(db().select().from(vacature).where(eq(vacature.id, job)).get()).toMatchObject({ status: 'gesloten', afloop: 'op een andere manier vervuld' });
    expect(eventsOf('match', pair).slice(before)).toMatchObject([{ van: 'voorgedragen', naar: 'teruggetrokken', reden: 'de vacature is gesloten' }]);
    setJob('open');
    setMatch('voorgesteld');
    expect(attempt(() => closeVacature(anja, job, 'ingetrokken'))).toBe('geweigerd');
  });
});

describe('moveMatch', () => {
  const opties = { reden: 'met een reden', datum: '2999-01-01' };
  it.each(Object.keys(MATCH_OVERGANGEN) as MatchVerb[])('lets nobody but the right role take "%s", only from the right states, with one event each time', (verb) => {
    const people = { werkmakelaar: mia, accountmanager: karin, werkgever: ruud, 'andere werkgever': anja, aanmelder: ad, beheerder: bea, systeem: SYSTEEM };
    for (const status of MATCH_STATUSSEN) for (const [naam, actor] of Object.entries(people)) {
      setProfile('gepubliceerd');
      setJob('open');
      setMatch(status);
      const before = eventsOf('match', pair).length;
      const possible = (MATCH_OVERGANGEN[verb].van as readonly string[]).includes(status) && MATCH_OVERGANGEN[verb].rol === naam;
      expect(`${naam} ${status}: ${attempt(() => moveMatch(actor, pair, verb, opties))}`).toBe(`${naam} ${status}: ${possible ? 'gelukt' : 'geweigerd'}`);
      const events = eventsOf('match', pair).slice(before);
      expect(events).toMatchObject(possible ? [{ verb, van: status, naar: MATCH_OVERGANGEN[verb].naar, reden: 'met een reden', doorId: (actor as { id?: number }).id ?? null }] : []);
      // What the werkmakelaar saw when deciding is kept with the decision.
      if (possible && naam === 'werkmakelaar') expect(events[0]!.getoond).toMatchObject({ versie: expect.any(String), score: expect.any(Number) });
    }
  });

  it.each((Object.keys(MATCH_OVERGANGEN) as MatchVerb[]).filter((verb) => 'reden' in MATCH_OVERGANGEN[verb] || 'datum' in MATCH_OVERGANGEN[verb]))('refuses "%s" without what it asks for', (verb) => {
    const actor = { werkmakelaar: mia, accountmanager: karin, werkgever: ruud, systeem: SYSTEEM }[MATCH_OVERGANGEN[verb].rol];
    const asked = 'datum' in MATCH_OVERGANGEN[verb] ? [{}, { datum: '' }, { datum: '2020-01-01' }, { datum: 'morgen' }] : [{}, { reden: '' }, { reden: 'anders' }, { reden: 'anders', toelichting: '  ' }];
    for (const missing of asked) {
      setMatch(MATCH_OVERGANGEN[verb].van[0]!);
      expect(attempt(() => moveMatch(actor, pair, verb, missing))).toBe('geweigerd');
    }
  });

  it('changes nothing when its event cannot be written, also when Samira is placed', () => {
    setProfile('gepubliceerd');
    setMatch('geschikt');
    withBrokenLog(() => moveMatch(karin, pair, 'draag voor'));
    setMatch('uitgenodigd');
    withBrokenLog(() => moveMatch(karin, pair, 'plaats'));
  });
});

describe('a placement', () => {
  const place = (from: VacatureStatus) => {
    const person = makeKandidaat({ ref: `t-p-${from}`, voornaam: 'Joke', werkmakelaar: 'mia@test.example' });
    db().update(kandidaat).set({ status: 'gepubliceerd' }).where(eq(kandidaat.id, person)).run();
    const full = makeVacature({ ref: `t-pv-${from}`, titel: 'Orderpicker', plekken: 1 });
    const other = newPair(person, job);
    const id = newPair(person, full);
    setMatch('geschikt', other);
    setMatch('uitgenodigd', id);
    db().update(vacature).set({ status: from }).where(eq(vacature.id, full)).run();
    moveMatch(karin, id, 'plaats');
    return { person, full, other };
  };

  it('of Joke takes her out of the etalage, ends her other pairs and fills the vacature, with one event each', () => {
    const { person, full, other } = place('open');
    expect(eventsOf('kandidaat', person).filter((event) => event.verb === 'plaats')).toMatchObject([{ van: 'gepubliceerd', naar: 'geplaatst' }]);
    expect(eventsOf('match', other).filter((event) => event.naar === 'teruggetrokken')).toMatchObject([{ van: 'geschikt' }]);
    expect(eventsOf('vacature', full).filter((event) => event.naar === 'vervuld')).toMatchObject([{ van: 'open', verb: 'vervul' }]);
    expect(db().select().from(vacature).where(eq(vacature.id, full)).get()).toMatchObject({ status: 'vervuld', afloop: 'vervuld via ons' });
  });

  it('on a vacature that was paused records that it was paused', () => {
    const { full } = place('gepauzeerd');
    expect(eventsOf('vacature', full).filter((event) => event.naar === 'vervuld')).toMatchObject([{ van: 'gepauzeerd' }]);
  });

  it('that fills a vacature is in the search index at once', () => {
    const id = makeVacature({ ref: 't-pv-index', titel: 'Glazenwasser', plekken: 1 });
    const person = makeKandidaat({ ref: 't-p-index', voornaam: 'Peter', werkmakelaar: 'mia@test.example' });
    const found = newPair(person, id);
    setMatch('uitgenodigd', found);
    moveMatch(karin, found, 'plaats');
    const inIndex = (status: string) => searchEngine().search('vacatures', { filter: { op: 'eq', veld: 'status', waarde: status } }).treffers.map((hit) => hit.id);
    expect(inIndex('vervuld')).toContain(id);
    expect(inIndex('open')).not.toContain(id);
  });

  it('is refused for Wim, who withdrew his profile: a withdrawn profile cannot become placed', () => {
    const wim = makeKandidaat({ ref: 't-p-wim', voornaam: 'Wim', werkmakelaar: 'mia@test.example' });
    const found = newPair(wim, job);
    setMatch('uitgenodigd', found);
    moveProfile(mia, wim, 'trek in');
    expect(attempt(() => moveMatch(karin, found, 'plaats'))).toBe('geweigerd');
  });
});

describe('presenting to an employer', () => {
  it.each<[string, (id: number) => void]>([
    ['Ilse withdrew her profile', (id) => moveProfile(mia, id, 'trek in')],
    ['Ilse withdrew her consent', (id) => transaction(() => db().update(toestemming).set({ ingetrokkenOp: new Date().toISOString() }).where(eq(toestemming.kandidaatId, id)).run())],
  ])('is not possible any more after %s', (situatie, change) => {
    const ilse = makeKandidaat({ ref: `t-i-${situatie}`, voornaam: 'Ilse', werkmakelaar: 'mia@test.example' });
    const found = newPair(ilse, job);
    setMatch('geschikt', found);
    change(ilse);
    expect(attempt(() => moveMatch(karin, found, 'draag voor', { bericht: 'Ilse past goed bij u.' }))).toBe('geweigerd');
  });
});

describe('moveWerkgever', () => {
  it.each(Object.keys(WERKGEVER_OVERGANGEN) as WerkgeverVerb[])('lets only an accountmanager take "%s", from the right states, with one event each time', (verb) => {
    const id = db().insert(werkgever).values({ naam: `Firma ${verb}` }).returning({ id: werkgever.id }).get().id;
    for (const status of WERKGEVER_STATUSSEN as readonly WerkgeverStatus[]) for (const actor of [karin, mia, ad, ruud, bea]) {
      db().update(werkgever).set({ status }).where(eq(werkgever.id, id)).run();
      const before = eventsOf('werkgever', id).length;
      const possible = actor === karin && (WERKGEVER_OVERGANGEN[verb].van as readonly string[]).includes(status);
      expect(attempt(() => moveWerkgever(actor, id, verb, 'met een reden'))).toBe(possible ? 'gelukt' : 'geweigerd');
      expect(eventsOf('werkgever', id).slice(before)).toMatchObject(possible ? [{ verb, van: status, naar: WERKGEVER_OVERGANGEN[verb].naar }] : []);
    }
    db().update(werkgever).set({ status: 'aangemeld' }).where(eq(werkgever.id, id)).run();
    withBrokenLog(() => moveWerkgever(karin, id, verb, 'met een reden'));
    expect(attempt(() => moveWerkgever(karin, id, 'weiger', '  '))).toBe('geweigerd');
  });
});
