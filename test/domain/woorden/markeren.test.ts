/** Marks follow what the search port found, and never change a letter of somebody's text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, marker, plain } from '#src/domain/woorden/markeren.ts';

const marked = (vraag: string, tekst: string, ook: string[] = []) => marker(vraag, ook)(tekst).filter((stuk) => stuk.raak).map((stuk) => stuk.tekst);

describe('the words that are marked', () => {
  it.each([
    ['heftruck', 'Ik rijd Heftruck.', ['Heftruck']],
    ['planten', 'Een plant, veel planten en een tuin.', ['plant', 'planten']],
    ['hef', 'heftruckchauffeur gezocht', ['heftruckchauffeur']],
    ['magazijn', 'magazijnmedewerker in een magazijn', ['magazijnmedewerker', 'magazijn']],
    ['kok', 'Ik was restaurantkok', ['restaurantkok']],
    ['conciërge', 'Concierge op een school', ['Concierge']],
    ['C++', 'Ik schrijf C++ en C', ['C++']],
    ['de kok van het huis', 'De kok is van ons', ['kok']],
    ['kok tilburg', 'tilburgse kok', ['tilburgse', 'kok']],
    ['kok tilburg', 'kokkerellen', []],
  ])('for %s in "%s" are %j', (vraag, tekst, woorden) => {
    expect(marked(vraag, tekst)).toEqual(woorden);
  });

  it('include what the port searched too because of a typing mistake', () => {
    expect(marked('hefftruck', 'Ik rijd heftruck', ['heftruck'])).toEqual(['heftruck']);
    expect(marked('hefftruck', 'Ik rijd heftruck')).toEqual([]);
  });

  it('are none without a query, or with signs only', () => {
    for (const vraag of ['', '  ', '"-*', 'a']) expect(marked(vraag, 'a "b" - c')).toEqual([]);
    expect(plain('')).toEqual([]);
  });
});

it('gives every text back letter by letter, whatever it is and whatever was asked', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('kok', 'Koken', 'C++', 'naïef', '<b>', '&amp;', ' ', '\n', 'magazijnmedewerker', 'ﬁ', 'e\u0301')).map((parts) => parts.join('')));
  fc.assert(fc.property(text, text, fc.array(text, { maxLength: 3 }), (vraag, tekst, ook) => {
    const stukken = marker(vraag, ook)(tekst);
    expect(stukken.map((stuk) => stuk.tekst).join('')).toBe(tekst);
    expect(stukken.every((stuk) => stuk.tekst !== '')).toBe(true);
  }));
});

describe('an excerpt', () => {
  const lang = 'Ik sta vroeg op en ik kom op tijd. Mijn vorige werk was in een winkel met veel klanten en veel drukte. Daarna leerde ik heftruck rijden in een hal.';

  it('starts with the sentence of the first mark where that would be out of sight', () => {
    const stukken = excerpt(marker('heftruck')(lang));
    expect(stukken.map((stuk) => stuk.tekst).join('')).toBe('… Daarna leerde ik heftruck rijden in een hal.');
  });

  it('is the whole text where the mark is in sight, or where there is none', () => {
    for (const vraag of ['tijd', 'duikboot', '']) expect(excerpt(marker(vraag)(lang)).map((stuk) => stuk.tekst).join('')).toBe(lang);
  });
});
