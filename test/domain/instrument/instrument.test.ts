import { describe, expect, test } from 'vitest';
import { instrumentVelden, toetsBoek, toetsInstrument, type Instrument } from '#src/domain/instrument/instrument.ts';

const VANDAAG = '2026-11-22';

const velden = {
  naam: 'Proef', belofte: 'U kunt eerst proberen.', voorWie: 'Kandidaten', aanbieder: ['Gemeente'], duur: 'Twee maanden',
  bedrag: { soort: 'geen', tekst: 'Geen bedrag.' }, voorwaarden: ['Een plan.'], aanvragen: ['Bel ons.'], misgaan: ['Te laat beginnen.'],
  combineertMet: [], sluitUit: [], situaties: ['eerst proberen'], status: 'actueel', geldigVan: '2026-01-01', geldigTot: null,
  bron: [{ naam: 'Participatiewet', url: 'https://wetten.overheid.nl/' }], gecontroleerdOp: '2026-11-22',
};

function instrument(id: string, anders: Partial<Instrument> = {}): Instrument {
  return { ...instrumentVelden.parse({ ...velden, naam: `Naam van ${id}` }), id, ...anders };
}

describe('front matter', () => {
  test('goede velden komen erdoor', () => {
    expect(instrumentVelden.parse(velden)).toEqual(velden);
  });

  test('een datum zonder aanhalingstekens in YAML wordt gewone tekst', () => {
    expect(instrumentVelden.parse({ ...velden, gecontroleerdOp: new Date('2026-11-22') }).gecontroleerdOp).toBe('2026-11-22');
  });

  test.each<[string, Record<string, unknown>]>([
    ['zonder bron', { bron: [] }],
    ['zonder stappen', { aanvragen: [] }],
    ['lege voorwaarden', { voorwaarden: [] }],
    ['lege zin', { misgaan: ['  '] }],
    ['onbekende situatie', { situaties: ['zomaar'] }],
    ['dubbele situatie', { situaties: ['kosten', 'kosten'] }],
    ['lokaal bedrag zonder sleutel', { bedrag: { soort: 'lokaal', tekst: 'Stelt uw gemeente vast.' } }],
    ['een datum die niet bestaat', { geldigVan: '2026-02-30' }],
    ['een onveilige link', { bron: [{ naam: 'Bron', url: 'javascript:alert(1)' }] }],
    ['een onbekend veld', { extra: 'x' }],
    ['dubbele verwijzing', { combineertMet: ['a', 'a'] }],
  ])('weigert %s', (_naam, anders) => {
    expect(instrumentVelden.safeParse({ ...velden, ...anders }).success).toBe(false);
  });

  test('een vervallen instrument hoeft geen stappen te hebben', () => {
    expect(instrumentVelden.safeParse({ ...velden, status: 'vervallen', geldigTot: '2024-12-31', aanvragen: [] }).success).toBe(true);
  });
});

describe('toetsInstrument noemt het bestand', () => {
  test('geldig tot en met de laatste dag, daarna niet meer', () => {
    const proef = instrument('proef', { geldigTot: VANDAAG });
    expect(toetsInstrument(proef, VANDAAG)).toEqual([]);
    expect(toetsInstrument(proef, '2026-11-23')).toEqual([
      'src/content/instrumenten/proef.md: geldigTot (2026-11-22) is voorbij. Controleer de gegevens of zet de status op vervallen.',
    ]);
  });

  test.each<[string, Partial<Instrument>, string]>([
    ['zonder bron', { bron: [] }, 'heeft een bron nodig'],
    ['nog niet begonnen', { geldigVan: '2027-01-01' }, 'geldt pas vanaf 2027-01-01'],
    ['gecontroleerd in de toekomst', { gecontroleerdOp: '2027-01-01' }, 'in de toekomst'],
    ['einde voor het begin', { geldigVan: '2026-05-01', geldigTot: '2026-04-01' }, 'ligt voor geldigVan'],
    ['vervallen zonder einde', { status: 'vervallen' }, 'heeft een geldigTot nodig'],
    ['vervallen met een einde dat nog komt', { status: 'vervallen', geldigTot: '2026-12-31' }, 'heeft een geldigTot nodig'],
  ])('%s', (_naam, anders, stuk) => {
    const [melding] = toetsInstrument(instrument('proef', anders), VANDAAG);
    expect(melding).toMatch(/^src\/content\/instrumenten\/proef\.md: /);
    expect(toetsInstrument(instrument('proef', anders), VANDAAG).join()).toContain(stuk);
  });
});

describe('toetsBoek', () => {
  const meldingen = (...instrumenten: Instrument[]): string => toetsBoek(instrumenten, VANDAAG).join('\n');

  test('een boek dat klopt', () => {
    expect(meldingen(
      instrument('a', { combineertMet: ['b'], sluitUit: ['c'] }), instrument('b', { combineertMet: ['a'] }), instrument('c', { sluitUit: ['a'] }),
    )).toBe('');
  });

  test.each<[string, Instrument[], string]>([
    ['link naar niets', [instrument('a', { combineertMet: ['weg'] })], 'a.md: combineertMet verwijst naar weg, maar dat instrument bestaat niet.'],
    ['link naar zichzelf', [instrument('a', { sluitUit: ['a'] })], 'a.md: sluitUit verwijst naar zichzelf.'],
    ['eenzijdig combineren', [instrument('a', { combineertMet: ['b'] }), instrument('b')], 'b.md noemt a niet terug.'],
    ['eenzijdig uitsluiten', [instrument('a'), instrument('b', { sluitUit: ['a'] })], 'a.md noemt b niet terug.'],
    ['beide tegelijk', [
      instrument('a', { combineertMet: ['b'], sluitUit: ['b'] }), instrument('b', { combineertMet: ['a'], sluitUit: ['a'] }),
    ], 'b staat bij combineertMet én bij sluitUit.'],
    ['dezelfde naam', [instrument('a', { naam: 'Een naam' }), instrument('b', { naam: 'een naam' })], 'is al in gebruik bij src/content/instrumenten/a.md.'],
    ['combineren met iets dat vervallen is', [
      instrument('a', { combineertMet: ['b'] }), instrument('b', { combineertMet: ['a'], status: 'vervallen', geldigTot: '2025-12-31' }),
    ], 'een van de twee is vervallen.'],
    ['een verlopen instrument', [instrument('a', { geldigTot: '2026-01-31' })], 'geldigTot (2026-01-31) is voorbij.'],
  ])('%s', (_naam, instrumenten, stuk) => {
    expect(meldingen(...instrumenten)).toContain(stuk);
  });
});
