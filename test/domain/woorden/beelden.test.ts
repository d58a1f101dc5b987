/** What work a text calls up: Fatma's story and an employer's vague text lead to the same occupations. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beroepOf, deelOf } from '#src/domain/woorden/beelden.ts';
import { woordenboek } from '#src/domain/woorden/woorden.ts';

const woorden = woordenboek();
const strengths = (text: string) => woorden.beelden.strengths(new Map(woorden.analyse(text).map((stam) => [stam, 1])));
const closest = (text: string, max = 3) => woorden.beelden.closest(strengths(text), max).map(({ nr }) => woorden.beroepen[nr]!.naam);
const image = (text: string) => [...woorden.beelden.image(strengths(text), 24)];

describe('a text that names no occupation', () => {
  test.each([
    ['broeken, jassen en gordijnen beoordelen: wat kan de winkel in, wat wordt poetslap', 'sorteerder kringloop'],
    ['borden, pannen en bestek door de spoelstraat, daarna de vloer en het afval', 'afwasser'],
    ['luiers verschonen, fruit snijden, samen buiten spelen en een verhaaltje voorlezen', 'pedagogisch medewerker'],
    ['onderdelen aan de haken hangen, ontvetten en in de moffeloven', 'poedercoater'],
    ['dozen met schoenen en jurken die klanten terugsturen openen, nakijken en opnieuw in de voorraad boeken', 'retourmedewerker'],
  ])('calls up the work: %s', (text, beroep) => expect(closest(text)).toContain(beroep));

  test.each(['', 'wij zijn een leuk bedrijf', '日本語', '12345'])('calls up nothing when it tells of no work: %j', (text) => expect(closest(text)).toEqual([]));
});

describe('an image', () => {
  test('has the occupations with most first, at most as many as are asked, and a length of 1', () => {
    const parts = image('schoonmaken, dweilen, sanitair en ramen lappen op kantoren en scholen');
    expect(parts.length).toBe(24);
    expect(parts.map(deelOf)).toEqual(parts.map(deelOf).toSorted((a, b) => b - a));
    expect(Math.hypot(...parts.map(deelOf))).toBeCloseTo(1, 3);
    expect(woorden.beroepen[beroepOf(parts[0]!)]!.naam).toMatch(/schoonma/);
  });

  test('is empty of a text without a known word, and whole of any text at all', () => {
    expect(image('xyzzy')).toEqual([]);
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => {
      for (const part of image(text)) { expect(woorden.beroepen[beroepOf(part)]).toBeDefined(); expect(deelOf(part)).toBeLessThanOrEqual(1); }
    }), { seed: 20_261_122, numRuns: 200 });
  });

  test('of the name of a skill is remembered, and is that of the text', () => {
    const id = woorden.imageId('heftruck rijden');
    expect(woorden.imageId('heftruck rijden')).toBe(id);
    expect([...woorden.beelden.short[id]!]).toEqual(image('heftruck rijden'));
  });
});

describe('a word', () => {
  test('tells most when few occupations use it, and always something between nothing and all', () => {
    const { beelden } = woorden;
    const [rare, common] = [...woorden.analyse('moffeloven'), ...woorden.analyse('schoonmaken')].map((stam) => beelden.rarity(stam));
    expect(rare).toBeGreaterThan(common!);
    for (const word of ['moffeloven', 'schoonmaken', 'xyzzy', 'werken']) for (const stam of woorden.analyse(word)) { expect(beelden.rarity(stam)).toBeGreaterThanOrEqual(0); expect(beelden.rarity(stam)).toBeLessThanOrEqual(1); }
  });
});

describe('a name that is in no list', () => {
  test.each([
    ['stage kinderboerderij', 'medewerker kinderboerderij'], ['vrijwilliger fietswerkplaats', 'assistent fietsenmaker'], ['groenvoorziening', 'medewerker groenvoorziening'], ['vrijwilliger dagbesteding', 'begeleider dagbesteding'],
  ])('is read by what its words belong to, and is never sure: %s', (naam, beroep) => {
    const found = woorden.findBeroep(naam)!;
    expect([found.nr, ...found.andere].map((nr) => woorden.beroepen[nr]!.naam)).toContain(beroep);
    expect(found.zekerheid).toBeLessThanOrEqual(0.5);
  });
});
