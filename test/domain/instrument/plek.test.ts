/** The job that a bridge takes along: facts of the vacature, there and back through an address. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leesPlek, pasBijContract, plekAdres, rekenAdres, type Plek } from '#src/domain/instrument/plek.ts';
import { WERKVORMEN } from '#src/domain/kandidaat/kandidaat.ts';

const magazijn = { urenMin: 24, urenMax: 32, werkvorm: 'betaald werk' as const, startdatum: '2026-12-01' };
const lees = (adres: string) => leesPlek(new URL(adres, 'http://x').searchParams);

describe('the address of a bridge', () => {
  test('of a vacature for 24 to 32 hours from December says so', () => {
    expect(plekAdres('scholing', magazijn, true)).toBe('/instrumenten/scholing/plek?vorm=betaald+werk&uren=24-32&start=2026-12-01&geregeld=ja');
  });

  test('without a vacature is the instrument itself', () => {
    expect(plekAdres('scholing', null, true)).toBe('/instrumenten/scholing');
  });

  test('takes four facts of a vacature along and nothing else, whatever more it is given', () => {
    const paar = { ...magazijn, titel: 'Magazijnmedewerker', loonwaarde: 60, kandidaatId: 7, doelgroepregister: true };
    expect([...new URL(plekAdres('scholing', paar, true), 'http://x').searchParams.keys()].sort()).toEqual(['geregeld', 'start', 'uren', 'vorm']);
  });

  test('reads back as it was written', () => {
    const uren = fc.integer({ min: 1, max: 96 }).map((halves) => halves / 2);
    const datum = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }).map((dag) => dag.toISOString().slice(0, 10));
    fc.assert(fc.property(fc.tuple(uren, uren), fc.constantFrom(...WERKVORMEN), fc.option(datum), fc.boolean(), (twee, werkvorm, startdatum, geregeld) => {
      const [urenMin, urenMax] = twee.toSorted((a, b) => a - b) as [number, number];
      expect(lees(plekAdres('scholing', { urenMin, urenMax, werkvorm, startdatum }, geregeld))).toEqual({ urenMin, urenMax, werkvorm, start: startdatum, geregeld });
    }));
  });
});

describe('an address that was typed or cut off', () => {
  test.each(['?uren=32-24', '?uren=24', '?uren=-1-5', '?uren=0-0', '?uren=20-200', '?uren=a-b', '?vorm=<b>', '?start=2026-02-30', '?geregeld=misschien', ''])('"%s" fills nothing in', (vraag) => {
    expect(lees(`/x${vraag}`)).toEqual({ urenMin: 0, urenMax: 0, werkvorm: null, start: null, geregeld: false });
  });

  test('never throws and never passes on what it cannot read', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('uren', 'vorm', 'start', 'geregeld', 'x'), fc.string()), (vraag) => {
      const plek = leesPlek(new URLSearchParams(vraag));
      expect(plek.urenMin).toBeGreaterThanOrEqual(0);
      expect(plek.urenMin).toBeLessThanOrEqual(plek.urenMax);
      expect(plek.urenMax).toBeLessThanOrEqual(48);
      expect([...WERKVORMEN, null]).toContain(plek.werkvorm);
    }));
  });
});

describe('what goes with a job', () => {
  const plek = (wijziging: Partial<Plek>): Plek => ({ urenMin: 24, urenMax: 25.5, werkvorm: 'betaald werk', start: null, geregeld: false, ...wijziging });

  test('the rekenhulp with its most hours, when there is a wage to count with', () => {
    expect(rekenAdres(plek({}))).toBe('/rekenhulp?urenPerWeek=25,5');
    expect(rekenAdres(plek({ urenMax: 0 }))).toBeNull();
    expect(rekenAdres(plek({ werkvorm: 'werkervaringsplaats' }))).toBeNull();
  });

  test('subsidy on wages belongs to a contract, and a proefplaatsing brings none; a jobcoach can come along', () => {
    expect(pasBijContract('loonkostensubsidie', plek({ werkvorm: 'proefplaatsing' }))).toBe(true);
    expect(pasBijContract('loonkostensubsidie', plek({}))).toBe(false);
    expect(pasBijContract('loonkostensubsidie', plek({ werkvorm: null }))).toBe(false);
    expect(pasBijContract('jobcoach-extern', plek({ werkvorm: 'proefplaatsing' }))).toBe(false);
  });
});
