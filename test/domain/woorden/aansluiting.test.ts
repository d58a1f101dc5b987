/** What work suits whom: the table that was learned, and what there is without it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Aandelen, drawKring, kernOfMens } from '#src/domain/match/beeld.ts';
import { Aansluiting, type Kant } from '#src/domain/woorden/aansluiting.ts';
import geleerd from '#src/domain/woorden/aansluiting.json' with { type: 'json' };
import { woordenboek } from '#src/domain/woorden/woorden.ts';
import { readVoorbeelden } from '../../aansluiting/voorbeelden.ts';

const woorden = woordenboek();
const nr = (naam: string) => woorden.findBeroep(naam)!.nr;
/** Per occupation by its name how much it suits one who wants or did this. */
function suits(kant: Kant, naam: string, from: Aansluiting = woorden.aansluiting): (other: string) => number {
  const totalen = new Float64Array(woorden.beroepen.length);
  from.add(totalen, kant, nr(naam), 1);
  return (other) => totalen[nr(other)]!;
}

describe('the table', () => {
  it('was learned with the occupations of the vocabulary, from the examples that are there', () => {
    expect(geleerd.beroepen).toEqual(woorden.beroepen.map(({ id }) => id));
    const { mens, vacature } = readVoorbeelden();
    expect(geleerd.voorbeelden).toEqual({ mens: mens.length, vacature: vacature.length });
  });
  it.each(['mens', 'vacature'] as const)('has a row of every occupation on the side of the %s, itself among those that suit', (kant) => {
    expect(geleerd[kant].rijen).toHaveLength(woorden.beroepen.length);
    for (const [at, rij] of geleerd[kant].rijen.entries()) {
      const pairs = rij.flatMap((place, i) => (i % 2 === 0 ? [{ place, hundredths: rij[i + 1]! }] : []));
      expect(new Set(pairs.map(({ place }) => place)).size).toBe(pairs.length);
      expect(pairs.find(({ place }) => place === at)?.hundredths).toBeGreaterThan(0);
      for (const { place, hundredths } of pairs) expect(geleerd.beroepen[place] !== undefined && Math.abs(hundredths) <= 200).toBe(true);
    }
  });
  it('is small enough to be read at every start', () => {
    expect(readFileSync(new URL('../../../src/domain/woorden/aansluiting.json', import.meta.url)).length).toBeLessThan(400_000);
  });
});

describe('who picks orders', () => {
  it('would take work of a magazijnmedewerker, and less that of a metselaar', () => {
    expect(suits('mens', 'orderpicker')('magazijnmedewerker')).toBeGreaterThan(0.1);
    expect(suits('mens', 'orderpicker')('magazijnmedewerker')).toBeGreaterThan(suits('mens', 'orderpicker')('metselaar'));
  });
  it('stands in a circle of which what does not suit is no part, and never less than nothing', () => {
    const kring = drawKring(kernOfMens(new Uint32Array(0), [{ nr: nr('orderpicker'), bron: 'wens', zekerheid: 1 }], woorden.beroepen.length), 'mens', woorden);
    expect(Math.min(...kring)).toBe(0);
    expect(kring[nr('orderpicker')]).toBe(Math.max(...kring));
  });
});

describe('an occupation of which nothing was learned, as those of ESCO', () => {
  const none = new Aansluiting(woorden.beroepen, woorden.verwant, { ...geleerd, mens: { zelf: 1, naast: 0.5, rijen: [] }, vacature: { zelf: 1, naast: 0.5, rijen: [] } });
  it('has itself and what is related, by the square of how near that is', () => {
    const near = woorden.verwant[nr('orderpicker')]!.get(nr('magazijnmedewerker'))!;
    expect(suits('mens', 'orderpicker', none)('orderpicker')).toBe(1);
    expect(suits('mens', 'orderpicker', none)('magazijnmedewerker')).toBeCloseTo(0.5 * near ** 2, 6);
  });
  it('is asked of a table that names occupations which are there no more, without harm', () => {
    const old = new Aansluiting(woorden.beroepen, woorden.verwant, { beroepen: ['orderpicker', 'koetsier'], voorbeelden: { mens: 1, vacature: 1 }, mens: { zelf: 1, naast: 0, rijen: [[0, 90, 1, 50], [1, 100]] }, vacature: { zelf: 1, naast: 0, rijen: [] } });
    expect(suits('mens', 'orderpicker', old)('orderpicker')).toBeCloseTo(0.9, 6);
    expect(suits('mens', 'metselaar', old)('metselaar')).toBe(1);
  });
});

describe('two circles of nothing', () => {
  it('share nothing', () => expect(new Aandelen(new Float64Array(woorden.beroepen.length), []).share(0)).toBe(0));
});
