/** Pages of the etalage that are kept for bezoekers: never a moment longer than they are true. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { database, transaction } from '#db/client.ts';
import { kandidaat } from '#db/schema.ts';
import { indexKandidaten } from '#search/sync.ts';
import { readEtalageVraag, searchEtalage } from '#src/domain/kandidaat/etalage.server.ts';
import { chooseItem } from '#src/domain/match/intrekken.server.ts';
import { keepPage } from '#src/keptpages.server.ts';
import { BEZOEKER, makeKandidaat, useDatabase } from './support/database.ts';

useDatabase();
afterEach(() => { vi.useRealTimers(); });

/** The page as it stands now: who a bezoeker finds. */
const render = vi.fn(async () => new Response((await searchEtalage(BEZOEKER, readEtalageVraag(new URLSearchParams()))).profielen.map(({ profiel }) => profiel.id).join(' '), { headers: { 'content-type': 'text/html' } }));
const open = async (address: string) => (await keepPage(address, render)).text();

function publish(voornaam: string): number {
  const id = makeKandidaat({ ref: voornaam, voornaam });
  transaction(() => { database().update(kandidaat).set({ status: 'gepubliceerd' }).run(); indexKandidaten([id]); });
  return id;
}

describe('the etalage as a bezoeker gets it', () => {
  it('is put together once for two who look at the same page, and again for another page', async () => {
    const samira = publish('Samira');
    render.mockClear();
    expect(await open('https://a.example/talent')).toBe(String(samira));
    expect(await open('https://a.example/talent')).toBe(String(samira));
    expect(render).toHaveBeenCalledTimes(1);
    expect((await keepPage('https://a.example/talent', render)).headers.get('content-type')).toBe('text/html');
    await open('https://b.example/talent');
    expect(render).toHaveBeenCalledTimes(2);
  });

  it('is without Piet at the very next request once he takes back his consent', async () => {
    const piet = publish('Piet');
    expect((await open('https://a.example/talent')).split(' ')).toContain(String(piet));
    chooseItem({ rol: 'kandidaat', kandidaatId: piet }, 'profiel', false);
    expect((await open('https://a.example/talent')).split(' ')).not.toContain(String(piet));
  });

  it('is made anew on another day', async () => {
    await open('https://a.example/talent');
    render.mockClear();
    vi.useFakeTimers({ now: Date.now() + 86_400_000, toFake: ['Date'] });
    await open('https://a.example/talent');
    expect(render).toHaveBeenCalledTimes(1);
  });

  it('is not kept when it failed or set a cookie', async () => {
    for (const answer of [() => new Response('fout', { status: 500 }), () => new Response('ja', { headers: { 'set-cookie': 'a=1' } })]) {
      const make = vi.fn(async () => answer());
      for (let i = 0; i < 2; i++) await keepPage('https://a.example/fout', make);
      expect(make).toHaveBeenCalledTimes(2);
    }
  });

  it('keeps no more than 200 pages, and of those the ones that were asked for last', async () => {
    await open('https://a.example/eerst');
    for (let at = 0; at < 199; at++) await open(`https://a.example/talent?pagina=${at}`);
    await open('https://a.example/eerst');
    await open('https://a.example/laatst');
    render.mockClear();
    await open('https://a.example/eerst');
    expect(render).not.toHaveBeenCalled();
    await open('https://a.example/talent?pagina=0');
    expect(render).toHaveBeenCalledTimes(1);
  });
});
