/** What only the embedded engine promises: it lives in the transaction of the change and several processes agree. */
import { beforeEach, describe, expect, test } from 'vitest';
import { connection, transaction } from '#db/client.ts';
import { EmbeddedEngine } from '#search/embedded.ts';
import { MAX_TOTAAL, type Index } from '#search/engine.ts';
import { useDatabase } from '../support/database.ts';
import { doc } from './engines.ts';

useDatabase();

const INDEX: Index = 'kandidaten-werkgever';
const engine = new EmbeddedEngine();
const all = (by: EmbeddedEngine) => by.search(INDEX, {}).treffers.map(({ id }) => id).sort((a, b) => a - b);
const found = (by: EmbeddedEngine, tekst: string) => by.search(INDEX, { tekst }).treffers.map(({ id }) => id);
const samira = doc({ id: 1, titel: 'Orderpicker', velden: { sector: ['logistiek'], urenMin: 20 } });
const piet = doc({ id: 2, titel: 'Hovenier', velden: { sector: ['groen'], urenMin: 24 } });

beforeEach(() => { for (const index of [INDEX, 'vacatures'] as const) engine.replaceAll(index, []); });

describe('the transaction of the change', () => {
  test('Samira is found at once, without waiting, also inside the transaction that adds her', () => {
    transaction(() => {
      engine.upsert(INDEX, [samira]);
      expect(found(engine, 'orderpicker')).toEqual([1]);
    });
    expect(found(engine, 'orderpicker')).toEqual([1]);
  });

  test('a change that is taken back leaves no trace, also when somebody searched in between', () => {
    engine.upsert(INDEX, [samira]);
    expect(() => transaction(() => {
      engine.upsert(INDEX, [piet, doc({ id: 1, titel: 'Bakker', velden: { sector: ['voeding'], urenMin: 8 } })]);
      expect(all(engine)).toEqual([1, 2]);
      throw new Error('toch niet');
    })).toThrow('toch niet');
    expect(all(engine)).toEqual([1]);
    expect(found(engine, 'hovenier')).toEqual([]);
    expect(engine.search(INDEX, { facetten: { sector: undefined } }).facetten.sector).toEqual([{ waarde: 'logistiek', aantal: 1 }]);
  });

  test('the change after one that was taken back is seen', () => {
    engine.upsert(INDEX, [samira]);
    expect(() => transaction(() => { engine.upsert(INDEX, [doc({ id: 3, titel: 'Bakker' })]); engine.search(INDEX, {}); throw new Error('toch niet'); })).toThrow();
    engine.upsert(INDEX, [piet]);
    expect(all(engine)).toEqual([1, 2]);
  });
});

describe('the list of words', () => {
  const list = () => connection().prepare('SELECT woord FROM zoek_kandidaat_werkgever_lijst ORDER BY woord').pluck().all();

  test('what only Piet wrote goes with him, and is there again when somebody else writes it', () => {
    engine.upsert(INDEX, [samira, piet]);
    engine.load();
    engine.remove(INDEX, [2]);
    expect(list()).not.toContain('hovenier');
    expect(list()).toContain('orderpicker');
    engine.upsert(INDEX, [{ ...samira, tekst: { ...samira.tekst, kan: 'hovenier' } }]);
    expect(list()).toContain('hovenier');
    expect(found(engine, 'hovennier')).toEqual([1]);
  });

  test('what Piet took out of his text is gone after the daily cleaning', () => {
    engine.upsert(INDEX, [samira, piet]);
    engine.upsert(INDEX, [doc({ id: 2, titel: 'Bakker' })]);
    engine.prune();
    expect(list()).not.toContain('hovenier');
    expect(list()).toEqual(expect.arrayContaining(['bakker', 'orderpicker']));
  });

  test('a word of a change that was taken back is written down by the next one who uses it', () => {
    engine.upsert(INDEX, [samira]);
    expect(() => transaction(() => { engine.upsert(INDEX, [piet]); found(engine, 'hovenier'); throw new Error('toch niet'); })).toThrow();
    engine.upsert(INDEX, [piet]);
    expect(list()).toContain('hovenier');
  });

  test('a process that has the words in memory writes down one that another cleaned away', () => {
    const other = new EmbeddedEngine();
    engine.upsert(INDEX, [samira, piet]);
    other.load();
    engine.remove(INDEX, [2]);
    other.upsert(INDEX, [piet]);
    expect(list()).toContain('hovenier');
  });
});

describe('several processes on one file', () => {
  test('what one writes, changes and removes the other sees at its next question', () => {
    const reader = new EmbeddedEngine();
    reader.load();
    engine.upsert(INDEX, [samira, piet]);
    expect(all(reader)).toEqual([1, 2]);
    engine.upsert(INDEX, [{ ...samira, velden: { sector: ['horeca'] } }]);
    expect(reader.search(INDEX, { filter: { op: 'eq', veld: 'sector', waarde: 'horeca' } }).totaal).toBe(1);
    engine.remove(INDEX, [2]);
    expect(all(reader)).toEqual([1]);
    engine.replaceAll(INDEX, [piet]);
    expect(all(reader)).toEqual([2]);
    expect(found(reader, 'hoveneir')).toEqual([2]);
  });

  test('a process that starts later reads the same as one that was there all along', () => {
    engine.upsert(INDEX, [samira, piet]);
    engine.remove(INDEX, [1]);
    engine.upsert(INDEX, [doc({ id: 3, titel: 'Bakker' })]);
    const late = new EmbeddedEngine();
    expect(late.search(INDEX, { facetten: { sector: undefined } })).toEqual(engine.search(INDEX, { facetten: { sector: undefined } }));
  });

  test('the place of somebody who left is used again without mixing people up', () => {
    engine.upsert(INDEX, [samira, piet]);
    all(engine);
    engine.remove(INDEX, [1]);
    all(engine);
    engine.upsert(INDEX, [doc({ id: 4, titel: 'Kok', velden: { sector: ['horeca'] }, punt: null })]);
    expect(engine.search(INDEX, { filter: { op: 'eq', veld: 'urenMin', waarde: 20 } }).totaal).toBe(0);
    expect(engine.search(INDEX, { filter: { op: 'eq', veld: 'sector', waarde: 'horeca' } }).treffers).toEqual([{ id: 4, afstandMeter: null }]);
  });

  test('the full-text table passes its own integrity check after all that', () => {
    engine.upsert(INDEX, [samira, piet]);
    engine.upsert(INDEX, [samira]);
    engine.remove(INDEX, [2]);
    expect(() => connection().exec("INSERT INTO zoek_kandidaat_werkgever (zoek_kandidaat_werkgever) VALUES ('integrity-check')")).not.toThrow();
  });
});

describe('more than ten thousand people', () => {
  const COUNT = MAX_TOTAAL + 40;
  const crowd = function* () {
    for (let id = 1; id <= COUNT; id++) yield doc({ id, titel: 'kok', velden: { sector: [id > MAX_TOTAAL ? 'laat' : 'vroeg'] } });
  };

  test('totals and counts stay exact, and no page lies past the last that may be seen', () => {
    engine.replaceAll(INDEX, crowd());
    const plain = engine.search(INDEX, { perPagina: 24, pagina: 100_000 });
    expect([plain.totaal, plain.paginas]).toEqual([COUNT, Math.ceil(MAX_TOTAAL / 24)]);
    expect.soft((plain.paginas - 1) * 24 + plain.treffers.length, 'hits up to the end of the last page').toBeLessThanOrEqual(MAX_TOTAAL);
    const words = engine.search(INDEX, { tekst: 'kok', facetten: { sector: undefined } });
    expect.soft(words.totaal, 'total with words').toBe(COUNT);
    expect.soft(words.facetten.sector, 'counts with words').toEqual([{ waarde: 'vroeg', aantal: MAX_TOTAAL }, { waarde: 'laat', aantal: 40 }]);
    const late = engine.search(INDEX, { tekst: 'kok', filter: { op: 'eq', veld: 'sector', waarde: 'laat' } });
    expect.soft(late.totaal, 'words and a filter').toBe(40);
  });
});
