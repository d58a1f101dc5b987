/** No value can become part of a filter: whatever people type, the server's reading of it is what was meant. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OnbekendVeld, type Filter, type Index } from '#search/engine.ts';
import { compileFilter, without } from '#search/meilisearch/filter.ts';
import { toRecord, type ServerRecord } from '#search/meilisearch/record.ts';
import { distanceKm } from '#src/domain/plaats/plaats.ts';
import { normalize, parseFilter, type Doc } from '../support/meili-filter.ts';

const INDEX: Index = 'kandidaten-werkgever';
const VELDEN = ['sector', 'plaats', 'urenMin', 'verborgenVoor'] as const;
const GEVAARLIJK = ['"', '\\', '\\"', '"\\', "'", '" OR id EXISTS', '") OR (id EXISTS', '\\" OR id EXISTS OR plaats = \\"', 'x" OR plaats = "Tilburg', '] OR id EXISTS', '_geoRadius(0, 0, 9)', 'AND', 'OR', 'NOT', 'NULL', '\u0000', '\n', '\u{E000}', '\ud800', '', ' ', '12', 'Infinity', 'true'];
const tekst = fc.oneof(fc.constantFrom(...GEVAARLIJK, 'Tilburg', 'tilburg', 'Café', 'cafe'), fc.string({ unit: 'binary', maxLength: 12 }), fc.array(fc.constantFrom('"', '\\', ' ', 'OR', ')', '(', ']', ',', 'a'), { maxLength: 8 }).map((parts) => parts.join('')));
const getal = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, 8, 16, 24));
const punt = fc.record({ lat: fc.double({ min: 51, max: 52, noNaN: true }), lng: fc.double({ min: 4, max: 6, noNaN: true }) });
const plek = fc.record({ op: fc.constant('within' as const), lat: fc.double({ min: 51, max: 52, noNaN: true }), lng: fc.double({ min: 4, max: 6, noNaN: true }), meters: fc.integer({ min: 0, max: 90_000 }) });
const blad = fc.oneof(
  fc.record({ op: fc.constantFrom('eq', 'neq'), veld: fc.constantFrom(...VELDEN), waarde: fc.oneof(tekst, getal, fc.constantFrom(null, true, false)) }),
  fc.record({ op: fc.constantFrom('lt', 'lte', 'gt', 'gte'), veld: fc.constantFrom(...VELDEN), waarde: fc.oneof(tekst, getal) }),
  fc.record({ op: fc.constant('in'), veld: fc.constantFrom(...VELDEN), waarden: fc.array(fc.oneof(tekst, getal), { maxLength: 4 }) }),
  fc.record({ op: fc.constant('exists'), veld: fc.constantFrom(...VELDEN) }), plek,
) as fc.Arbitrary<Filter>;
const { boom } = fc.letrec<{ boom: Filter }>((tie) => ({
  boom: fc.oneof({ maxDepth: 4 }, blad, fc.record({ op: fc.constantFrom('and', 'or'), delen: fc.array(tie('boom'), { maxLength: 3 }) }) as fc.Arbitrary<Filter>, fc.record({ op: fc.constant('not'), deel: tie('boom') }) as fc.Arbitrary<Filter>),
}));
const velden = fc.record({ sector: fc.array(tekst, { maxLength: 3 }), plaats: fc.option(tekst), urenMin: fc.integer({ min: 0, max: 40 }), verborgenVoor: fc.array(fc.integer({ min: 0, max: 24 }), { maxLength: 2 }) }, { requiredKeys: [] });

type Mens = { velden: Record<string, unknown>; punt: { lat: number; lng: number } | null };
/** '' is kept as a sign of its own; then the server's way to make values equal. */
const gelijk = (value: unknown): unknown => (typeof value === 'string' ? normalize(value === '' ? '\u0001' : value.toWellFormed()) : value);
const soort = (veld: string) => (veld === 'urenMin' || veld === 'verborgenVoor' ? 'number' : 'string');
const elements = (cell: unknown): unknown[] => (cell == null ? [] : Array.isArray(cell) ? cell : [cell]);

/** What the filter says, read aloud. */
function past({ velden: fields, punt: at }: Mens, tree: Filter): boolean {
  const some = (veld: string, waarde: unknown, test: (value: never, limit: never) => boolean) => typeof waarde === soort(veld) && elements(fields[veld]).some((value) => test(gelijk(value) as never, gelijk(waarde) as never));
  switch (tree.op) {
    case 'and': return tree.delen.every((deel) => past({ velden: fields, punt: at }, deel));
    case 'or': return tree.delen.some((deel) => past({ velden: fields, punt: at }, deel));
    case 'not': return !past({ velden: fields, punt: at }, tree.deel);
    case 'within': return at !== null && distanceKm(at, tree) * 1000 <= tree.meters;
    case 'exists': return elements(fields[tree.veld]).length > 0;
    case 'eq': return tree.waarde === null ? fields[tree.veld] === null : some(tree.veld, tree.waarde, (a, b) => a === b);
    case 'neq': return !past({ velden: fields, punt: at }, { ...tree, op: 'eq' });
    case 'in': return tree.waarden.some((waarde) => some(tree.veld, waarde, (a, b) => a === b));
    case 'lt': return some(tree.veld, tree.waarde, (a, b) => a < b);
    case 'lte': return some(tree.veld, tree.waarde, (a, b) => a <= b);
    case 'gt': return some(tree.veld, tree.waarde, (a, b) => a > b);
    case 'gte': return some(tree.veld, tree.waarde, (a, b) => a >= b);
  }
}

const record = ({ velden: fields, punt: at }: Mens): ServerRecord => toRecord(1, 1, { tekst: { titel: '', beroep: '', kan: '', verhaal: '' }, stammen: '', velden: fields as ServerRecord['velden'], punt: at });
/** What goes over the wire and comes out on the other side. */
const ontvangen = (mens: Mens): Doc => JSON.parse(JSON.stringify(record(mens))) as Doc;
const VRIJ = (name: string) => name === 'id' || name === '_geo' || VELDEN.some((veld) => name === `velden.${veld}`);

describe('the filter for a Meilisearch server', () => {
  test('means what the tree means, for any value at all', () => {
    fc.assert(fc.property(fc.record({ velden, punt: fc.option(punt) }), boom, (mens, tree) => {
      const compiled = JSON.parse(JSON.stringify(compileFilter(INDEX, tree))) as string;
      expect(parseFilter(compiled, VRIJ)(ontvangen(mens)), compiled).toBe(past(mens, tree));
    }), { numRuns: 3000 });
  });

  test('finds exactly the one whose place is called like that, whatever the name', () => {
    fc.assert(fc.property(tekst, (plaats) => {
      const test = parseFilter(compileFilter(INDEX, { op: 'eq', veld: 'plaats', waarde: plaats }), VRIJ);
      expect(test(ontvangen({ velden: { plaats }, punt: null }))).toBe(true);
      expect(test(ontvangen({ velden: { plaats: `${plaats}x` }, punt: null }))).toBe(false);
      expect(test(ontvangen({ velden: {}, punt: null }))).toBe(false);
    }), { numRuns: 1000 });
  });

  test('names no field but those of the index', () => {
    fc.assert(fc.property(fc.oneof(tekst, fc.constantFrom('__proto__', 'constructor', 'toString', 'velden.plaats', 'id', 'hash', 'naam')).filter((veld) => !VELDEN.includes(veld as never)), (veld) => {
      for (const tree of [{ op: 'eq', veld, waarde: 'x' }, { op: 'in', veld, waarden: [] }, { op: 'exists', veld }, { op: 'lt', veld, waarde: 1 }] as Filter[]) expect(() => compileFilter(INDEX, { op: 'not', deel: tree })).toThrow(OnbekendVeld);
    }), { numRuns: 200 });
  });

  test('reads as people would write it', () => {
    const tree: Filter = { op: 'and', delen: [{ op: 'in', veld: 'sector', waarden: ['groen', 'zorg'] }, { op: 'neq', veld: 'verborgenVoor', waarde: 9 }, { op: 'gte', veld: 'urenMin', waarde: 16 }] };
    expect(compileFilter(INDEX, tree)).toBe('(velden.sector IN ["groen", "zorg"] AND NOT (velden.verborgenVoor = "9") AND velden.urenMin >= "16")');
    expect(compileFilter(INDEX, { op: 'eq', veld: 'plaats', waarde: 'a"b\\c' })).toBe('velden.plaats = "a\\"b\\\\c"');
  });

  test('leaves out the choice of a facet wherever it stands in the tree', () => {
    const own: Filter = { op: 'in', veld: 'sector', waarden: ['groen'] }, rest: Filter = { op: 'exists', veld: 'plaats' };
    expect(without({ op: 'and', delen: [rest, { op: 'and', delen: [own] }] }, own)).toEqual({ op: 'and', delen: [rest, { op: 'and', delen: [{ op: 'and', delen: [] }] }] });
  });
});

describe('the strict reader that these tests use', () => {
  test.each(['velden.plaats = Tilburg', 'velden.plaats = "Tilburg', 'velden.plaats = "a" OR', '(velden.plaats EXISTS', 'velden.plaats = "a" "b"', 'velden.plaats = "a\\n"', 'naam = "x"', 'velden.plaats IN []', '_geoRadius("91", "0", "1")', ''])('refuses %j', (text) => {
    expect(() => parseFilter(text, VRIJ)).toThrow();
  });
});
