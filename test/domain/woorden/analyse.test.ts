/** The Dutch text analysis that indexing, queries and scoring share. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse, cleanTitle, fold, splitCompound, stem, stemKey, tokenize } from '#src/domain/woorden/analyse.ts';
import { editDistance, woordenboek } from '#src/domain/woorden/woorden.ts';

const bekend = woordenboek().bekend;

describe('words', () => {
  test('case and accents make no difference', () => {
    expect(fold('Conciërge')).toBe('concierge');
    expect(tokenize('Café-medewerker, 24 uur!')).toEqual(['cafe', 'medewerker', '24', 'uur']);
    expect(tokenize('conci\u00ebrge')).toEqual(tokenize('concie\u0308rge'));
  });

  test('C++ and C# are words of their own', () => {
    expect(tokenize('C++ en C#')).toEqual(['cplusplus', 'en', 'csharp']);
    expect(tokenize('C')).toEqual(['c']);
  });

  test('one key stands for every way to write the same words', () => {
    expect(stemKey('picken van orders')).toBe(stemKey('orders picken'));
    expect(stemKey('schoonmaaksters')).toBe(stemKey('schoonmaakster'));
    expect(stemKey('de en het')).toBe('');
  });

  test('words with digits and short words keep their form', () => {
    for (const word of ['co2', '3d', 'nen3140', 'kok', 'bhv']) expect(stem(word)).toBe(word);
  });
});

describe('compounds', () => {
  test('a magazijnmedewerker is about magazijn and medewerker', () => {
    expect(splitCompound('magazijnmedewerker', bekend)).toEqual(['magazijn', 'medewerker']);
    expect(analyse('magazijnmedewerker', bekend)).toContain(stem('magazijn'));
  });

  test('the joint between two halves falls away', () => {
    expect(splitCompound('bedieningsmedewerker', new Set(['bediening', 'medewerker']))).toEqual(['bediening', 'medewerker']);
    expect(splitCompound('keukenkastenbouwer', new Set(['keuken', 'kast', 'bouwer'])).map(stem)).toEqual(['keuken', 'kast', 'bouwer'].map(stem));
  });

  test('a word with an unknown part stays whole', () => {
    expect(splitCompound('magazijnblurf', bekend)).toEqual([]);
    expect(splitCompound('kok', bekend)).toEqual([]);
    expect(splitCompound('a'.repeat(61), new Set(['aaaa']))).toEqual([]);
  });

  test('the parts of a compound are always pieces of the word, in order', () => {
    const words = [...bekend].filter((word) => /^[a-z]{4,12}$/.test(word));
    fc.assert(fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }), (parts) => {
      const word = parts.join('');
      let at = 0;
      for (const part of splitCompound(word, bekend)) {
        const found = word.indexOf(part, at);
        expect(found).toBeGreaterThanOrEqual(at);
        at = found + part.length;
      }
    }), { numRuns: 300 });
  });

  test('analysing drops stop words and doubles', () => {
    expect(analyse('het werk en het werk')).toEqual([stem('werk')]);
    expect(analyse('de het een')).toEqual([]);
  });
});

describe('cleanTitle', () => {
  test.each([
    ['Topper gezocht!!! Orderpicker (m/v) bij Van Dijk', 'Orderpicker'],
    ['Hovenier m/v/x 24 - 32 uur', 'Hovenier'],
    ['Kok – Restaurant De Zwaan', 'Kok'],
    ['Chauffeur te Tilburg', 'Chauffeur'],
  ])('leaves of %j only the beroep', (title, expected) => {
    expect(cleanTitle(title)).toBe(expected);
  });

  test('a title of noise alone keeps something to show', () => {
    expect(cleanTitle('Gezocht!')).not.toBe('');
    expect(cleanTitle('(m/v)')).toBe('(m/v)');
  });
});

describe('editDistance', () => {
  /** The same measure without any shortcut. */
  function slow(a: string, b: string): number {
    const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_x, j) => (i === 0 ? j : j === 0 ? i : 0)));
    for (let i = 1; i <= a.length; i++) for (let j = 1; j <= b.length; j++) {
      d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
    }
    return d[a.length]![b.length]!;
  }
  const kort = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 9 });

  test('two neighbours swapped count as one mistake', () => {
    expect(editDistance('hoveneir', 'hovenier', 2)).toBe(1);
    expect(editDistance('kok', 'kok', 0)).toBe(0);
  });

  test('equals the slow count as long as it stays within the limit', () => {
    fc.assert(fc.property(kort, kort, fc.integer({ min: 0, max: 3 }), (a, b, max) => {
      const real = slow(a, b);
      const found = editDistance(a, b, max);
      if (real <= max) expect(found).toBe(real);
      else expect(found).toBeGreaterThan(max);
    }), { numRuns: 1000 });
  });
});

test('no text makes the analysis throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
    analyse(text, bekend);
    stemKey(text);
    cleanTitle(text);
    for (const word of tokenize(text)) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
  }), { numRuns: 500 });
});
