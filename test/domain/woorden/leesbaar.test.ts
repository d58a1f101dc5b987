/** How easy a text reads: known syllables, texts that are known to be easy or hard, and what the measure cannot see. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GOED_VANAF, MIN_WOORDEN, countSyllables, leesbaarheid, noemLeesbaarheid, splitSentences } from '#src/domain/woorden/leesbaar.ts';

const MAKKELIJK = 'Ik werk graag met mijn handen. In de kas heb ik planten gesnoeid en dozen gevuld. Ik kom elke dag op tijd. Mijn collega zei dat ik rustig blijf als het druk is.';
const MOEILIJK = 'Gezien mijn ruime ervaring met uiteenlopende werkzaamheden binnen multidisciplinaire organisaties beschik ik over de competenties om zelfstandig verantwoordelijkheden te dragen, waarbij ik middels proactieve communicatie de samenwerking faciliteer.';

describe('syllables', () => {
  it.each([['kas', 1], ['leeuw', 1], ['avond', 2], ['oma', 2], ['koeien', 2], ['museum', 3], ['ideeën', 3], ['België', 3], ['creatief', 3], ['beoordeling', 4], ['magazijnmedewerker', 7], ['verantwoordelijkheden', 7]])('of %s are %i', (word, count) => {
    expect(countSyllables(word)).toBe(count);
    expect(countSyllables(word.toUpperCase())).toBe(count);
  });
});

describe('a text', () => {
  it('of short sentences and short words is good to read, and nothing is said about it', () => {
    const found = leesbaarheid(MAKKELIJK);
    expect(found).toMatchObject({ zinnen: 4, langeZinnen: [], langeWoorden: [], moeilijk: [] });
    expect(found.score).toBeGreaterThanOrEqual(80);
  });

  it('from a letter of application is hard, and each hard word has an easier one', () => {
    const found = leesbaarheid(MOEILIJK);
    expect(found.score).toBeLessThan(GOED_VANAF - 30);
    expect(found.langeZinnen.map(({ woorden }) => woorden)).toEqual([28]);
    expect(found.langeWoorden).toContain('verantwoordelijkheden');
    expect(found.moeilijk.map(({ woord, beter }) => `${woord}: ${beter}`)).toEqual(expect.arrayContaining(['werkzaamheden: werk', 'middels: met', 'competenties: wat ik kan']));
    expect(found.moeilijk.map(({ woord }) => woord)).toEqual(expect.arrayContaining(['proactieve', 'faciliteer']));
  });

  it('is weighed by the formula of Douma: ten words of one syllable in a sentence give 206.84 − 77 − 9.3, cut off at 100', () => {
    expect(leesbaarheid('De kat zit op de mat en eet een vis. De hond ligt op de bank en eet een bot.').score).toBe(100);
    // Two sentences of 8 words, 2 syllables each: 206.84 − 154 − 7.44.
    expect(leesbaarheid(`${'water '.repeat(8).trim()}. ${'water '.repeat(8).trim()}.`).score).toBe(45);
  });

  it('that is too short gets no figure, however hard its words', () => {
    expect(leesbaarheid('Multidisciplinaire verantwoordelijkheden.').score).toBeNull();
    expect(leesbaarheid('').score).toBeNull();
    expect(leesbaarheid('kas '.repeat(MIN_WOORDEN)).score).not.toBeNull();
  });

  it('in lines counts each line as a sentence', () => {
    expect(splitSentences('Snoeien\nMaaien. En harken!\n\n123')).toEqual(['Snoeien', 'Maaien.', 'En harken!']);
  });

  it('that makes no sense but is short still passes: the formula sees lengths only', () => {
    expect(leesbaarheid('Dak vis de op ga. Hoe nee bal dan pen. Tas wie uit lok bed. Rok om tel kip vaas.').score).toBeGreaterThanOrEqual(GOED_VANAF);
  });

  it('of any signs gives a figure between 0 and 100 or none, never an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => { const { score } = leesbaarheid(text); expect(score === null || (score >= 0 && score <= 100)).toBe(true); }));
  });

  it('has its figure in words as well', () => {
    expect([95, 60, 59, 10].map(noemLeesbaarheid)).toEqual(['heel makkelijk te lezen', 'goed te lezen', 'lastig te lezen', 'moeilijk te lezen']);
  });
});
