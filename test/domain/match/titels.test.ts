/** Titles as werkgevers write them, through the ranking of a whole small region: the order, and honest unknowns. */
import { beforeAll, describe, expect, test } from 'vitest';
import { rankKandidaten, rankProfiel, vacatureByRef, vacatureProfiel, type Ranglijst } from '#src/domain/match/ranglijst.server.ts';
import type { VacatureInvoer } from '#src/domain/vacature/vacature.ts';
import { makeKandidaat, makeVacature, useDatabase } from '../../support/database.ts';

useDatabase();
const MENSEN = [
  ['Samira', 'orderpicker'], ['Ingrid', 'inpakster'], ['Hassan', 'heftruckchauffeur'], ['Karel', 'kok'], ['Nadia', 'kapster'], ['Tom', 'hovenier'], ['Noor', 'groen'],
] as const;

beforeAll(() => {
  for (const [voornaam, beroep] of MENSEN) makeKandidaat({ ref: voornaam.toLowerCase(), voornaam, wensberoepen: [beroep], ervaring: [{ beroep, maanden: 18 }], uren: { min: 24, max: 36 } });
});

let nr = 0;
/** Refs of the kandidaten, best first, for a vacature with this title. */
function rank(titel: string, rest: Partial<VacatureInvoer> = {}) {
  const ref = `v-${nr++}`;
  makeVacature({ ref, titel, ...rest });
  return rankKandidaten(vacatureByRef(ref)!);
}
const order = (titel: string) => rank(titel).resultaten.map((item) => item.ref);

describe('a medewerker orderverzameling', () => {
  test('may be Samira the orderpicker, then Ingrid the inpakster, then Hassan of the heftruck, before anyone of other work', () => {
    expect(order('medewerker orderverzameling').slice(0, 3)).toEqual(['samira', 'ingrid', 'hassan']);
  });

  test('is told why each of them is near, without a word in common', () => {
    const { resultaten } = rank('medewerker orderverzameling');
    for (const { ref, uitleg } of resultaten.slice(0, 3)) expect(uitleg.onderdelen.find(({ naam }) => naam === 'werk')!.reden, ref).toMatch(/dit werk|lijkt/);
    expect(resultaten[3]!.uitleg.score).toBeLessThan(resultaten[2]!.uitleg.score);
  });

  test.each(['MEDEWERKER ORDERVERZAMELING', 'TOPPER GEZOCHT!!! Orderpicker (m/v/x) bij Van Dijk', 'Order Picker (warehouse)', 'orderverzamelaarster 32 uur'])('may also be written as %s', (titel) => {
    expect(order(titel).slice(0, 3)).toEqual(['samira', 'ingrid', 'hassan']);
  });
});

describe('a title that names no work', () => {
  test('leaves it to the tasks: whoever works with goods comes before Karel who cooks, and Samira who picks orders is among the first', () => {
    const { resultaten } = rank('Nieuwe collega gezocht, jij toch?', { taken: ['bestellingen verzamelen in het magazijn', 'dozen inpakken en labelen', 'pallets klaarzetten'] });
    expect(resultaten.slice(0, 3).map(({ ref }) => ref).sort()).toEqual(['hassan', 'ingrid', 'samira']);
    expect(resultaten.slice(0, 2).map(({ ref }) => ref)).toContain('samira');
  });

  test('and to the text of the advertisement, where there is nothing else: Tom and Noor of the groen come first', () => {
    const { resultaten } = rank('Kom jij ons helpen?', { omschrijving: 'Je onderhoudt tuinen bij mensen thuis: snoeien, gras maaien, onkruid wieden en beplanting aanleggen.' });
    expect(resultaten.slice(0, 2).map(({ ref }) => ref).sort()).toEqual(['noor', 'tom']);
    expect(resultaten[1]!.uitleg.score).toBeGreaterThan(resultaten[2]!.uitleg.score + 20);
  });

  test('is about nothing when the rest says nothing either', () => {
    for (const { uitleg } of rank('Toppers gezocht!').resultaten) expect(uitleg.onderdelen.find(({ naam }) => naam === 'werk')!.bijdrage).toBe(0);
  });
});

describe('somebody who only names a sector', () => {
  test('comes before who wants other work, and after who wants this work', () => {
    const refs = order('hovenier');
    expect(refs.indexOf('tom')).toBeLessThan(refs.indexOf('noor'));
    expect(refs.indexOf('noor')).toBeLessThan(refs.indexOf('karel'));
  });
});

describe('what a werkgever leaves out or overdoes', () => {
  test.each<[string, string, Partial<VacatureInvoer>]>([
    ['nothing but what must be there', 'Orderpicker', {}],
    ['a title that means nothing', '???', {}],
    ['a title in English', 'Warehouse worker wanted', {}],
    ['20,000 characters of text', 'Orderpicker', { omschrijving: 'orders verzamelen '.repeat(1111).slice(0, 20_000) }],
    ['a place that nobody knows', 'Orderpicker', { plaats: 'Verweggistan' }],
    ['an empty text and empty lists', 'Orderpicker', { omschrijving: '', taken: [], vaardigheden: { vereist: [], gewenst: [] }, talen: [], dagdelen: [] }],
  ])('%s: everyone is ranked or told why not, with numbers that add up', (_wat, titel, rest) => {
    adds(rank(titel, rest));
  });

  test('a draft that says nothing about hours yet is ranked too', () => {
    rank('Orderpicker');
    adds(rankProfiel({ ...vacatureProfiel(vacatureByRef(`v-${nr - 1}`)!), urenMin: 0, urenMax: 0 }));
  });

  function adds({ resultaten, afgevallen }: Ranglijst): void {
    expect(resultaten.length + afgevallen.length).toBe(MENSEN.length);
    for (const { uitleg } of [...resultaten, ...afgevallen]) {
      expect(Number.isFinite(uitleg.score) && uitleg.score >= 0 && uitleg.score <= 100).toBe(true);
      for (const { dekking, bijdrage, reden } of uitleg.onderdelen) {
        expect(Number.isFinite(dekking) && Number.isFinite(bijdrage)).toBe(true);
        expect(reden).not.toBe('');
      }
    }
    for (const { uitleg } of afgevallen) expect(uitleg.afgevallen).not.toBe('');
  }
});
