/** How alike a vacature and somebody's story are, by the work that both call up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEEST, alike, inARow, levelOf, readKring, sharedBeroepen, sharedKring, surround, widen } from '#src/domain/match/beeld.ts';
import type { Beeld } from '#src/domain/woorden/beelden.ts';
import { readKandidaat, readVacature } from '#src/domain/match/kenmerken.ts';
import { scorePair } from '#src/domain/match/score.ts';
import { woordenboek } from '#src/domain/woorden/woorden.ts';
import { ORDERPICKER, SAMIRA, VANDAAG } from './paren.ts';

const woorden = woordenboek();
const image = (text: string) => woorden.beelden.image(woorden.beelden.strengths(new Map(woorden.analyse(text).map((stam) => [stam, 1]))), MEEST.verhaal);
const story = (text: string) => inARow([image(text)], MEEST.verhaal);
const wijd = (text: string) => widen(image(text), woorden);
const ids = (names: readonly string[]) => names.map((naam) => woorden.imageId(naam));
const TEXTIEL = wijd('broeken en jassen beoordelen: wat kan naar de winkel, wat wordt poetslap');

describe('Fatma, who never says textielsorteerder', () => {
  const fatma = story('kleding nakijken op vlekken en gaten');
  it('is more like the work than Kees, who lays bricks', () => {
    expect(alike(TEXTIEL, fatma, [])).toBeGreaterThan(0.2);
    expect(alike(TEXTIEL, fatma, [])).toBeGreaterThan(4 * alike(TEXTIEL, story('stenen metselen en voegen op de steiger'), []));
  });
  it('reads which work both call up', () => {
    expect(sharedBeroepen(TEXTIEL, fatma, 2).map((nr) => woorden.beroepen[nr]!.naam)).toContain('textielsorteerder');
  });
});

describe('likeness', () => {
  const texts = fc.constantFrom('inpakken', 'heftruck rijden', 'kleding sorteren', 'kassa', 'lassen', 'koken', 'xyzzy', '');
  it('lies between 0 and 1, and one more skill never lowers it', () => {
    fc.assert(fc.property(texts, texts, fc.array(texts, { maxLength: 5 }), texts, (job, own, skills, extra) => {
      const [wide, vertelt] = [wijd(job), story(own)];
      const before = alike(wide, vertelt, ids(skills));
      expect(before).toBeGreaterThanOrEqual(0);
      expect(alike(wide, vertelt, ids([...skills, extra]))).toBeGreaterThanOrEqual(before);
      expect(alike(wide, vertelt, ids([...skills, extra]))).toBeLessThanOrEqual(1);
    }), { seed: 20_261_122 });
  });
  it('is 0 where one of the two tells nothing', () => {
    expect(alike(wijd('xyzzy'), story('kok'), ids(['koken']))).toBe(0);
    expect(alike(TEXTIEL, story(''), [])).toBe(0);
  });
});

describe('the circle of work around Els', () => {
  const KEUKEN = surround(image('groenten snijden, salades maken, borden opmaken en de keuken schoonmaken'), [], woorden);
  const beroep = (naam: string) => woorden.findBeroep(naam)!.nr;
  const circle = (text: string, names: string[], zekerheid = 1) => readKring(image(text), names.map((naam) => ({ nr: beroep(naam), bron: 'wens' as const, zekerheid })), { wens: names.flatMap((naam) => woorden.analyse(naam)), deed: [], kop: [], presentatie: woorden.analyse(text) }, woorden);
  const shares = (kring: Beeld) => sharedKring(KEUKEN, kring, [levelOf(kring, woorden)], 0);
  it('holds what she names, though her story tells of other things', () => {
    expect(shares(circle('ik fiets graag', ['keukenhulp']))).toBeGreaterThan(2 * shares(circle('ik fiets graag', ['metselaar'])));
    expect(sharedBeroepen(KEUKEN.rond, circle('', ['keukenhulp']), 1).map((nr) => woorden.beroepen[nr]!.naam)).toEqual(['keukenhulp']);
  });
  it('holds what lies near to it as well, less than the work itself', () => {
    const [near, same] = [shares(circle('', ['afwasser'])), shares(circle('', ['keukenhulp']))];
    expect(near).toBeGreaterThan(shares(circle('', ['lasser'])));
    expect(near).toBeLessThan(same);
  });
  it('counts a name less that is hardly recognised, and the same name twice as once', () => {
    const wish = (zekerheid: number) => shares(circle('stenen metselen op de steiger', ['keukenhulp'], zekerheid));
    expect(wish(0.2)).toBeLessThan(wish(1));
    expect(circle('', ['keukenhulp', 'keukenhulp'])).toEqual(circle('', ['keukenhulp']));
  });
  it('has the level of the work in it', () => {
    const [low, high] = [levelOf(circle('', ['inpakker']), woorden), levelOf(circle('', ['elektromonteur']), woorden)];
    expect(low).toBeLessThan(0.6);
    expect(high).toBeGreaterThan(low + 0.5);
    expect(levelOf(circle('', []), woorden)).toBe(0);
  });
  it('counts less where it lies above the level of the work, and never where it lies below', () => {
    const kring = circle('', ['afwasser']);
    const at = (niveau: number, boven: number) => sharedKring(KEUKEN, kring, [niveau], boven);
    expect(at(KEUKEN.niveau + 1, 0.6)).toBeCloseTo(0.4 * at(0, 0), 6);
    expect(at(KEUKEN.niveau + 1, 0)).toBe(at(0, 0));
    expect(at(0, 0.6)).toBe(at(0, 0));
    expect(at(3, 1)).toBe(0);
  });
  it('is empty, and fits nothing, when she tells and names nothing', () => {
    expect(shares(circle('', []))).toBe(0);
  });
});

describe('a vacature', () => {
  it('with a vague title is about what its text calls up, and a title that the text contradicts is not believed', () => {
    const about = (titel: string, taken: string[]) => woorden.beroepen[readVacature({ ...ORDERPICKER, beroep: null, titel, taken, omschrijving: '', vaardighedenVereist: [], vaardighedenGewenst: [] }, woorden).beroepen[0]!.nr]!.naam;
    expect(about('Gezellige collega gezocht!', ['luiers verschonen', 'fruit snijden', 'voorlezen aan peuters'])).toMatch(/pedagogisch|peuter/);
    expect(about('Yard Operator', ['schroot lossen met de shovel', 'metaal sorteren in containers', 'werken met de kraan'])).not.toBe('machineoperator');
    expect(about('Orderpicker', ['luiers verschonen', 'voorlezen aan peuters'])).toBe('orderpicker');
  });
  it('tells a werkmakelaar which work Samira’s own words call up', () => {
    const { onderdelen } = scorePair(readVacature(ORDERPICKER, woorden), readKandidaat(SAMIRA, woorden), woorden, VANDAAG);
    expect(onderdelen[0]!.bewijs.join(' ')).toMatch(/Vertelt over werk als [a-z]/);
  });
  it('tells of the work around what Ingrid wants, and not where that is the work itself', () => {
    const proof = (wens: string) => scorePair(readVacature(ORDERPICKER, woorden), readKandidaat({ ...SAMIRA, kop: '', presentatie: '', wensberoepen: [wens], ervaring: [], vaardigheden: [] }, woorden), woorden, VANDAAG).onderdelen[0]!.bewijs.join(' ');
    expect(proof('winkelorderpicker')).toMatch(/werk dicht bij|werk als/);
    expect(proof('orderpicker')).toMatch(/^Wil dit werk/);
    expect(proof('orderpicker')).not.toContain('dicht bij');
  });
});
