/** The worker that keeps suggestions fresh: who is suggested, how many, what comes back, and what never does. */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { and, eq } from 'drizzle-orm';
import { connection, database, transaction } from '#db/client.ts';
import { gebeurtenis, kandidaat, match, outbox, vacature } from '#db/schema.ts';
import { rebuildIndex } from '#search/sync.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { enqueue } from '#src/domain/gebeurtenis/gebeurtenis.server.ts';
import { afterChange } from '#src/domain/kandidaat/kandidaat.server.ts';
import { GEWICHTEN } from '#src/domain/match/onderdeel.ts';
import { moveMatch } from '#src/domain/match/match.server.ts';
import { MAX_OPEN, refreshPortion, refreshSuggestions, requestOutdated } from '#src/domain/match/voorstellen.server.ts';
import { startSuggestions } from '#src/jobs/suggestions.ts';
import { makeActor, makeKandidaat, makeVacature, useDatabase } from '../../support/database.ts';

useDatabase();
const db = () => database();
let mia: Actor;
let count = 0;

const ORDERPICKER = { titel: 'Orderpicker', beroep: 'orderpicker', taken: ['orders verzamelen', 'pakketten inpakken'], vaardigheden: { vereist: ['orderpicken'] }, uren: { min: 16, max: 36 } };
const job = (extra = {}) => makeVacature({ ref: `w-v${++count}`, ...ORDERPICKER, ...extra });
const person = (voornaam: string, extra = {}) => makeKandidaat({ ref: `w-k${String(++count).padStart(3, '0')}`, voornaam, wensberoepen: ['orderpicker'], vaardigheden: ['orderpicken'], werkmakelaar: 'mia@test.example', ...extra });
const pairOf = (kandidaatId: number, vacatureId: number) => db().select().from(match).where(and(eq(match.kandidaatId, kandidaatId), eq(match.vacatureId, vacatureId))).get();
const open = (vacatureId: number) => db().select().from(match).where(and(eq(match.vacatureId, vacatureId), eq(match.status, 'voorgesteld'))).all();
/** Changes someone the way a use case does: record and request for suggestions together. */
const change = (id: number, values: Partial<typeof kandidaat.$inferInsert>) => transaction(() => { db().update(kandidaat).set({ ...values, gewijzigdOp: new Date(Date.now() + ++count).toISOString() }).where(eq(kandidaat.id, id)).run(); afterChange(id); });
const verbs = (matchId: number) => db().select().from(gebeurtenis).where(and(eq(gebeurtenis.soort, 'match'), eq(gebeurtenis.objectId, matchId))).orderBy(gebeurtenis.id).all();

beforeAll(async () => { mia = await makeActor('werkmakelaar', 'Mia'); });
beforeEach(() => { connection().exec('DELETE FROM match; DELETE FROM outbox; DELETE FROM toestemming; DELETE FROM kandidaat_intern; DELETE FROM kandidaat; DELETE FROM vacature'); rebuildIndex(); });

describe('a new vacature and a new kandidaat', () => {
  it('find each other, whichever came first, with an event each', () => {
    const first = job();
    const samira = person('Samira');
    const second = job();
    expect(refreshSuggestions()).toBe(3);
    for (const id of [first, second]) expect(verbs(pairOf(samira, id)!.id)).toMatchObject([{ verb: 'stel voor', naar: 'voorgesteld', doorId: null }]);
    expect(refreshSuggestions()).toBe(0);
  });

  it('are suggested once, however often both change', () => {
    const id = job();
    const samira = person('Samira');
    for (let i = 0; i < 3; i++) { change(samira, { kop: `Ik zoek werk ${i}` }); transaction(() => enqueue('voorstellen-vacature', [id])); refreshSuggestions(); }
    expect(open(id)).toHaveLength(1);
    expect(verbs(pairOf(samira, id)!.id)).toHaveLength(1);
  });

  it('are not suggested when Bas may not be proposed or does not fit', () => {
    const id = job();
    const bas = person('Bas', { toestemming: [] });
    const joke = person('Joke', { arbeidsfit: false });
    const henk = person('Henk', { uren: { min: 4, max: 7 } });
    refreshSuggestions();
    for (const who of [bas, joke, henk]) expect(pairOf(who, id)).toBeUndefined();
  });
});

describe('the limit of open suggestions', () => {
  it('holds whether the vacature or the kandidaten came first, and is the best of them', () => {
    const early = job();
    const people = Array.from({ length: MAX_OPEN + 6 }, (_, at) => person(`P${at}`, { uren: { min: 16, max: 16 + (at % 13) } }));
    const late = job();
    refreshSuggestions();
    expect(open(early)).toHaveLength(MAX_OPEN);
    expect(open(late)).toHaveLength(MAX_OPEN);
    const left = people.filter((id) => !pairOf(id, late)).map((id) => db().select().from(kandidaat).where(eq(kandidaat.id, id)).get()!.urenMax);
    const taken = open(late).map((pair) => db().select().from(kandidaat).where(eq(kandidaat.id, pair.kandidaatId)).get()!.urenMax);
    expect(Math.max(...left)).toBeLessThanOrEqual(Math.min(...taken));
  });

  it('is filled up again as Mia judges', () => {
    const id = job();
    for (let at = 0; at < MAX_OPEN + 2; at++) person(`P${at}`);
    refreshSuggestions();
    const [one, two, three] = open(id);
    moveMatch(mia, one!.id, 'vind geschikt');
    moveMatch(mia, two!.id, 'vind ongeschikt', { reden: 'wil dit werk niet' });
    moveMatch(mia, three!.id, 'stel uit', { datum: '2999-01-01' });
    expect(open(id)).toHaveLength(MAX_OPEN - 3);
    refreshSuggestions();
    expect(open(id)).toHaveLength(MAX_OPEN - 1);
  });

  it('does not count people who cannot be proposed at the moment', () => {
    const id = job();
    for (let at = 0; at < MAX_OPEN; at++) person(`P${at}`);
    refreshSuggestions();
    change(open(id)[0]!.kandidaatId, { status: 'gepauzeerd' });
    const late = person('Laat');
    refreshSuggestions();
    expect(pairOf(late, id)?.status).toBe('voorgesteld');
  });
});

describe('an open suggestion', () => {
  it('of Samira follows her profile: score and reasons are those of now', () => {
    const id = job({ certificaten: { vereist: ['BHV'] } });
    const samira = person('Samira', { certificaten: [] });
    refreshSuggestions();
    const before = pairOf(samira, id)!;
    expect(before.uitleg!.tekorten.map((tekort) => tekort.tekst)).toContain('BHV');
    change(samira, { certificaten: ['BHV'] });
    refreshSuggestions();
    const after = pairOf(samira, id)!;
    expect(after.score).toBeGreaterThan(before.score!);
    expect(after).toMatchObject({ status: 'voorgesteld', veranderd: [], gewijzigdOp: before.gewijzigdOp });
    expect(verbs(after.id)).toHaveLength(1);
  });

  it('follows the vacature too', () => {
    const id = job();
    const samira = person('Samira');
    refreshSuggestions();
    transaction(() => { db().update(vacature).set({ urenMin: 30, urenMax: 40, gewijzigdOp: new Date(Date.now() + 5000).toISOString() }).where(eq(vacature.id, id)).run(); enqueue('voorstellen-vacature', [id]); });
    refreshSuggestions();
    expect(pairOf(samira, id)!.uitleg!.onderdelen.find((deel) => deel.naam === 'tijd')!.reden).toContain('30–40');
  });
});

describe('an update of the software with other weights', () => {
  it('makes all suggestions anew, once: the queue would not show what has too few points by the old ones', () => {
    const [first, second] = [job(), job()];
    const samira = person('Samira');
    refreshSuggestions();
    expect(requestOutdated()).toBe(0);
    const { id, uitleg } = pairOf(samira, first)!;
    db().update(match).set({ score: 12, uitleg: { ...uitleg!, versie: '2026.01-1', score: 12 } }).where(eq(match.id, id)).run();
    expect(requestOutdated()).toBe(2);
    refreshSuggestions();
    expect(pairOf(samira, first)!).toMatchObject({ score: pairOf(samira, second)!.score, uitleg: { versie: GEWICHTEN.versie } });
    expect(requestOutdated()).toBe(0);
  });
});

describe('a pair that Mia judged', () => {
  const refuse = (reden: string, extra = {}, eisen = {}) => {
    const id = job(eisen);
    const samira = person('Samira', extra);
    refreshSuggestions();
    const pair = pairOf(samira, id)!;
    moveMatch(mia, pair.id, 'vind ongeschikt', { reden });
    refreshSuggestions();
    return { samira, id, pair: pair.id };
  };

  it('comes back when Samira got what she was refused for, and says so, with an event of the system', () => {
    const { samira, id, pair } = refuse('mist een eis die niet te overbruggen is', { certificaten: [] }, { certificaten: { vereist: ['BHV'] } });
    change(samira, { certificaten: ['BHV'] });
    refreshSuggestions();
    expect(pairOf(samira, id)).toMatchObject({ status: 'voorgesteld', veranderd: ['heeft nu BHV'] });
    expect(verbs(pair).at(-1)).toMatchObject({ verb: 'kom terug', van: 'ongeschikt', naar: 'voorgesteld', doorId: null, toelichting: 'heeft nu BHV', getoond: { score: expect.any(Number) } });
    moveMatch(mia, pair, 'vind geschikt');
    expect(pairOf(samira, id)).toMatchObject({ status: 'geschikt', veranderd: [] });
  });

  it('comes back when it is the vacature that changed', () => {
    const { samira, id } = refuse('mist een eis die niet te overbruggen is', { certificaten: [] }, { certificaten: { vereist: ['BHV'] } });
    transaction(() => { db().update(vacature).set({ certificatenVereist: [], gewijzigdOp: new Date(Date.now() + 5000).toISOString() }).where(eq(vacature.id, id)).run(); enqueue('voorstellen-vacature', [id]); });
    refreshSuggestions();
    expect(pairOf(samira, id)).toMatchObject({ status: 'voorgesteld', veranderd: ['BHV is geen eis meer'] });
  });

  it('stays away when the change has nothing to do with it', () => {
    const { samira, id, pair } = refuse('mist een eis die niet te overbruggen is', { certificaten: [] }, { certificaten: { vereist: ['BHV'] } });
    change(samira, { kop: 'Ik zoek nog steeds werk', reisafstandKm: 40 });
    refreshSuggestions();
    expect(pairOf(samira, id)!.status).toBe('ongeschikt');
    expect(verbs(pair).map((event) => event.verb)).toEqual(['stel voor', 'vind ongeschikt']);
  });

  it('stays with the employer once it was presented, whatever changes', () => {
    const { samira, id, pair } = refuse('anders: ja', { certificaten: [] });
    db().update(match).set({ status: 'afgewezen' }).where(eq(match.id, pair)).run();
    change(samira, { certificaten: ['BHV'], reisafstandKm: 50 });
    refreshSuggestions();
    expect(pairOf(samira, id)!.status).toBe('afgewezen');
  });

  it('waits when there is no room, and comes back when there is', () => {
    const { samira, id } = refuse('uren of tijden passen niet', { uren: { min: 16, max: 16 } });
    for (let at = 0; at < MAX_OPEN; at++) person(`P${at}`);
    refreshSuggestions();
    change(samira, { urenMax: 36 });
    refreshSuggestions();
    expect(pairOf(samira, id)!.status).toBe('ongeschikt');
    moveMatch(mia, open(id)[0]!.id, 'vind geschikt');
    refreshSuggestions();
    expect(pairOf(samira, id)).toMatchObject({ status: 'voorgesteld', veranderd: ['uren nu 16–36 in plaats van 16'] });
  });
});

describe('a row that fails', () => {
  it('is tried again later and keeps no other from being handled', () => {
    job();
    const [samira, bas] = [person('Samira'), person('Bas')];
    connection().exec(`CREATE TEMP TRIGGER kapot BEFORE INSERT ON match WHEN NEW.kandidaat_id = ${samira} BEGIN SELECT RAISE(ABORT, 'vol'); END`);
    db().delete(outbox).where(eq(outbox.soort, 'voorstellen-vacature')).run();
    refreshSuggestions();
    expect(db().select().from(match).all().map((pair) => pair.kandidaatId)).toEqual([bas]);
    expect(db().select().from(outbox).all()).toMatchObject([{ objectId: samira, pogingen: 1, fout: expect.stringContaining('vol') }]);
    connection().exec("DROP TRIGGER kapot; UPDATE outbox SET niet_voor = ''");
    refreshSuggestions();
    expect(db().select().from(match).all()).toHaveLength(2);
    expect(db().select().from(outbox).all()).toEqual([]);
  });

  it('waits behind a vacature: that one goes first, however many kandidaten came in before it', () => {
    for (let at = 0; at < 30; at++) person(`P${at}`);
    const id = job();
    refreshPortion();
    expect(open(id)).toHaveLength(MAX_OPEN);
  });
});

describe('the worker beside the site', () => {
  let stop = () => {};
  afterEach(() => stop());

  it('suggests Samira without anybody asking for it, within the five seconds that the product promises', async () => {
    stop = startSuggestions();
    const id = job();
    const samira = person('Samira');
    await expect.poll(() => pairOf(samira, id)?.status, { timeout: 5000, interval: 50 }).toBe('voorgesteld');
  });
});
