/** Text as long and as odd as a stranger can make it is read in the time of ordinary text. */
import { describe, expect, test } from 'vitest';
import { cleanTitle, splitCompound } from '#src/domain/woorden/analyse.ts';
import { woordenboek } from '#src/domain/woorden/woorden.ts';

const woorden = woordenboek();
const beroep = (text: string) => { const found = woorden.findBeroep(text); return found && woorden.beroepen[found.nr]!.naam; };

function milliseconds(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

describe('20,000 characters take well under a tenth of a second', () => {
  woorden.analyse('magazijnmedewerker');

  test.each([
    ['one known word over and over, with a first letter that fits nowhere', `q${'werk'.repeat(14)} `],
    ['known words with joints between them', `q${'werken'.repeat(9)} `],
    ['known words and a last part that nobody knows', `${'bouwerken'.repeat(6)}xq `],
    ['one letter', 'a'.repeat(20_000)],
  ])('in words of %s', (_naam, word) => {
    const text = word.repeat(Math.ceil(20_000 / word.length)).slice(0, 20_000);
    expect(milliseconds(() => woorden.analyse(text))).toBeLessThan(100);
  });

  test.each(['(', ' ', '1', '1 ', ' - ', '  bij', '!'])('in a title of %j', (piece) => {
    const title = `x${piece.repeat(20_000 / piece.length)}y`;
    expect(milliseconds(() => cleanTitle(title))).toBeLessThan(20);
  });
});

describe('compounds that end in a name of three letters', () => {
  test.each(['restaurantkok', 'hotelkok', 'schoolkok'])('a %s is a kok, and is found under that word', (word) => {
    expect(beroep(word)).toBe('kok');
    expect(woorden.analyse(word)).toContain('kok');
  });

  test('only names of beroepen count, and a short word alone is no compound', () => {
    const kort = new Set(['kok']);
    expect(splitCompound('restaurantkok', new Set(['restaurant']), kort)).toEqual(['restaurant', 'kok']);
    expect(splitCompound('restaurantbar', new Set(['restaurant', 'bar']), kort)).toEqual([]);
    for (const word of ['kok', 'xkok', 'viskok']) expect(splitCompound(word, new Set(['vis']), kort), word).toEqual([]);
  });
});

test('a Warehouse Operator works in the magazijn', () => {
  for (const text of ['Warehouse Operator', 'warehouse operator (m/v) 32 uur']) expect(beroep(text)).toBe('magazijnmedewerker');
});

test('a text longer than any title is still read to its end', () => {
  expect(beroep(`Hovenier bij een kwekerij. ${'zomaar iets '.repeat(100)}orderpicker`)).toBe('hovenier');
  expect(beroep(`${'zomaar iets '.repeat(100)}orderpicker`)).toBe('orderpicker');
});
