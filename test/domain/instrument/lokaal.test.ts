/** Amounts that the gemeente sets: shown while they are in force, and otherwise asked for at the gemeente. */
import { describe, expect, test } from 'vitest';
import type { Instrument } from '#src/domain/instrument/instrument.ts';
import { lokaleBedragen, toetsLokaal, vindLokaal } from '#src/domain/instrument/lokaal.ts';

const begeleiding = { bedrag: { soort: 'lokaal', tekst: 'Dit bedrag stelt uw gemeente vast.', sleutel: 'interne-werkbegeleiding' } } satisfies Pick<Instrument, 'bedrag'>;
const polis = { bedrag: { soort: 'geen', tekst: 'U krijgt geen bedrag.' } } satisfies Pick<Instrument, 'bedrag'>;
const regel = { bedrag: 'Een bedrag per maand.', bron: 'Verordening van Testdam', geldigVan: '2026-01-01', geldigTot: '2026-12-31', gecontroleerdOp: '2026-11-22' };
const lokaal = { 'interne-werkbegeleiding': regel };

describe('an amount of the region', () => {
  test.each([
    ['2025-12-31', false], ['2026-01-01', true], ['2026-12-31', true], ['2027-01-01', false],
  ])('is shown on %s: %s', (dag, shown) => {
    expect(vindLokaal(begeleiding, lokaal, dag)).toEqual(shown ? regel : null);
  });

  test('without a last day stays in force', () => {
    expect(vindLokaal(begeleiding, { 'interne-werkbegeleiding': { ...regel, geldigTot: null } }, '2031-05-01')?.bedrag).toBe('Een bedrag per maand.');
  });

  test('never replaces an amount that the law sets, or one that there is not', () => {
    expect(vindLokaal(polis, { polis: regel }, '2026-06-01')).toBeNull();
    expect(vindLokaal(begeleiding, {}, '2026-06-01')).toBeNull();
  });

  test('has a source and dates, and nothing else', () => {
    const zonder = (veld: keyof typeof regel) => Object.fromEntries(Object.entries(regel).filter(([naam]) => naam !== veld));
    for (const veld of Object.keys(regel) as (keyof typeof regel)[]) expect(lokaleBedragen.safeParse({ scholing: zonder(veld) }).success, veld).toBe(false);
    for (const invoer of [{ scholing: { ...regel, geldigVan: '1 januari' } }, { scholing: { ...regel, bedrag: '' } }, { scholing: { ...regel, extra: 1 } }, { 'Geen Sleutel': regel }]) expect(lokaleBedragen.safeParse(invoer).success).toBe(false);
    expect(lokaleBedragen.parse(lokaal)).toEqual(lokaal);
  });
});

describe('toetsLokaal', () => {
  const toets = (bedragen: Parameters<typeof toetsLokaal>[1]) => toetsLokaal([begeleiding, polis], bedragen, '2026-11-22');

  test('is content with amounts that are in force or will be', () => {
    expect(toets({})).toEqual([]);
    expect(toets(lokaal)).toEqual([]);
    expect(toets({ 'interne-werkbegeleiding': { ...regel, geldigVan: '2027-01-01', geldigTot: null } })).toEqual([]);
  });

  test('names a key that no instrument has, and says which there are', () => {
    expect(toets({ werkbegeleiding: regel })).toEqual(['REGIO_FILE: lokaal.werkbegeleiding: geen instrument heeft deze sleutel. Kies uit interne-werkbegeleiding.']);
  });

  test('names an amount that has run out, one that ends before it begins, and one checked tomorrow', () => {
    expect(toets({ 'interne-werkbegeleiding': { ...regel, geldigTot: '2026-11-21' } })[0]).toContain('geldigTot (2026-11-21) is voorbij');
    expect(toets({ 'interne-werkbegeleiding': { ...regel, geldigVan: '2028-01-01' } })[0]).toContain('ligt voor geldigVan');
    expect(toets({ 'interne-werkbegeleiding': { ...regel, gecontroleerdOp: '2026-11-23' } })[0]).toContain('in de toekomst');
  });
});
