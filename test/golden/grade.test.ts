/** The grading rule, on Samira who packs parcels and a job that packs parcels. */
import { describe, expect, test } from 'vitest';
import { gradePair, type Paar } from './grade.ts';

const KENNIS = { soorten: { inpakken: ['vakken'] }, papieren: { VCA: ['VCA', 'VCA-VOL'] } };
const SAMIRA: Paar = {
  kandidaat: { ref: 'k', voornaam: 'Samira', uren: { min: 20, max: 32 }, plaats: 'Tilburg', reisafstandKm: 10, arbeidsfit: true, certificaten: [], rijbewijzen: [], talen: [{ taal: 'nl', niveau: 'A2' }], dagdelen: ['ma-ochtend', 'di-ochtend'] },
  eigen: { ref: 'k', nu: ['inpakken'], leren: ['heftruck'], nee: [], kanNiet: ['tillen'] },
  vacature: { ref: 'v', werkgever: { naam: 'Van Gool' }, titel: 'Inpakker', uren: { min: 24, max: 36 }, plaats: 'Goirle' },
  blad: { ref: 'v', deel: 'rapport', soort: ['inpakken'], vraagt: [], hard: [] }, km: 4,
};
const grade = (change: (paar: Paar) => void): number => {
  const paar = structuredClone(SAMIRA);
  change(paar);
  return gradePair(paar, KENNIS).graad;
};

describe('the work', () => {
  test.each([['what she does now', 'inpakken', 3], ['what she could learn', 'heftruck', 2], ['what borders on her work', 'vakken', 1], ['other work', 'lassen', 0]] as const)('%s', (_, soort, graad) => {
    expect(grade((paar) => { paar.blad.soort = [soort]; })).toBe(graad);
  });

  test('work she refuses is a no, also where she can do it', () => {
    expect(grade((paar) => { paar.eigen.nee = ['inpakken']; })).toBe(0);
  });
});

describe('what stands in the way', () => {
  test.each<[string, number, (paar: Paar) => void]>([
    ['two km past her reach is no matter', 3, (paar) => { paar.km = 12; }],
    ['somewhat too far costs one', 2, (paar) => { paar.km = 15; }],
    ['half as far again ends it', 0, (paar) => { paar.km = 18; }],
    ['hours that do not meet end it', 0, (paar) => { paar.vacature.uren = { min: 36, max: 40 }; }],
    ['no part of the week in common ends it', 0, (paar) => { paar.vacature.dagdelen = ['za-ochtend']; }],
    ['a weekend she does not have costs one', 2, (paar) => { paar.vacature.dagdelen = ['ma-ochtend', 'di-ochtend', 'za-ochtend']; }],
    ['parts of the week nobody knows cost nothing', 3, (paar) => { paar.vacature.dagdelen = ['za-ochtend']; paar.kandidaat.dagdelen = undefined; }],
    ['a certificate she lacks costs one', 2, (paar) => { paar.vacature.certificaten = { vereist: ['VCA'] }; }],
    ['a hard one ends it', 0, (paar) => { paar.vacature.certificaten = { vereist: ['VCA'] }; paar.blad.hard = ['certificaten']; }],
    ['a hard one nobody asked her about costs one', 2, (paar) => { paar.vacature.certificaten = { vereist: ['VCA'] }; paar.blad.hard = ['certificaten']; paar.kandidaat.certificaten = undefined; }],
    ['another name of the certificate counts', 3, (paar) => { paar.vacature.certificaten = { vereist: ['VCA'] }; paar.kandidaat.certificaten = ['VCA-VOL']; }],
    ['licence C stands for B', 3, (paar) => { paar.vacature.rijbewijzen = ['B']; paar.kandidaat.rijbewijzen = ['C']; }],
    ['one level of Dutch costs one', 2, (paar) => { paar.vacature.talen = [{ taal: 'nl', niveau: 'B1' }]; }],
    ['two levels cost two', 1, (paar) => { paar.vacature.talen = [{ taal: 'nl', niveau: 'B2' }]; }],
    ['guidance that nobody gives costs one', 2, (paar) => { paar.kandidaat.begeleiding = 'intensief'; }],
    ['lifting she cannot do costs two', 1, (paar) => { paar.blad.vraagt = ['tillen']; }],
    ['and one where tasks can be split', 2, (paar) => { paar.blad.vraagt = ['tillen']; paar.vacature.biedt = ['taken splitsen']; }],
  ])('%s', (_, graad, change) => {
    expect(grade(change)).toBe(graad);
  });
});
