/** Where the embedded engine meets transactions inside transactions, older files and questions built in layers. */
import { beforeEach, expect, test } from 'vitest';
import { connection, transaction } from '#db/client.ts';
import { EmbeddedEngine } from '#search/embedded.ts';
import type { Filter, Index } from '#search/engine.ts';
import { useDatabase } from '../support/database.ts';
import { doc } from './engines.ts';

useDatabase();

const INDEX: Index = 'kandidaten-werkgever';
const engine = new EmbeddedEngine();
const all = () => engine.search(INDEX, {}).treffers.map(({ id }) => id).sort((a, b) => a - b);
const samira = doc({ id: 1, titel: 'Orderpicker', velden: { sector: ['logistiek'], plaats: 'Tilburg' } });
const piet = doc({ id: 2, titel: 'Hovenier', velden: { sector: ['groen'], plaats: 'breda' } });
const undo = (work: () => void) => { try { connection().transaction(() => { work(); throw new Error('toch niet'); })(); } catch { /* taken back on purpose */ } };

beforeEach(() => { engine.replaceAll(INDEX, []); });

test('a step that is taken back inside a larger change leaves no trace, before and after it commits', () => {
  transaction(() => {
    engine.upsert(INDEX, [samira]);
    undo(() => { engine.upsert(INDEX, [piet]); expect(all()).toEqual([1, 2]); });
    expect(all()).toEqual([1]);
    engine.upsert(INDEX, [doc({ id: 3, titel: 'Bakker' })]);
    expect(all()).toEqual([1, 3]);
  });
  expect(all()).toEqual([1, 3]);
});

test('words of a change that was taken back are not offered for a typing mistake', () => {
  engine.upsert(INDEX, [samira]);
  undo(() => { engine.upsert(INDEX, [piet]); expect(engine.search(INDEX, { tekst: 'hoveneir' }).ookGezocht).toEqual(['hovenier']); });
  expect(engine.search(INDEX, { tekst: 'hoveneir' })).toMatchObject({ totaal: 0, ookGezocht: [] });
});

test('a removal that is taken back brings everybody back, in the same places', () => {
  engine.upsert(INDEX, [samira, piet]);
  const before = engine.search(INDEX, { facetten: { sector: undefined } });
  undo(() => { engine.remove(INDEX, [1]); engine.upsert(INDEX, [doc({ id: 9, titel: 'Kok' })]); expect(all()).toEqual([2, 9]); });
  expect(engine.search(INDEX, { facetten: { sector: undefined } })).toEqual(before);
});

test('an older state put back under a running process is read anew', () => {
  engine.upsert(INDEX, [samira]);
  const seq = connection().prepare('SELECT seq FROM zoek_stand').pluck().get() as number;
  engine.upsert(INDEX, [piet]);
  expect(all()).toEqual([1, 2]);
  connection().exec(`DELETE FROM zoek_kandidaat_werkgever_document WHERE id = 2; DELETE FROM zoek_kandidaat_werkgever WHERE rowid = 2; UPDATE zoek_stand SET seq = ${seq}`);
  expect(all()).toEqual([1]);
});

test('a choice deep inside the filter still does not narrow its own facet', () => {
  engine.upsert(INDEX, [samira, piet]);
  const own: Filter = { op: 'in', veld: 'sector', waarden: ['groen'] };
  const answer = engine.search(INDEX, { filter: { op: 'and', delen: [{ op: 'exists', veld: 'plaats' }, { op: 'and', delen: [own] }] }, facetten: { sector: own } });
  expect([answer.totaal, answer.facetten.sector!.length]).toEqual([1, 2]);
});

test('text sorts without case', () => {
  engine.upsert(INDEX, [samira, piet]);
  expect(engine.search(INDEX, { sortering: { soort: 'veld', veld: 'plaats', richting: 'op' } }).treffers.map(({ id }) => id)).toEqual([2, 1]);
});
