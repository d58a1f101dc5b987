/** Suggestions while Karin types: occupations, skills and places, quick to find and a little forgiving. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggest } from '#src/domain/woorden/suggesties.server.ts';
import { SUGGESTIE_MAX_TEKENS, prepareNames, suggestFrom, type Naam } from '#src/domain/woorden/suggesties.ts';
import { GeenToegang } from '#src/auth/policy.ts';
import { BEZOEKER, SYSTEEM, useDatabase } from '../../support/database.ts';

useDatabase();

const naam = (soort: Naam['soort'], tekst: string, ...ook: string[]): Naam[] => [tekst, ...ook].map((item) => ({ naam: item, tekst, soort }));
const LIJST = prepareNames([...naam('beroep', 'heftruckchauffeur', 'vorkheftruckchauffeur'), ...naam('beroep', 'kok', 'restaurantkok'), ...naam('beroep', 'zelfstandig werkend kok'), ...naam('vaardigheid', 'heftruck rijden'), ...naam('plaats', 'Helmond'), ...naam('plaats', "'s-Hertogenbosch"), ...naam('plaats', 'Heeze')]);
const from = (typed: string) => suggestFrom(LIJST, typed).map((item) => `${item.soort}: ${item.tekst}`);

describe('a suggestion', () => {
  it('begins with what was typed, occupations before skills before places', () => {
    expect(from('he')).toEqual(['beroep: heftruckchauffeur', 'vaardigheid: heftruck rijden', 'plaats: Helmond', 'plaats: Heeze', "plaats: 's-Hertogenbosch"]);
    expect(from('HEFTRUCK R')).toEqual(['vaardigheid: heftruck rijden']);
  });

  it('is found by another name and by a later word, and stands there once', () => {
    expect(from('vorkhef')).toEqual(['beroep: heftruckchauffeur']);
    expect(from('kok')).toEqual(['beroep: kok', 'beroep: zelfstandig werkend kok']);
    expect(from('hertogen')).toEqual(["plaats: 's-Hertogenbosch"]);
  });

  it('forgives a typing mistake from five letters on, and none in a number or in the first letter', () => {
    expect(from('hefftruck')).toEqual(['beroep: heftruckchauffeur', 'vaardigheid: heftruck rijden']);
    expect(from('heftrukc')).toEqual(['beroep: heftruckchauffeur', 'vaardigheid: heftruck rijden']);
    expect(from('hfe')).toEqual([]);
    expect(from('beftruck')).toEqual([]);
  });

  it.each(['', ' ', 'h', '%', '"*', '\u0000'])('is none for %j', (typed) => { expect(from(typed)).toEqual([]); });
});

describe('the suggestions of the site', () => {
  it('know the vocabulary and the places of the country, for everybody who may look in the window', () => {
    const kinds = (typed: string) => suggest(BEZOEKER, typed).map((item) => `${item.soort}: ${item.tekst}`);
    expect(kinds('orderpi')).toContain('beroep: orderpicker');
    expect(kinds('tilb')).toContain('plaats: Tilburg');
    expect(kinds('heftruck')).toContain('vaardigheid: heftruck rijden');
    expect(() => suggest(SYSTEEM, 'kok')).toThrow(GeenToegang);
  });

  it('are at most ten, whatever is typed, and read no more than the field holds', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ minLength: 1, maxLength: 3 })), (typed) => { expect(suggest(BEZOEKER, typed).length).toBeLessThanOrEqual(10); }), { numRuns: 60 });
    expect(suggest(BEZOEKER, `kok${' '.repeat(SUGGESTIE_MAX_TEKENS)}zzzz`)).toEqual(suggest(BEZOEKER, 'kok'));
  });
});
