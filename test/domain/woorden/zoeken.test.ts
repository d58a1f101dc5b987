/** Looking a beroep, vaardigheid or certificaat up by whatever people write. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { woordenboek, type Gevonden } from '#src/domain/woorden/woorden.ts';

const woorden = woordenboek();
const beroep = (text: string) => { const found = woorden.findBeroep(text); return found && woorden.beroepen[found.nr]!.naam; };
const vaardigheid = (text: string) => { const found = woorden.findVaardigheid(text); return found && woorden.vaardigheden[found.nr]!.naam; };
const certificaat = (text: string) => { const found = woorden.findCertificaat(text); return found && woorden.certificaten[found.nr]!.naam; };

describe('findBeroep', () => {
  test('every name and synonym in the list leads to its own beroep, with full certainty', () => {
    for (const { nr, naam, synoniemen } of woorden.beroepen) {
      for (const term of [naam, ...synoniemen]) expect(woorden.findBeroep(term), `${naam}: ${term}`).toEqual({ nr, zekerheid: 1, andere: [] });
    }
  });

  test.each([
    ['Samira, who is an orderpickster', 'orderpickster', 'orderpicker'],
    ['Piet, who shouts', 'HOVENIER', 'hovenier'],
    ['a colleague who writes with accents', 'Órderpicker', 'orderpicker'],
    ['Van Dijk, who asks for several at once', 'orderpickers', 'orderpicker'],
    ['Fatima, who writes cleaners in the plural', 'schoonmaaksters', 'schoonmaker'],
    ['Jan, who turns the words round', 'medewerker magazijn', 'magazijnmedewerker'],
    ['Kees, who leaves a space in the word', 'order picker', 'orderpicker'],
  ])('understands %s', (_wie, text, expected) => {
    expect(beroep(text)).toBe(expected);
  });

  test.each([
    ['Topper gezocht!!! Orderpicker (m/v) bij Van Dijk', 'orderpicker'],
    ['ORDERPICKER GEZOCHT!', 'orderpicker'],
    ['Wij zoeken een enthousiaste hovenier m/v/x', 'hovenier'],
    ['Orderpicker 24-32 uur', 'orderpicker'],
    ['Ervaren lasser gezocht - Tilburg', 'lasser'],
    ['Schoonmaker bij een basisschool', 'schoonmaker'],
    ['"Kok" | Restaurant De Zwaan', 'kok'],
  ])('sees past the noise in the title %s', (title, expected) => {
    expect(beroep(title)).toBe(expected);
  });

  test.each([
    ['orderpiker', 'orderpicker'],
    ['heftruckchauffer', 'heftruckchauffeur'],
    ['magazijnmedwerker', 'magazijnmedewerker'],
    ['hoveneir', 'hovenier'],
  ])('forgives the typo in %s, with less certainty than the right spelling', (typed, expected) => {
    expect(beroep(typed)).toBe(expected);
    expect(woorden.findBeroep(typed)!.zekerheid).toBeLessThan(woorden.findBeroep(expected)!.zekerheid);
  });

  test('takes the head of a compound that is in no list', () => {
    const found = woorden.findBeroep('voorraadmagazijnmedewerker');
    expect(found && woorden.beroepen[found.nr]!.naam).toBe('magazijnmedewerker');
    expect(found!.zekerheid).toBeLessThanOrEqual(0.6);
  });

  test('names the other beroepen that a title with two jobs could mean', () => {
    const found = woorden.findBeroep('kok of bakker in een hotel')!;
    const names = [found.nr, ...found.andere].map((nr) => woorden.beroepen[nr]!.naam);
    expect(names).toContain('kok');
    expect(names).toContain('bakker');
  });

  test('takes the head of a compound that names the doing: kamerschoonmaak is the work of a schoonmaker', () => {
    expect(beroep('kamerschoonmaak')).toBe('schoonmaker');
  });

  test('says what else a compound or a typing mistake could be', () => {
    const others = (text: string) => woorden.findBeroep(text)!.andere.map((nr) => woorden.beroepen[nr]!.naam);
    expect(others('schoonmakr')).toContain('schoenmaker');
    expect(others('voorraadmagazijnmedewerker')).toContain('inventarisatiemedewerker');
    expect(others('orderpicker')).toEqual([]);
  });

  test.each(['', '   ', '!!!', '***', 'xyzzy', '12345', '日本語', '(m/v)'])('finds nothing in %j rather than guessing', (text) => {
    expect(woorden.findBeroep(text)).toBeUndefined();
  });
});

describe('findVaardigheid, findCertificaat and findSector', () => {
  test('every name and synonym of a vaardigheid and a certificaat leads to itself', () => {
    for (const { nr, naam, synoniemen } of woorden.vaardigheden) for (const term of [naam, ...synoniemen]) expect(woorden.findVaardigheid(term)?.nr, term).toBe(nr);
    for (const { nr, naam, synoniemen } of woorden.certificaten) for (const term of [naam, ...synoniemen]) expect(woorden.findCertificaat(term)?.nr, term).toBe(nr);
  });

  test('Samira may say in her own words that she can pick orders', () => {
    for (const text of ['orderpicken', 'ORDERPICKEN', 'orders picken', 'Kan goed orderpicken']) expect(vaardigheid(text), text).toBe('orderpicken');
  });

  test('a certificaat is found under its usual names and with a typo', () => {
    for (const text of ['VCA basis', 'vca-basis', 'VCA']) expect(certificaat(text), text).toBe('VCA basis');
    expect(certificaat('heftruckcertifcaat')).toBe(certificaat('heftruckcertificaat'));
    expect(certificaat('een leuk papiertje')).toBeUndefined();
  });

  test('Tomasz, who writes only "reachtruck" among his certificaten, has the paper for it', () => {
    for (const [text, naam] of [['Reachtruck', 'reachtruckcertificaat'], ['heftruck', 'heftruckcertificaat'], ['EPT', 'EPT-certificaat']] as const) expect(certificaat(text), text).toBe(naam);
    for (const text of ['certificaat', 'fiets', 'orderpicker']) expect(certificaat(text), text).toBeUndefined();
  });

  test('a sector is found by id, name and synonym, whatever the case', () => {
    for (const text of ['logistiek', 'LOGISTIEK', ' Logistiek ', 'warehousing']) expect(woorden.findSector(text)?.id, text).toBe('logistiek');
    expect(woorden.findSector('')).toBeUndefined();
    expect(woorden.findSector('logi')).toBeUndefined();
  });
});

describe('whatever people type', () => {
  const geldig = (found: Gevonden | undefined, count: number) => {
    if (!found) return;
    expect(found.zekerheid).toBeGreaterThan(0);
    expect(found.zekerheid).toBeLessThanOrEqual(1);
    for (const nr of [found.nr, ...found.andere]) expect(Number.isInteger(nr) && nr >= 0 && nr < count).toBe(true);
    expect(found.andere).not.toContain(found.nr);
  };
  const termen = woorden.beroepen.flatMap(({ naam, synoniemen }) => [naam, ...synoniemen]);
  const rommel = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.array(fc.constantFrom(...termen, 'm/v', '(', ')', '!', '-', '|', 'bij', '24', 'uur', 'C++', 'ß', 'ﬁ', '\u0000', '𝕜𝕠𝕜', '__proto__', 'constructor'), { maxLength: 12 }).map((parts) => parts.join(' ')),
  );

  test('the look-ups never throw and only answer with what is in the lists', () => {
    fc.assert(fc.property(rommel, (text) => {
      geldig(woorden.findBeroep(text), woorden.beroepen.length);
      geldig(woorden.findVaardigheid(text), woorden.vaardigheden.length);
      geldig(woorden.findCertificaat(text), woorden.certificaten.length);
      woorden.findSector(text);
    }), { numRuns: 600 });
  });

  test('the same text gets the same answer, also in another order of asking', () => {
    const titles = ['orderpicker', 'hoveneir', 'kok of bakker', 'xyzzy', 'medewerker magazijn'];
    const first = titles.map((title) => woorden.findBeroep(title));
    expect([...titles].reverse().map((title) => woorden.findBeroep(title)).reverse()).toEqual(first);
  });

  test('the name of a beroep is found whatever its case', () => {
    fc.assert(fc.property(fc.constantFrom(...woorden.beroepen), fc.boolean(), ({ nr, naam }, upper) => {
      expect(woorden.findBeroep(upper ? naam.toUpperCase() : `  ${naam}  `)?.nr).toBe(nr);
    }), { numRuns: 200 });
  });

  test('20,000 letters without a space and 5,000 words are read like any other text', () => {
    expect(() => woorden.findBeroep('a'.repeat(20_000))).not.toThrow();
    expect(beroep(`${'zomaar iets '.repeat(2500)}orderpicker`)).toBe('orderpicker');
  });
});
