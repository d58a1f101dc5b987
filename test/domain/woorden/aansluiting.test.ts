/** What work suits whom: the table that was learned, and what there is without it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Aandelen, drawKring } from '#src/domain/match/beeld.ts';
import { Aansluiting, BRONNEN, packRij, unpackRij, type AansluitingBestand, type Bron, type Kant } from '#src/domain/woorden/aansluiting.ts';
import geleerd from '#src/domain/woorden/aansluiting.json' with { type: 'json' };
import { readKandidaat } from '#src/domain/match/kenmerken.ts';
import { beroepOf } from '#src/domain/woorden/beelden.ts';
import { isPersonal } from '#src/domain/kandidaat/persoonlijk.ts';
import { woordenboek } from '#src/domain/woorden/woorden.ts';
import { readRegels } from '../../aansluiting/voorbeelden.ts';
import { SAMIRA } from '../match/paren.ts';

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
    const { mens, vacature } = readRegels();
    expect(geleerd.voorbeelden).toEqual({ mens: mens.length, vacature: vacature.length });
  });
  it.each(['mens', 'vacature'] as const)('has a row of every occupation on the side of the %s, itself among those that suit', (kant) => {
    expect(geleerd[kant].rijen).toHaveLength(woorden.beroepen.length);
    for (const [at, rij] of geleerd[kant].rijen.entries()) {
      const parts = unpackRij(rij);
      expect(new Set(parts.map((part) => part.at)).size).toBe(parts.length);
      expect(parts.find((part) => part.at === at)?.hundredths).toBeGreaterThan(0);
      for (const part of parts) expect(geleerd.beroepen[part.at] !== undefined && Math.abs(part.hundredths) <= 200).toBe(true);
    }
  });
  it.each(BRONNEN)('has of the words of %s a row and how rare each is, all of them of occupations that are there', (bron) => {
    const { stammen, zeldzaamheid, rijen } = geleerd.mens.woorden[bron];
    expect(new Set(stammen).size).toBe(stammen.length);
    expect([zeldzaamheid.length, rijen.length]).toEqual([stammen.length, stammen.length]);
    expect(Math.min(...zeldzaamheid)).toBeGreaterThan(0);
    for (const part of rijen.flatMap(unpackRij)) expect(geleerd.beroepen[part.at] !== undefined && Math.abs(part.hundredths) <= 200).toBe(true);
  });
  it('knows no word that only tells who somebody is', () => {
    const known = new Set([...BRONNEN.flatMap((bron) => geleerd.mens.woorden[bron].stammen), ...Object.keys(geleerd.gezegd)]);
    expect([...known].filter(isPersonal)).toEqual([]);
    for (const word of ['vrouw', 'jong', 'moeder', 'zwanger', 'vluchteling', 'statushouder', 'Syrië', 'Pools', 'hoofddoek', 'wajong', 'uitkering', 'autisme', 'rug', '58']) for (const stam of woorden.analyse(word)) expect(known.has(stam), word).toBe(false);
  });
  it('still knows the words of work with people', () => {
    const known = new Set(BRONNEN.flatMap((bron) => geleerd.mens.woorden[bron].stammen));
    for (const word of ['kinderen', 'ouderen', 'dementie', 'baby']) expect(woorden.analyse(word).some((stam) => known.has(stam)), word).toBe(true);
  });
  it('is small enough to be read at every start', () => {
    expect(readFileSync(new URL('../../../src/domain/woorden/aansluiting.json', import.meta.url)).length).toBeLessThan(6_000_000);
  });
});

describe('who wants', () => {
  /** The names of the work in the circle around somebody of whom nothing is known but a wish, the nearest first. */
  const circle = (wens: string) => Array.from(readKandidaat({ ...SAMIRA, kop: '', presentatie: '', wensberoepen: [wens], ervaring: [], vaardigheden: [], sectoren: [] }, woorden).kring, (part) => woorden.beroepen[beroepOf(part)]!.naam);
  it('to pick orders stands in the middle of a circle with packing in it, and no bricklaying', () => {
    expect(circle('orderpicker')[0]).toBe('orderpicker');
    expect(circle('orderpicker').slice(0, 9)).toContain('inpakmedewerker');
    expect(circle('orderpicker')).not.toContain('metselaar');
  });
  it.each([['achter een balie', 'baliemedewerker'], ['op de fiets', 'fietskoerier'], ['iets met dieren', 'dierenverzorger']])('%s names no work, and is read all the same', (wens, beroep) => {
    expect(circle(wens).slice(0, 5)).toContain(beroep);
  });
});

describe('what somebody says', () => {
  const says = (bron: Bron, text: string) => { const totalen = new Float64Array(woorden.beroepen.length); woorden.aansluiting.addWoorden(totalen, bron, woorden.analyse(text)); return totalen; };
  it('suits work that it does not name: who wants something with animals looks after them', () => {
    const dieren = says('wens', 'iets met dieren');
    expect(dieren[nr('dierenverzorger')]).toBeGreaterThan(0.1);
    expect(dieren[nr('dierenverzorger')]).toBeGreaterThan(4 * Math.abs(dieren[nr('orderpicker')]!));
  });
  it('counts a word once, however often it is said, and a word that nobody said for nothing', () => {
    expect(says('wens', 'dieren dieren')).toEqual(says('wens', 'dieren'));
    expect(says('wens', 'dieren xyzzy')).toEqual(says('wens', 'dieren'));
    expect(says('presentatie', 'xyzzy').every((value) => value === 0)).toBe(true);
  });
  it('draws the circle where no occupation is named', () => {
    const zegt = { wens: woorden.analyse('iets met dieren'), deed: [], kop: [], presentatie: [] };
    const kring = drawKring(new Float64Array(woorden.beroepen.length), 'mens', woorden, zegt);
    expect(Math.min(...kring)).toBe(0);
    expect(woorden.beroepen[kring.indexOf(Math.max(...kring))]!.naam).toMatch(/dier|hond|stal|asiel|boerderij/);
  });
});

describe('a row', () => {
  it('comes back as it was packed', () => {
    const parts = [{ at: 0, hundredths: -120 }, { at: 806, hundredths: 100 }, { at: 65_535, hundredths: 0 }];
    expect(unpackRij(packRij(parts))).toEqual(parts);
  });
});

describe('an occupation of which nothing was learned, as those of ESCO', () => {
  const nothing = { stammen: [], zeldzaamheid: [], rijen: [] };
  const zonder: AansluitingBestand['mens']['woorden'] = { wens: nothing, deed: nothing, kop: nothing, presentatie: nothing };
  const none = new Aansluiting(woorden.beroepen, woorden.verwant, { ...geleerd, mens: { zelf: 1, naast: 0.5, rijen: [], woorden: zonder }, vacature: { zelf: 1, naast: 0.5, rijen: [] } });
  it('has itself and what is related, by the square of how near that is', () => {
    const near = woorden.verwant[nr('orderpicker')]!.get(nr('magazijnmedewerker'))!;
    expect(suits('mens', 'orderpicker', none)('orderpicker')).toBe(1);
    expect(suits('mens', 'orderpicker', none)('magazijnmedewerker')).toBeCloseTo(0.5 * near ** 2, 6);
  });
  it('is asked of a table that names occupations which are there no more, without harm', () => {
    const old = new Aansluiting(woorden.beroepen, woorden.verwant, { beroepen: ['orderpicker', 'koetsier'], voorbeelden: { mens: 1, vacature: 1 }, gezegd: {}, mens: { zelf: 1, naast: 0, rijen: [packRij([{ at: 0, hundredths: 90 }, { at: 1, hundredths: 50 }]), packRij([{ at: 1, hundredths: 100 }])], woorden: zonder }, vacature: { zelf: 1, naast: 0, rijen: [] } });
    expect(suits('mens', 'orderpicker', old)('orderpicker')).toBeCloseTo(0.9, 6);
    expect(suits('mens', 'metselaar', old)('metselaar')).toBe(1);
  });
});

describe('two circles of nothing', () => {
  it('share nothing', () => expect(new Aandelen(new Float64Array(woorden.beroepen.length), []).share(0)).toBe(0));
});
