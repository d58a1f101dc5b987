/** What must hold for the score of every pair, tried on some hundreds of random ones. The seed is fixed: a red test stays red. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DENKNIVEAUS, RIJBEWIJZEN, TAALNIVEAUS } from '#src/domain/kandidaat/kandidaat.ts';
import { readKandidaat, readVacature, type KandidaatProfiel, type VacatureProfiel } from '#src/domain/match/kenmerken.ts';
import { type Uitleg } from '#src/domain/match/onderdeel.ts';
import { scorePair } from '#src/domain/match/score.ts';
import { distanceKm } from '#src/domain/plaats/plaats.ts';
import { BIEDT, type Biedt } from '#src/domain/vacature/vacature.ts';
import { Woordenboek, readWoorden, woordenboek } from '#src/domain/woorden/woorden.ts';
import { VANDAAG, WAALWIJK } from './paren.ts';
import { CERTIFICATEN, DAGDELEN, baan, persoon, some } from './willekeurig.ts';

fc.configureGlobal({ seed: 20_261_102, numRuns: 400 });

function score(kandidaat: KandidaatProfiel, vacature: VacatureProfiel, woorden = woordenboek()): Uitleg {
  return scorePair(readVacature(vacature, woorden), readKandidaat(kandidaat, woorden), woorden, VANDAAG);
}
/** Holds for every person and job; `better` is that person with one thing better, or undefined when it does not apply; `blur` is what it may cost all the same, in points. */
function neverLowers(better: (kandidaat: KandidaatProfiel, vacature: VacatureProfiel, n: number) => KandidaatProfiel | undefined, blur = 0): void {
  fc.assert(fc.property(persoon, baan, fc.nat(100), (kandidaat, vacature, n) => {
    const improved = better(kandidaat, vacature, n);
    fc.pre(improved !== undefined);
    expect(score(improved, vacature).score).toBeGreaterThanOrEqual(score(kandidaat, vacature).score - blur);
  }));
}
const pick = <T>(values: readonly T[], n: number): T | undefined => values[n % Math.max(1, values.length)];
const distance = (kandidaat: KandidaatProfiel) => (kandidaat.punt ? distanceKm(kandidaat.punt, WAALWIJK) : Number.POSITIVE_INFINITY);
const askedSkills = (vacature: VacatureProfiel) => [...vacature.vaardighedenVereist, ...vacature.vaardighedenGewenst];
const askedProof = (vacature: VacatureProfiel) => [...vacature.certificatenVereist, ...vacature.certificatenGewenst];

describe('the score of any pair', () => {
  it('is the same each time, also with a vocabulary that is read anew', () => {
    const again = new Woordenboek(readWoorden(new URL('../../../src/domain/woorden/gegevens/', import.meta.url)));
    fc.assert(fc.property(persoon, baan, (kandidaat, vacature) => {
      expect(score(kandidaat, vacature, again)).toEqual(score(kandidaat, vacature));
    }), { numRuns: 100 });
    // Reading all words anew takes a second or two.
  }, 20_000);

  it('does not depend on the order of any list of the person or the vacature', () => {
    const turn = <T extends object>(record: T, n: number): T => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, Array.isArray(value) ? [...value.slice(n % (value.length + 1)), ...value.slice(0, n % (value.length + 1))].reverse() : value])) as T;
    fc.assert(fc.property(persoon, baan, fc.nat(10), (kandidaat, vacature, n) => {
      const one = score(kandidaat, vacature);
      const other = score(turn(kandidaat, n), turn(vacature, n + 1));
      expect(other.onderdelen.map((deel) => deel.bijdrage)).toEqual(one.onderdelen.map((deel) => deel.bijdrage));
      expect(other.score).toBe(one.score);
      expect(other.afgevallen === null).toBe(one.afgevallen === null);
      expect(other.tekorten.map((tekort) => tekort.soort).sort()).toEqual(one.tekorten.map((tekort) => tekort.soort).sort());
    }));
  });

  it('lies between 0 and 100 and is to the cent the sum of its parts, none above its weight', () => {
    fc.assert(fc.property(persoon, baan, (kandidaat, vacature) => {
      const uitleg = score(kandidaat, vacature);
      const cents = uitleg.onderdelen.map((deel) => Math.round(deel.bijdrage * 100));
      expect(Math.round(uitleg.score * 100)).toBe(cents.reduce((sum, value) => sum + value, 0));
      expect(uitleg.score).toBe(Math.round(uitleg.score * 100) / 100);
      expect(uitleg.score).toBeGreaterThanOrEqual(0);
      expect(uitleg.score).toBeLessThanOrEqual(100);
      for (const deel of uitleg.onderdelen) expect(deel.bijdrage >= 0 && deel.bijdrage <= deel.gewicht && deel.dekking >= 0 && deel.dekking <= 1).toBe(true);
    }));
  });
});

describe('the score is never lower', () => {
  it('with one more skill that the vacature asks', () => neverLowers((kandidaat, vacature, n) => {
    const skill = pick(askedSkills(vacature).filter((name) => !kandidaat.vaardigheden.includes(name)), n);
    return skill === undefined ? undefined : { ...kandidaat, vaardigheden: [...kandidaat.vaardigheden, skill] };
  }));
  it('by more than a point, with the occupation of the vacature among the wishes', () => neverLowers((kandidaat, vacature) => {
    // A vacature that names one occupation in its title and another beside it calls up both, and a wish for one blurs the other.
    if (vacature.beroep !== null && vacature.beroep !== vacature.titel) return undefined;
    const beroep = vacature.titel;
    // Who was full already by what else is told, tells that less clearly with one more wish.
    return beroep === '' || beroep === 'Medewerker' ? undefined : { ...kandidaat, wensberoepen: [...kandidaat.wensberoepen, beroep] };
  }, 1));
  it('for someone who lives nearer', () => neverLowers((kandidaat, _, n) => kandidaat.punt ? { ...kandidaat, punt: { lat: WAALWIJK.lat + (kandidaat.punt.lat - WAALWIJK.lat) * (n / 101), lng: WAALWIJK.lng + (kandidaat.punt.lng - WAALWIJK.lng) * (n / 101) } } : undefined));
  it('for someone who can work more hours', () => neverLowers((kandidaat, _, n) => ({ ...kandidaat, urenMax: Math.min(48, kandidaat.urenMax + (n % 20)) })));
  it('with one more part of the week', () => neverLowers((kandidaat, _, n) => kandidaat.dagdelen ? { ...kandidaat, dagdelen: [...new Set([...kandidaat.dagdelen, pick(DAGDELEN, n)!])] } : undefined));
  it('with one more certificate', () => neverLowers((kandidaat, _, n) => kandidaat.certificaten ? { ...kandidaat, certificaten: [...new Set([...kandidaat.certificaten, pick(CERTIFICATEN, n)!])] } : undefined));
  it('with one more driving licence', () => neverLowers((kandidaat, _, n) => kandidaat.rijbewijzen ? { ...kandidaat, rijbewijzen: [...new Set([...kandidaat.rijbewijzen, pick(RIJBEWIJZEN, n)!])] } : undefined));
  it('with a higher level in every language', () => neverLowers((kandidaat) => kandidaat.talen ? { ...kandidaat, talen: kandidaat.talen.map(({ taal, niveau }) => ({ taal, niveau: TAALNIVEAUS[Math.min(5, TAALNIVEAUS.indexOf(niveau) + 1)]! })) } : undefined));
  it('with a higher work level', () => neverLowers((kandidaat) => kandidaat.denkniveau ? { ...kandidaat, denkniveau: DENKNIVEAUS[Math.min(3, DENKNIVEAUS.indexOf(kandidaat.denkniveau) + 1)]! } : undefined));
  it('for someone who can start earlier', () => neverLowers((kandidaat) => kandidaat.beschikbaarVanaf ? { ...kandidaat, beschikbaarVanaf: VANDAAG } : undefined));
});

describe('an answer that matches is never worse than no answer', () => {
  type Veld = 'vaardigheden' | 'wensberoepen' | 'ervaring' | 'certificaten' | 'rijbewijzen' | 'talen' | 'denkniveau' | 'dagdelen' | 'beschikbaarVanaf' | 'punt' | 'reisafstandKm' | 'vervoer';
  const reach = { lopend: 3, fiets: 10, brommer: 15, ov: 20, auto: 30 };
  /** Whether what the person answered in this field is (partly) what the vacature asks. */
  const matches: Record<Veld, (kandidaat: KandidaatProfiel, vacature: VacatureProfiel) => boolean> = {
    vaardigheden: (kandidaat, vacature) => kandidaat.vaardigheden.some((name) => askedSkills(vacature).includes(name)),
    wensberoepen: (kandidaat, { beroep }) => beroep !== null && kandidaat.wensberoepen.includes(beroep),
    ervaring: (kandidaat, { beroep }) => kandidaat.ervaring.some((item) => item.beroep === beroep),
    certificaten: (kandidaat, vacature) => kandidaat.certificaten?.some((name) => askedProof(vacature).includes(name)) ?? false,
    rijbewijzen: (kandidaat, vacature) => kandidaat.rijbewijzen?.some((name) => vacature.rijbewijzen.includes(name)) ?? false,
    talen: (kandidaat, vacature) => kandidaat.talen?.some(({ taal, niveau }) => vacature.talen.some((asked) => asked.taal === taal && asked.niveau <= niveau)) ?? false,
    denkniveau: (kandidaat, vacature) => kandidaat.denkniveau !== null && vacature.denkniveau !== null && DENKNIVEAUS.indexOf(kandidaat.denkniveau) >= DENKNIVEAUS.indexOf(vacature.denkniveau),
    // Less than half of the parts asked is less than what a werkmakelaar may hope for of somebody who names none.
    dagdelen: (kandidaat, vacature) => (vacature.dagdelen?.filter((deel) => kandidaat.dagdelen?.includes(deel)).length ?? 0) * 2 >= (vacature.dagdelen?.length ?? Infinity),
    beschikbaarVanaf: (kandidaat, vacature) => kandidaat.beschikbaarVanaf !== null && kandidaat.beschikbaarVanaf <= (vacature.startdatum ?? VANDAAG),
    punt: (kandidaat) => distance(kandidaat) <= (kandidaat.reisafstandKm ?? Math.max(0, ...(kandidaat.vervoer ?? []).map((way) => reach[way]))),
    reisafstandKm: (kandidaat) => kandidaat.reisafstandKm !== null && distance(kandidaat) <= kandidaat.reisafstandKm,
    vervoer: (kandidaat) => distance(kandidaat) <= Math.max(0, ...(kandidaat.vervoer ?? []).map((way) => reach[way])),
  };
  it.each(Object.keys(matches) as Veld[])('so nobody gains by leaving %s empty', (veld) => {
    fc.assert(fc.property(persoon, baan, (kandidaat, vacature) => {
      fc.pre(matches[veld](kandidaat, vacature));
      const without: KandidaatProfiel = { ...kandidaat, [veld]: veld === 'vaardigheden' || veld === 'wensberoepen' || veld === 'ervaring' ? [] : null };
      expect(score(kandidaat, vacature).score).toBeGreaterThanOrEqual(score(without, vacature).score);
    }));
  });
});

describe('what someone needs', () => {
  const REGELT: Record<Biedt, string[]> = {
    'flexibele tijden': ['vaste begintijd', 'extra pauze', 'werk in de ochtend'], 'aangepaste werkplek': ['rustige werkplek', 'stoel op maat'],
    begeleiding: ['uitleg stap voor stap', 'vaste dagstructuur', 'vaste collega als aanspreekpunt'], 'taken splitsen': ['één taak tegelijk'], proefplaatsing: [], scholing: [],
  };
  it('never lowers the score below that of the same person without needs, where the employer offers it', () => {
    fc.assert(fc.property(persoon, baan, some(BIEDT, 6), fc.nat(10), (kandidaat, vacature, biedt, n) => {
      const job = { ...vacature, biedt };
      const nodig = biedt.flatMap((offer) => pick(REGELT[offer], n) ?? []);
      const begeleiding = biedt.includes('begeleiding') ? kandidaat.begeleiding : 'geen';
      expect(score({ ...kandidaat, nodig, begeleiding }, job).score).toBeGreaterThanOrEqual(score({ ...kandidaat, nodig: [], begeleiding: 'geen' }, job).score);
    }));
  });

  it('never lifts the score above that of the same person without needs, and what is missing is a named gap', () => {
    fc.assert(fc.property(persoon, baan, fc.constantFrom(...Object.values(REGELT).flat()), (kandidaat, vacature, wish) => {
      const job = { ...vacature, biedt: [] };
      const uitleg = score({ ...kandidaat, nodig: [wish] }, job);
      expect(uitleg.score).toBeLessThanOrEqual(score({ ...kandidaat, nodig: [] }, job).score);
      expect(uitleg.tekorten).toContainEqual({ soort: 'nodig', tekst: wish, namen: [wish] });
    }));
  });
});

describe('anything at all', () => {
  it('gives a number and a reason, whatever people type', () => {
    const tekst = fc.string({ unit: 'binary', maxLength: 80 });
    fc.assert(fc.property(persoon, baan, tekst, fc.array(tekst, { maxLength: 4 }), (kandidaat, vacature, line, lines) => {
      const uitleg = score({ ...kandidaat, wensberoepen: lines, vaardigheden: lines, ervaring: lines.map((beroep) => ({ beroep })), nodig: lines, certificaten: lines, sectoren: lines }, { ...vacature, titel: line, beroep: line, taken: lines, vaardighedenVereist: lines, certificatenVereist: lines, sector: line });
      expect(uitleg.score).toBeGreaterThanOrEqual(0);
      expect(uitleg.score).toBeLessThanOrEqual(100);
      for (const deel of uitleg.onderdelen) expect(deel.reden).not.toBe('');
    }));
  });
});
