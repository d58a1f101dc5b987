/** Every promise that search/engine.ts makes, tried on every engine. The etalage of these tests has seven people. */
import { beforeEach, describe, expect, test } from 'vitest';
import { MAX_TERMEN, OnbekendVeld, type Filter, type Index } from '#search/engine.ts';
import { distanceKm } from '#src/domain/plaats/plaats.ts';
import { tokenize } from '#src/domain/woorden/analyse.ts';
import { useDatabase } from '../support/database.ts';
import { ENGINES, ask, doc, ids, tellOfRealServer } from './engines.ts';

useDatabase();

const INDEX: Index = 'kandidaten-werkgever';
const TILBURG = { lat: 51.5555, lng: 5.0913 };
const BREDA = { lat: 51.5866, lng: 4.776 };
const WAALWIJK = { lat: 51.6829, lng: 5.0708 };

const SAMIRA = 1, PIET = 2, FATIMA = 3, JAN = 4, LOUBNA = 5, KEES = 6, MO = 7;
const MENSEN = [
  doc({ id: SAMIRA, titel: 'Ik zoek werk als orderpicker', beroep: 'orderpicker', kan: 'orderpicken inpakken', verhaal: 'Ik werk graag in een magazijn.', velden: { sector: ['logistiek'], plaats: 'Tilburg', urenMin: 20, urenMax: 32, rijbewijs: [], gepubliceerdOp: '2026-11-01', verborgenVoor: [9] }, punt: TILBURG }),
  doc({ id: PIET, titel: 'Buiten werken als hovenier', beroep: 'hovenier', kan: 'snoeien maaien', verhaal: 'Vroeger was ik orderpicker.', velden: { sector: ['groen'], plaats: 'Breda', urenMin: 24, urenMax: 40, rijbewijs: ['B', 'T'], gepubliceerdOp: '2026-11-03', verborgenVoor: [] }, punt: BREDA }),
  doc({ id: FATIMA, titel: 'Conciërge op een school', beroep: 'conciërge', kan: 'sleutels beheren', velden: { sector: ['kantoor', 'schoonmaak'], plaats: 'Waalwijk', urenMin: 16, urenMax: 24, rijbewijs: ['B'], gepubliceerdOp: '2026-11-02' }, punt: WAALWIJK }),
  doc({ id: JAN, titel: 'Magazijnmedewerker met ervaring', beroep: 'magazijnmedewerker', kan: 'laden lossen', velden: { sector: ['logistiek'], plaats: 'Café-dorp', urenMin: 32, urenMax: 40, rijbewijs: ['AM', 'B'], gepubliceerdOp: null }, punt: null }),
  doc({ id: LOUBNA, titel: 'Lasser TIG-lassen', beroep: 'lasser', kan: 'lassen tekening lezen nen3140', velden: { sector: ['metaal'], urenMin: 36, urenMax: 40 }, punt: null }),
  doc({ id: KEES, titel: 'Programmeur C++', beroep: 'programmeur', kan: 'C++', velden: { sector: ['techniek'], plaats: null, urenMin: 32, urenMax: 36 }, punt: null }),
  doc({ id: MO, titel: "Kok in Bistro 'De Zwaan' – O'Brien", beroep: 'kok', kan: 'koken', velden: { sector: ['horeca'], plaats: 'tilburg', urenMin: 24, urenMax: 32, gepubliceerdOp: '2026-10-01' }, punt: TILBURG }),
];
const sorted = (list: number[]) => [...list].sort((a, b) => a - b);

tellOfRealServer();

describe.each(ENGINES)('the contract, kept by the $naam engine', ({ maak, zonder }) => {
  /** The double forgives no typing mistakes: these sentences are shown by the embedded engine, and by a real server. */
  const forgiving = test.skipIf(zonder.has('typefouten'));
  const engine = maak();
  const find = (tekst: string) => ids(engine, INDEX, { tekst });
  const filter = async (tree: Filter) => sorted(await ids(engine, INDEX, { filter: tree }));
  beforeEach(async () => { for (const index of [INDEX, 'vacatures', 'kandidaten-professional'] as const) await engine.replaceAll(index, index === INDEX ? MENSEN : []); });

  describe('writing', () => {
    test('a changed profile of Samira replaces the old one whole', async () => {
      await engine.upsert(INDEX, [doc({ id: SAMIRA, titel: 'Bakker', velden: { plaats: 'Breda' } })]);
      expect(await find('bakker')).toEqual([SAMIRA]);
      expect(await find('inpakken')).toEqual([]);
      expect(await filter({ op: 'eq', veld: 'sector', waarde: 'logistiek' })).toEqual([JAN]);
      expect((await ask(engine, INDEX, {})).totaal).toBe(MENSEN.length);
    });

    test('when Samira withdraws nobody finds her by text, filter or count, and she may come back', async () => {
      await engine.remove(INDEX, [SAMIRA, 999]);
      expect(await find('inpakken')).toEqual([]);
      const answer = await ask(engine, INDEX, { facetten: { sector: undefined } });
      expect(answer.treffers.map((hit) => hit.id)).not.toContain(SAMIRA);
      expect(answer.facetten.sector).toContainEqual({ waarde: 'logistiek', aantal: 1 });
      await engine.upsert(INDEX, [MENSEN[0]!]);
      expect(await find('inpakken')).toEqual([SAMIRA]);
    });

    test('replacing everything leaves only the new', async () => {
      await engine.replaceAll(INDEX, [doc({ id: 50, titel: 'Bakker' })]);
      expect((await ask(engine, INDEX, {})).treffers.map((hit) => hit.id)).toEqual([50]);
    });

    test('replacing that breaks half-way leaves the old', async () => {
      const halfWay = function* () { yield doc({ id: 50, titel: 'Bakker' }); throw new Error('de lezer stopt'); };
      await expect(async () => engine.replaceAll(INDEX, halfWay())).rejects.toThrow('de lezer stopt');
      expect(sorted(await ids(engine, INDEX, {}))).toEqual(MENSEN.map(({ id }) => id));
      expect(await find('bakker')).toEqual([]);
      expect(await find('inpakken')).toEqual([SAMIRA]);
    });

    test('a document with a field that the index does not have is refused, with all that came along', async () => {
      await expect(async () => engine.upsert(INDEX, [doc({ id: 60, titel: 'Bakker' }), doc({ id: 61, velden: { loonwaarde: 80 } })])).rejects.toThrow(/loonwaarde/);
      expect(await find('bakker')).toEqual([]);
      expect((await ask(engine, INDEX, {})).totaal).toBe(MENSEN.length);
    });

    test('the three indexes do not see each other', async () => {
      await engine.upsert('vacatures', [doc({ id: SAMIRA, titel: 'Vulploeg' })]);
      expect(await find('vulploeg')).toEqual([]);
      expect(await ids(engine, 'vacatures', {})).toEqual([SAMIRA]);
      expect(await ids(engine, 'kandidaten-professional', {})).toEqual([]);
    });
  });

  describe('words', () => {
    test.each([
      ['the word itself', 'inpakken', SAMIRA],
      ['capitals', 'INPAKKEN', SAMIRA],
      ['no accent where Fatima has one', 'concierge', FATIMA],
      ['an accent where nobody has one', 'hovéniér', PIET],
      ['the beginning of the last word', 'hov', PIET],
      ['a plural', 'lassers', LOUBNA],
      ['a part of the compound', 'magazijn medewerker', JAN],
      ['the sign language of programmers', 'c++', KEES],
      ['all words, whatever their order', 'snoeien buiten hovenier', PIET],
    ])('an employer who types %s finds the person', async (_hoe, tekst, who) => {
      expect(await find(tekst)).toContain(who);
    });

    test('all words must be there', async () => {
      expect(await find('hovenier maaien')).toEqual([PIET]);
      expect((await ask(engine, INDEX, { tekst: 'hovenier maaien' })).weggelaten).toEqual([]);
    });

    test('when nobody has them all the last word is dropped first, and the answer says so', async () => {
      const answer = await ask(engine, INDEX, { tekst: 'hovenier maaien qzwxv vbnmq' });
      expect(answer.treffers.map((hit) => hit.id)).toEqual([PIET]);
      expect(answer.weggelaten).toEqual(['qzwxv', 'vbnmq']);
      const nothing = await ask(engine, INDEX, { tekst: 'qzwxv' });
      expect([nothing.totaal, nothing.treffers]).toEqual([0, []]);
    });

    test('only the first ten words count', async () => {
      const ten = Array.from({ length: MAX_TERMEN - 1 }, () => 'hovenier').map((word, at) => (at === 0 ? word : ['maaien', 'snoeien', 'buiten', 'werken', 'als', 'vroeger', 'was', 'ik'][at - 1]!));
      const answer = await ask(engine, INDEX, { tekst: [...ten, 'orderpicker', 'qzwxv', 'vbnmq'].join(' ') });
      expect(answer.treffers.map((hit) => hit.id)).toEqual([PIET]);
      expect(answer.weggelaten).toEqual([]);
    });

    forgiving('one typo is forgiven from five letters, two from nine, and the answer names what was searched', async () => {
      expect(await find('hoveneir')).toContain(PIET);
      expect(await find('magazijnmedwerkre')).toContain(JAN);
      expect(await find('lasesr')).toContain(LOUBNA);
      expect(await find('kko')).toEqual([]);
      expect(await find('hovneeirr')).not.toContain(JAN);
      expect((await ask(engine, INDEX, { tekst: 'hoveneir' })).ookGezocht).toContain('hovenier');
      expect((await ask(engine, INDEX, { tekst: 'hovenier' })).ookGezocht).toEqual([]);
    });

    forgiving('a typo in the first letter counts as two', async () => {
      expect(await find('bovenier')).toEqual([]);
      expect(await find('nagazijnmedewerker')).toContain(JAN);
    });

    test('a typo in a number is not forgiven', async () => {
      expect(await find('nen3140')).toEqual([LOUBNA]);
      expect(await find('nen3141')).toEqual([]);
    });

    forgiving('what was also searched are words that someone wrote, never stems or halves of words', async () => {
      const written = new Set(MENSEN.flatMap(({ tekst }) => tokenize(Object.values(tekst).join(' '))));
      for (const word of [...written].filter((each) => /^[a-z]{7,}$/.test(each))) {
        const typed = word.slice(0, 4) + word.slice(5);
        const { ookGezocht } = await ask(engine, INDEX, { tekst: typed });
        expect(ookGezocht.filter((each) => !written.has(each)), typed).toEqual([]);
      }
    });

    test.each(['"', '""', "'", '*', '-', '(', ')', 'NEAR', 'AND', 'OR NOT', 'titel:kok', 'kok*', '-kok', '"kok', 'NEAR(kok koken)', "O'Brien", 'TIG-lassen', 'c++', '^kok', '{kok}', 'kok + koken', '\u0000', '%_', '; DROP TABLE kandidaat', 'a'.repeat(5000)])('%j is plain text and never an error', async (tekst) => {
      await expect(ask(engine, INDEX, { tekst })).resolves.toBeDefined();
    });

    test('signs around a word change nothing about who is found', async () => {
      for (const tekst of ['"kok"', '-kok', 'kok*', '(kok)', '^kok', '{kok}']) expect(await find(tekst), tekst).toEqual(await find('kok'));
      expect(await find("O'Brien")).toEqual([MO]);
      expect(await find('TIG-lassen')).toEqual([LOUBNA]);
    });

    test('exact comes before a typo, and title and beroep before the story', async () => {
      expect((await find('orderpicker')).slice(0, 2)).toEqual([SAMIRA, PIET]);
      await engine.upsert(INDEX, [doc({ id: 80, titel: 'hovenirr', beroep: 'hovenirr' }), doc({ id: 81, titel: 'Hovenier', beroep: 'hovenier' })]);
      expect((await find('hovenier'))[0]).not.toBe(80);
    });
  });

  describe('filters', () => {
    test.each<[string, Filter, number[]]>([
      ['eq on a list matches any element', { op: 'eq', veld: 'sector', waarde: 'schoonmaak' }, [FATIMA]],
      ['eq compares without case', { op: 'eq', veld: 'plaats', waarde: 'TILBURG' }, [SAMIRA, MO]],
      ['eq compares with accents', { op: 'eq', veld: 'plaats', waarde: 'cafe-dorp' }, []],
      ['eq finds the accent in another case', { op: 'eq', veld: 'plaats', waarde: 'CAFÉ-DORP' }, [JAN]],
      ['neq includes those without the field', { op: 'neq', veld: 'plaats', waarde: 'Tilburg' }, [PIET, FATIMA, JAN, LOUBNA, KEES]],
      ['neq on a list leaves out whoever has the element', { op: 'neq', veld: 'verborgenVoor', waarde: 9 }, [PIET, FATIMA, JAN, LOUBNA, KEES, MO]],
      ['in takes any of several', { op: 'in', veld: 'rijbewijs', waarden: ['am', 'T'] }, [PIET, JAN]],
      ['an empty in matches nobody', { op: 'in', veld: 'rijbewijs', waarden: [] }, []],
      ['gte', { op: 'gte', veld: 'urenMin', waarde: 32 }, [JAN, LOUBNA, KEES]],
      ['gt', { op: 'gt', veld: 'urenMin', waarde: 32 }, [LOUBNA]],
      ['lte', { op: 'lte', veld: 'urenMax', waarde: 24 }, [FATIMA]],
      ['lt', { op: 'lt', veld: 'urenMin', waarde: 20 }, [FATIMA]],
      ['gte on a date leaves out whoever has none', { op: 'gte', veld: 'gepubliceerdOp', waarde: '2026-11-02' }, [PIET, FATIMA]],
      ['gte on text compares without case', { op: 'gte', veld: 'plaats', waarde: 'tilburg' }, [SAMIRA, FATIMA, MO]],
      ['exists leaves out null, absent and empty lists', { op: 'exists', veld: 'rijbewijs' }, [PIET, FATIMA, JAN]],
      ['exists on a single value', { op: 'exists', veld: 'plaats' }, [SAMIRA, PIET, FATIMA, JAN, MO]],
      ['and', { op: 'and', delen: [{ op: 'eq', veld: 'sector', waarde: 'logistiek' }, { op: 'lt', veld: 'urenMin', waarde: 30 }] }, [SAMIRA]],
      ['an and of nothing matches everyone', { op: 'and', delen: [] }, [1, 2, 3, 4, 5, 6, 7]],
      ['or', { op: 'or', delen: [{ op: 'eq', veld: 'sector', waarde: 'groen' }, { op: 'eq', veld: 'sector', waarde: 'horeca' }] }, [PIET, MO]],
      ['an or of nothing matches nobody', { op: 'or', delen: [] }, []],
      ['not includes those without the field', { op: 'not', deel: { op: 'eq', veld: 'rijbewijs', waarde: 'B' } }, [SAMIRA, LOUBNA, KEES, MO]],
      ['not of within includes those without a place', { op: 'not', deel: { op: 'within', ...TILBURG, meters: 30_000 } }, [JAN, LOUBNA, KEES]],
      ['within takes those nearby', { op: 'within', ...TILBURG, meters: 15_000 }, [SAMIRA, FATIMA, MO]],
    ])('%s', async (_naam, tree, expected) => {
      expect(await filter(tree)).toEqual(expected);
    });

    test.each(['loonwaarde', 'naam', '__proto__', 'constructor', '', 'titel; DROP'])('the unknown field %j is an error wherever it is used, never a guess', async (veld) => {
      await expect(async () => filter({ op: 'eq', veld, waarde: 1 })).rejects.toThrow(OnbekendVeld);
      await expect(async () => filter({ op: 'not', deel: { op: 'exists', veld } })).rejects.toThrow(OnbekendVeld);
      await expect(async () => ask(engine, INDEX, { facetten: { [veld]: undefined } })).rejects.toThrow(OnbekendVeld);
      await expect(async () => ask(engine, INDEX, { sortering: { soort: 'veld', veld, richting: 'op' } })).rejects.toThrow(OnbekendVeld);
    });

    test('an unknown field is an error also when the list has one person or none', async () => {
      await engine.replaceAll(INDEX, [doc({ id: 1, titel: 'Bakker' })]);
      await expect(async () => filter({ op: 'eq', veld: 'loonwaarde', waarde: 1 })).rejects.toThrow(OnbekendVeld);
      await expect(async () => ask(engine, INDEX, { sortering: { soort: 'veld', veld: 'loonwaarde', richting: 'op' } })).rejects.toThrow(OnbekendVeld);
    });

    test("a quote or bracket in a value is part of the value", async () => {
      await engine.upsert(INDEX, [doc({ id: 90, velden: { plaats: `'s-"Hertogen\\bosch] OR (1=1)` } })]);
      expect(await filter({ op: 'eq', veld: 'plaats', waarde: `'S-"hertogen\\bosch] OR (1=1)` })).toEqual([90]);
      expect(await filter({ op: 'eq', veld: 'plaats', waarde: `x" OR plaats = "Tilburg` })).toEqual([]);
    });
  });

  describe('facets', () => {
    const logistiek: Filter = { op: 'in', veld: 'sector', waarden: ['logistiek'] };
    const rijbewijsB: Filter = { op: 'in', veld: 'rijbewijs', waarden: ['B'] };

    test('count over all matches before paging, most first, then by name', async () => {
      const answer = await ask(engine, INDEX, { facetten: { sector: undefined, rijbewijs: undefined }, perPagina: 1 });
      expect(answer.facetten.sector).toEqual([{ waarde: 'logistiek', aantal: 2 }, ...['groen', 'horeca', 'kantoor', 'metaal', 'schoonmaak', 'techniek'].map((waarde) => ({ waarde, aantal: 1 }))]);
      expect(answer.facetten.rijbewijs).toEqual([{ waarde: 'B', aantal: 3 }, { waarde: 'AM', aantal: 1 }, { waarde: 'T', aantal: 1 }]);
    });

    test("a facet's own choices do not narrow its own counts but do narrow the others", async () => {
      const answer = await ask(engine, INDEX, { filter: { op: 'and', delen: [logistiek, rijbewijsB] }, facetten: { sector: logistiek, rijbewijs: rijbewijsB } });
      expect(answer.treffers.map((hit) => hit.id)).toEqual([JAN]);
      expect(answer.facetten.sector!.map(({ waarde }) => waarde)).toEqual(['groen', 'kantoor', 'logistiek', 'schoonmaak']);
      expect(answer.facetten.rijbewijs).toEqual([{ waarde: 'AM', aantal: 1 }, { waarde: 'B', aantal: 1 }]);
    });

    test('the same holds when the only filter is the choice itself', async () => {
      const answer = await ask(engine, INDEX, { filter: logistiek, facetten: { sector: logistiek } });
      expect(answer.facetten.sector).toHaveLength(7);
    });

    test('words narrow the counts', async () => {
      expect((await ask(engine, INDEX, { tekst: 'hovenier', facetten: { sector: undefined } })).facetten.sector).toEqual([{ waarde: 'groen', aantal: 1 }]);
    });

    test('a facet lists a hundred values at most', async () => {
      await engine.replaceAll(INDEX, Array.from({ length: 130 }, (_, at) => doc({ id: at + 1, velden: { beroep: [`beroep ${at}`] } })));
      expect((await ask(engine, INDEX, { facetten: { beroep: undefined } })).facetten.beroep).toHaveLength(100);
    });
  });

  describe('order, pages and distance', () => {
    test('by number or date, either way, with missing values last and ids to end ties', async () => {
      expect(await ids(engine, INDEX, { sortering: { soort: 'veld', veld: 'urenMin', richting: 'op' } })).toEqual([FATIMA, SAMIRA, PIET, MO, JAN, KEES, LOUBNA]);
      expect(await ids(engine, INDEX, { sortering: { soort: 'veld', veld: 'gepubliceerdOp', richting: 'af' } })).toEqual([PIET, FATIMA, SAMIRA, MO, JAN, LOUBNA, KEES]);
    });

    test('by distance, nearest first, those without a place last', async () => {
      expect(await ids(engine, INDEX, { sortering: { soort: 'afstand' }, vanaf: WAALWIJK })).toEqual([FATIMA, SAMIRA, MO, PIET, JAN, LOUBNA, KEES]);
    });

    test('the distance of Piet in Breda is right within half a percent, and Jan has none', async () => {
      const hits = (await ask(engine, INDEX, { vanaf: TILBURG })).treffers;
      const meters = distanceKm(TILBURG, BREDA) * 1000;
      expect(meters).toBeGreaterThan(21_000);
      expect(meters).toBeLessThan(23_000);
      expect(Math.abs(hits.find(({ id }) => id === PIET)!.afstandMeter! - meters)).toBeLessThanOrEqual(meters * 0.005);
      expect(hits.find(({ id }) => id === JAN)!.afstandMeter).toBeNull();
      expect((await ask(engine, INDEX, {})).treffers.every((hit) => hit.afstandMeter === null)).toBe(true);
    });

    test('pages together hold everyone once, in the same order as one long page', async () => {
      const whole = await ids(engine, INDEX, {});
      const pages = await Promise.all([1, 2, 3].map((pagina) => ids(engine, INDEX, { pagina, perPagina: 3 })));
      expect(pages.flat()).toEqual(whole);
      const answer = await ask(engine, INDEX, { pagina: 2, perPagina: 3 });
      expect([answer.totaal, answer.totaalExact, answer.pagina, answer.paginas]).toEqual([7, true, 2, 3]);
    });

    test.each([0, -1, 99, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('page %d becomes a page that is there', async (pagina) => {
      const answer = await ask(engine, INDEX, { pagina, perPagina: 3 });
      expect([1, 2, 3]).toContain(answer.pagina);
      expect(answer.treffers.length).toBeGreaterThan(0);
    });

    test('an empty index has one empty page', async () => {
      const answer = await ask(engine, 'vacatures', { tekst: 'kok', facetten: { sector: undefined } });
      expect(answer).toMatchObject({ treffers: [], totaal: 0, pagina: 1, paginas: 1, facetten: { sector: [] } });
    });
  });
});
