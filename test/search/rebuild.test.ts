/** Building the indexes on the search server anew: readers see the old one or the new one, never half. */
import { describe, expect, test, vi } from 'vitest';
import { connection } from '#db/client.ts';
import { checkServer, countVerschil, type Verschil } from '#search/check.ts';
import { INDEXEN } from '#search/engine.ts';
import { countChanges, listParked, readStand } from '#search/feed.ts';
import { followOnce, isBuilt } from '#search/follow.ts';
import { ZoekServer } from '#search/meilisearch.ts';
import { instellingen } from '#search/meilisearch/settings.ts';
import { rebuildServer } from '#search/rebuild.ts';
import { SLEUTELS } from '../support/meili.ts';
import { INDEX, embedded, useZoekserver } from '../support/zoekserver.ts';
import { doc } from './engines.ts';

const proef = useZoekserver();
const SAMIRA = 1, PIET = 2, FATIMA = 3;
const rebuild = () => rebuildServer(proef.herbouw);
const found = async (tekst: string) => (await proef.site.search(INDEX, { tekst })).treffers.map(({ id }) => id);
const people = (...ids: number[]) => { embedded.upsert(INDEX, ids.map((id) => doc({ id, titel: 'orderpicker' }))); };
const beside = () => proef.double.indexes.get(proef.site.besideUid(INDEX))!;

describe('search:rebuild', () => {
  test('gives the server our settings and everybody, tells how far it is, and keeps the old index', async () => {
    people(SAMIRA, PIET);
    await followOnce(proef.site);
    embedded.remove(INDEX, [PIET]);
    people(FATIMA);
    const seen: number[][] = [];
    await rebuildServer(proef.herbouw, (done, total) => seen.push([done, total]));
    expect(proef.ids()).toEqual([SAMIRA, FATIMA]);
    expect([...beside().documents.keys()]).toEqual([SAMIRA, PIET]);
    expect(seen.at(-1)).toEqual([2, 2]);
    for (const index of INDEXEN) expect(proef.double.indexes.get(proef.site.uid(index))!.settings).toEqual(JSON.parse(JSON.stringify(instellingen(index))));
    expect(INDEXEN.every(isBuilt)).toBe(true);
  });

  test('who appears, changes or withdraws while it runs is right in the new index', async () => {
    people(SAMIRA, PIET);
    let once = true;
    proef.double.taakFout = () => {
      if (once) { once = false; embedded.upsert(INDEX, [doc({ id: SAMIRA, titel: 'Bakker' }), doc({ id: FATIMA, titel: 'Bakker' })]); embedded.remove(INDEX, [PIET]); }
      return undefined;
    };
    await rebuild();
    await followOnce(proef.site);
    expect(proef.ids()).toEqual([SAMIRA, FATIMA]);
    expect(await found('bakker')).toEqual([SAMIRA, FATIMA]);
    expect(countChanges(INDEX, readStand(INDEX).seq)).toBe(0);
  });

  test.each([
    ['the disk is full half-way', () => { proef.double.fout = { bij: (method, path) => method === 'POST' && path.includes('-ernaast/documents'), status: 422, code: 'no_space_left_on_device' }; }, 'vol'],
    ['the swap fails', () => { proef.double.fout = { bij: (_, path) => path === '/swap-indexes', status: 500 }; }, 'kapot'],
    ['the server is too old', () => { proef.double.versie = '1.9.1'; }, 'te oud'],
  ])('when %s readers keep the index they had', async (_, gaMis, soort) => {
    people(SAMIRA);
    await followOnce(proef.site);
    people(PIET);
    gaMis();
    await expect(rebuild()).rejects.toMatchObject({ soort });
    Object.assign(proef.double, { fout: undefined, versie: '1.50.0' });
    expect(await found('orderpicker')).toEqual([SAMIRA]);
    await followOnce(proef.site);
    expect(await found('orderpicker')).toEqual([SAMIRA, PIET]);
  });

  test('an index that lost somebody on the way is not put in place', async () => {
    people(SAMIRA, PIET);
    await followOnce(proef.site);
    const add = vi.spyOn(proef.herbouw, 'add').mockImplementation(async (uid, records) => { await ZoekServer.prototype.add.call(proef.herbouw, uid, records.slice(1)); });
    await expect(rebuild()).rejects.toMatchObject({ soort: 'verschil' });
    add.mockRestore();
    expect(await found('orderpicker')).toEqual([SAMIRA, PIET]);
  });

  test('the key of the site is not enough', async () => {
    const zonder = new ZoekServer({ host: proef.double.host, ...SLEUTELS, herbouwsleutel: SLEUTELS.schrijfsleutel, voorvoegsel: 'regio-' }, 'herbouw');
    await expect(rebuildServer(zonder)).rejects.toMatchObject({ soort: 'sleutel', code: 'invalid_api_key' });
  });

  test('two at a time cannot be', async () => {
    people(...Array.from({ length: 30 }, (_, at) => at + 1));
    const [first, second] = await Promise.allSettled([rebuildServer(proef.herbouw, undefined, 'een'), rebuildServer(proef.herbouw, undefined, 'twee')]);
    expect([first.status, second.status]).toEqual(['fulfilled', 'rejected']);
    expect(proef.ids()).toHaveLength(30);
  });

  test('settings of another version make an index unfit until it is built again', async () => {
    connection().prepare('UPDATE zoek_server SET instellingen = ? WHERE index_naam = ?').run('oude versie', INDEX);
    expect(isBuilt(INDEX)).toBe(false);
    people(SAMIRA);
    expect(await followOnce(proef.site)).toMatchObject({ verstuurd: 0 });
    await rebuild();
    expect(isBuilt(INDEX)).toBe(true);
    expect(proef.ids()).toEqual([SAMIRA]);
  });
});

describe('search:check', () => {
  const documents = () => proef.double.indexes.get(proef.site.uid(INDEX))!.documents;
  const sum = (verschil: Record<string, Verschil>) => Object.values(verschil).reduce((total, each) => total + countVerschil(each), 0);

  test('finds nothing where all is well, and sends first what waits', async () => {
    people(SAMIRA, PIET);
    expect(sum(await checkServer(proef.site, false))).toBe(0);
    expect(proef.ids()).toEqual([SAMIRA, PIET]);
  });

  test('finds who is missing, who should not be there and who says something else, and --repair mends it', async () => {
    people(SAMIRA, PIET, FATIMA);
    await followOnce(proef.site);
    documents().delete(SAMIRA);
    documents().set(99, { ...documents().get(PIET)!, id: 99 });
    documents().set(FATIMA, { ...documents().get(FATIMA)!, hash: 'oud' });
    const verschil = (await checkServer(proef.site, true))[INDEX];
    expect(verschil).toEqual({ ontbreekt: [SAMIRA], teveel: [99], anders: [FATIMA] });
    expect(proef.ids()).toEqual([SAMIRA, PIET, FATIMA]);
    expect(sum(await checkServer(proef.site, false))).toBe(0);
  });

  test('finds somebody who withdrew and is still there', async () => {
    people(SAMIRA);
    await followOnce(proef.site);
    const left = documents().get(SAMIRA)!;
    embedded.remove(INDEX, [SAMIRA]);
    await followOnce(proef.site);
    documents().set(SAMIRA, left);
    expect((await checkServer(proef.site, true))[INDEX]).toEqual({ ontbreekt: [], teveel: [SAMIRA], anders: [] });
    expect(proef.ids()).toEqual([]);
  });

  test('compares more people than fit on one page', async () => {
    people(...Array.from({ length: 2_300 }, (_, at) => at + 1));
    await followOnce(proef.site);
    documents().delete(2_222);
    expect((await checkServer(proef.site, false))[INDEX]).toEqual({ ontbreekt: [2_222], teveel: [], anders: [] });
  });

  test('a document that the server refused is no difference', async () => {
    embedded.upsert(INDEX, [doc({ id: SAMIRA, punt: { lat: 200, lng: 0 } })]);
    expect(sum(await checkServer(proef.site, true))).toBe(0);
    expect(listParked()).toHaveLength(1);
  });

  test('says that it cannot compare when the server does not answer', async () => {
    proef.double.fout = { verbreek: true };
    await expect(checkServer(proef.site, false)).rejects.toMatchObject({ soort: 'onbereikbaar' });
  });
});
