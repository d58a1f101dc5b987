/** From words to queries for a Meilisearch server and back, without a server. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_TERMEN } from '#search/engine.ts';
import { alsoSearched, zinnen, type Result } from '#search/meilisearch/query.ts';
import { faultOf } from '#search/meilisearch/fault.ts';
import { toRecord } from '#search/meilisearch/record.ts';

const asked = (tekst: string) => zinnen(tekst).map(({ q }) => q);

describe('what is typed', () => {
  test('a whole word is asked for by its stem, and then as the beginning of a word', () => {
    expect(asked('koken')).toEqual(['kok ', 'koken']);
  });

  test('a word that is its own stem is asked for once, as the beginning of a word', () => {
    expect(asked('hov')).toEqual(['hov']);
  });

  test('fewer words follow, the last dropped first, and each way says what it leaves out', () => {
    expect(zinnen('kok hov bar').map(({ q, weggelaten }) => [q, weggelaten])).toEqual([['kok hov bar', []], ['kok hov ', ['bar']], ['kok ', ['hov', 'bar']]]);
  });

  test('a norm stands between quotes, where no typing mistake is forgiven; a number alone needs none', () => {
    expect(asked('nen3140')).toEqual(['"nen3140"']);
    expect(asked('nen3140 lassen')[0]).toMatch(/^"nen3140" /);
    expect(asked('3140')).toEqual(['3140']);
  });

  test('signs are no syntax: a query holds letters, digits, spaces, and quotes of ours around one word', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('-kok', '"', '*', 'a"b', 'c++', 'nen3140', ' ')).map((parts) => parts.join(''))), (tekst) => {
      const ways = zinnen(tekst);
      for (const { q, gezocht } of ways) {
        expect(q).toMatch(/^(?:(?:[\p{L}\p{N}]+|"[\p{L}\p{N}]+")(?: |$))+$/u);
        expect(gezocht.length).toBeLessThanOrEqual(MAX_TERMEN);
      }
    }), { numRuns: 500 });
  });

  test('nothing but signs is nothing to ask', () => {
    expect(zinnen('*** "" --')).toEqual([]);
  });
});

describe('what was also searched', () => {
  const hits = (titel: string): Result => ({ hits: [{ id: 1, _formatted: { tekst: { titel } } }] });
  const zin = (tekst: string) => zinnen(tekst)[0]!;

  test('is the word that a typing mistake stood for', () => {
    expect(alsoSearched(hits('ik ben \u{E000}hovenier\u{E001} in breda'), zin('hoveneir'))).toEqual(['hovenier']);
  });

  test('is a whole word, also where the server marks a part of it', () => {
    expect(alsoSearched(hits('\u{E000}magazijn\u{E001}medewerker'), zin('magazjin'))).toEqual(['magazijnmedewerker']);
  });

  test('is nothing where the word itself, its beginning or another form was found', () => {
    expect(alsoSearched(hits('\u{E000}hov\u{E001}enier'), zin('hov'))).toEqual([]);
    expect(alsoSearched(hits('\u{E000}kok\u{E001}'), zin('koks'))).toEqual([]);
  });
});

describe('a record', () => {
  const document = { tekst: { titel: 'ik zoek werk als magazijnmedewerker', beroep: '', kan: 'tig-lassen', verhaal: '' }, stammen: 'magazijn', velden: { plaats: '', sector: ['zorg'], rijbewijs: [] }, punt: null };

  test('has words without signs, stems beside them, and no empty lists', () => {
    const record = toRecord(7, 3, document);
    expect(record).toMatchObject({ id: 7, rev: 3, tekst: { kan: 'tig lassen' }, velden: { plaats: '\u0001', sector: ['zorg'] } });
    expect(record.stam.titel.split(' ')).toContain('magazijn');
    expect(record.velden).not.toHaveProperty('rijbewijs');
    expect(record).not.toHaveProperty('_geo');
  });

  test('has another hash when it says something else, and the same one at a later change that says the same', () => {
    const hash = toRecord(7, 3, document).hash;
    expect(toRecord(7, 9, document).hash).toBe(hash);
    expect(toRecord(7, 3, { ...document, punt: { lat: 51, lng: 5 } }).hash).not.toBe(hash);
  });
});

test('a mistake of our own is not taken for a fault of the server', () => {
  const own = new TypeError('x is undefined');
  expect(faultOf(own)).toBe(own);
});
