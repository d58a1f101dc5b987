/** Whatever happens to the search server, people who search get an answer: the site stays up. */
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Vraag } from '#search/engine.ts';
import { STORINGEN, type StoringSoort } from '#search/meilisearch/fault.ts';
import { MeiliDubbel, SLEUTELS, type Fout } from '../support/meili.ts';
import { doc } from './engines.ts';

// The settings are read once per process, when the first question is asked.
const double = await MeiliDubbel.start();
Object.assign(process.env, { MEILI_HOST: double.host, MEILI_SEARCH_KEY: SLEUTELS.zoeksleutel, MEILI_WRITE_KEY: SLEUTELS.schrijfsleutel, MEILI_PREFIX: 'site-' });

const { useDatabase } = await import('../support/database.ts');
const { search, searchEngine, searchServerHealth, startSearchServer } = await import('#search/index.ts');
const { OnbekendVeld } = await import('#search/engine.ts');
const { followOnce } = await import('#search/follow.ts');
const { ZoekServer } = await import('#search/meilisearch.ts');
const { rebuildServer } = await import('#search/rebuild.ts');
const { readHealth } = await import('#src/jobs/health.server.ts');

useDatabase();
const INDEX = 'kandidaten-werkgever';
const settings = { host: double.host, ...SLEUTELS, voorvoegsel: 'site-' };
const SAMIRA = 1, PIET = 2;
const VRAAG: Vraag = { tekst: 'orderpicker', facetten: { sector: undefined } };
const searches = () => double.calls.filter((call) => call === 'POST /multi-search').length;
const found = async () => (await search(INDEX, VRAAG)).treffers.map(({ id }) => id);
let clock = Date.now();
/** Lets the clock run without waiting; over all tests together it never goes back. */
const later = (ms: number) => { clock += ms; vi.setSystemTime(clock); };

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: clock });
  double.fout = undefined;
  if (searchServerHealth()!.bijgewerktOp === null) {
    searchEngine().upsert(INDEX, [doc({ id: SAMIRA, titel: 'Orderpicker', velden: { sector: ['logistiek'] } }), doc({ id: PIET, titel: 'Orderpicker', velden: { sector: ['groen'] } })]);
    await rebuildServer(new ZoekServer(settings, 'herbouw'));
  }
  later(10 * 60_000);
  await found();
  double.calls.length = 0;
});
afterEach(() => { vi.useRealTimers(); });
afterAll(async () => { await double.stop(); });

test('while the server is well it answers, and health says so', async () => {
  expect(await found()).toEqual([SAMIRA, PIET]);
  expect(searches()).toBe(1);
  expect(searchServerHealth()).toMatchObject({ dient: 'meilisearch', reden: null, achterstand: 0, geparkeerd: 0 });
});

describe('the embedded engine takes over, with the same answer, when', () => {
  const FOUTEN: [string, Fout, StoringSoort][] = [
    ['the connection breaks', { verbreek: true }, 'onbereikbaar'],
    ['there is no key', { status: 401, code: 'missing_authorization_header' }, 'sleutel'],
    ['the key is refused', { status: 403, code: 'invalid_api_key' }, 'sleutel'],
    ['the index is gone', { status: 404, code: 'index_not_found' }, 'ontbreekt'],
    ['the question is too large', { status: 413, code: 'payload_too_large' }, 'te groot'],
    ['the disk is full', { status: 422, code: 'no_space_left_on_device' }, 'vol'],
    ['too many people ask', { status: 429, wachtSeconden: 20 }, 'druk'],
    ['the server is busy', { status: 503, code: 'too_many_search_requests', wachtSeconden: 20 }, 'druk'],
    ['a proxy answers in HTML', { status: 502, html: true }, 'onleesbaar'],
    ['another site answers in HTML', { status: 200, html: true }, 'onleesbaar'],
    ['the server breaks down', { status: 500, code: 'internal' }, 'kapot'],
    ['the answer holds nothing', { status: 200 }, 'onleesbaar'],
  ];
  test.each(FOUTEN)('%s', async (_, fout, soort) => {
    const well = await search(INDEX, VRAAG);
    double.fout = fout;
    for (let at = 0; at < 4; at++) expect(await search(INDEX, VRAAG)).toEqual(well);
    const asked = searches();
    await found();
    expect(searches(), 'the circuit is open').toBe(asked);
    expect(searchServerHealth()).toMatchObject({ dient: 'ingebouwd', reden: expect.stringContaining(STORINGEN[soort]) });
    double.fout = undefined;
    later(61_000);
    expect(await found()).toEqual([SAMIRA, PIET]);
    expect(searches(), 'one reader tried').toBe(asked + 1);
    expect(searchServerHealth()).toMatchObject({ dient: 'meilisearch', reden: null });
  });

  test('the server says nothing: three readers wait at most two seconds, the next do not wait', async () => {
    double.fout = { zwijg: true };
    expect(await Promise.all([found(), found(), found()])).toEqual([[SAMIRA, PIET], [SAMIRA, PIET], [SAMIRA, PIET]]);
    const asked = searches();
    expect(await found()).toEqual([SAMIRA, PIET]);
    expect(searches()).toBe(asked);
    expect(searchServerHealth()!.reden).toBe('de zoekserver antwoordt niet op tijd');
  });

  test('nobody listens at the address at all', async () => {
    const gone = await MeiliDubbel.start();
    const host = gone.host;
    await gone.stop();
    const { Bediening } = await import('#search/serving.ts');
    const bediening = new Bediening(new ZoekServer({ ...settings, host }), searchEngine());
    expect((await bediening.search(INDEX, VRAAG)).treffers.map(({ id }) => id)).toEqual([SAMIRA, PIET]);
    expect(bediening.fallback(INDEX)).toBe('de zoekserver is niet te bereiken');
  });

  test('the server does not keep up: after five minutes its answers are too old', async () => {
    searchEngine().upsert(INDEX, [doc({ id: 3, titel: 'Orderpicker' })]);
    expect(await found()).toEqual([SAMIRA, PIET]);
    later(5 * 60_000 + 1_000);
    expect(await found()).toEqual([SAMIRA, PIET, 3]);
    expect(searchServerHealth()).toMatchObject({ dient: 'ingebouwd', reden: 'de zoekserver loopt te ver achter', achterstand: 1 });
    searchEngine().remove(INDEX, [3]);
    await followOnce(new ZoekServer(settings));
    expect(await found()).toEqual([SAMIRA, PIET]);
    expect(searchServerHealth()!.dient).toBe('meilisearch');
  });

  test('one question is refused: only that one, and the others still go to the server', async () => {
    double.fout = { status: 400, code: 'invalid_search_filter' };
    expect(await found()).toEqual([SAMIRA, PIET]);
    double.fout = undefined;
    const asked = searches();
    await found();
    expect(searches()).toBe(asked + 1);
  });
});

test('a field that nobody knows is our own mistake: it is told, and the server is not asked', async () => {
  await expect(search(INDEX, { filter: { op: 'eq', veld: 'loonwaarde', waarde: 1 } })).rejects.toThrow(OnbekendVeld);
  expect(searches()).toBe(0);
  expect(searchServerHealth()!.dient).toBe('meilisearch');
});

test('a search server that is ill does not make the site ill', async () => {
  double.fout = { verbreek: true };
  await found();
  expect(readHealth()).toMatchObject({ status: 'goed', onderdelen: { zoeken: 'goed', zoekserver: { dient: 'ingebouwd' } } });
});

test('the worker of the site brings a change to the server and stops with the site', async () => {
  vi.useRealTimers();
  searchEngine().upsert(INDEX, [doc({ id: PIET, titel: 'Hovenier', velden: { sector: ['groen'] } })]);
  const stop = startSearchServer();
  await vi.waitFor(() => expect(searchServerHealth()!.achterstand).toBe(0), { timeout: 5_000 });
  await stop();
  expect(double.calls).toContain('POST /indexes/site-kandidaten-werkgever/documents');
});
