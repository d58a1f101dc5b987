/** What a kandidaat reads about the own match: the professional reasons, in plain words to that person. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KandidaatProfiel, VacatureProfiel } from '#src/domain/match/kenmerken.ts';
import { explainForKandidaat } from '#src/domain/match/uitlegkandidaat.ts';
import { BAS, GRONINGEN, ONBEKEND, ORDERPICKER, SAMIRA, score } from './paren.ts';

const all = (uitleg: ReturnType<typeof explainForKandidaat>) => [uitleg.kort, uitleg.hoe, ...uitleg.vragen, ...uitleg.nodig.flatMap((item) => [item.wat, item.helpt ?? '']), ...uitleg.onderdelen.flatMap((deel) => [deel.naam, deel.hoe, ...deel.redenen])].join('\n');

describe('Samira, who asks why the orderpicker job was suggested', () => {
  const uitleg = explainForKandidaat(score());

  it('reads it in the je form, part by part, with the points that the professionals see', () => {
    expect(uitleg.kort).toBe('Dit werk past heel goed bij je.');
    expect(uitleg.onderdelen.map((deel) => `${deel.naam} ${deel.van}`)).toEqual(['Het werk 45', 'De eisen 20', 'Je tijd 20', 'De reis 15']);
    expect(uitleg.onderdelen.map((deel) => deel.punten)).toEqual(score().onderdelen.map((deel) => Math.round(deel.bijdrage)));
    expect(uitleg.onderdelen[0]!.redenen[0]).toMatch(/^Je wilt dit werk: orderpicker\.$/);
    expect(uitleg.onderdelen[0]!.redenen[1]).toMatch(/^Je vertelt over werk als /);
    expect(all(uitleg)).toContain('Je hebt VCA basis.');
    expect(all(uitleg)).toContain('Je spreekt Nederlands op B1.');
    expect(all(uitleg)).toMatch(/14 km tussen woonplaats en werk; je wilt reizen tot 20 km/);
  });

  it('reads who decides, and what never counts', () => {
    expect(uitleg.hoe).toContain('Een mens beslist');
    expect(uitleg.hoe).toContain('tellen nooit mee');
  });
});

describe('gaps and unknowns', () => {
  it('tell Bas the cook what is still needed and what can help, without a word of blame', () => {
    const uitleg = explainForKandidaat(score(BAS, { certificatenVereist: ['heftruckcertificaat'], biedt: ['proefplaatsing'] }));
    expect(uitleg.nodig).toContainEqual({ wat: 'Je hebt nog geen ervaring met dit werk.', helpt: 'Proefplaatsing: de werkgever biedt dit aan' });
    expect(uitleg.nodig.find((item) => item.wat.includes('heftruckcertificaat'))).toMatchObject({ helpt: 'Scholing voor heftruckcertificaat' });
  });

  it('ask someone of whom nothing is known the questions themselves', () => {
    const { vragen } = explainForKandidaat(score(ONBEKEND, { certificatenVereist: ['VCA basis'], certificatenGewenst: [], rijbewijzen: ['B'] }));
    expect(vragen).toEqual(expect.arrayContaining(['Welk werk wil je doen, en wat heb je al gedaan?', 'Heb je VCA basis?', 'Heb je rijbewijs B?', 'Welke talen spreek je, en hoe goed?', 'Hoe ver wil je reizen, en waarmee?']));
    expect(explainForKandidaat(score({ talen: [{ taal: 'nl', niveau: 'C2' }] }, { talen: [{ taal: 'en', niveau: 'A2' }] })).vragen).toContain('Spreek je Engels op A2?');
  });

  it('say why a job falls out, for Samira and a job in Groningen', () => {
    expect(explainForKandidaat(score({}, { punt: GRONINGEN, plaats: 'Groningen' })).kort).toMatch(/^Dit werk past nu niet: te ver weg: \d+ km en je wilt reizen tot 20 km\.$/);
  });
});

describe('whatever the pair', () => {
  const subset = <T>(items: readonly T[]) => fc.subarray([...items]);
  const kandidaat: fc.Arbitrary<Partial<KandidaatProfiel>> = fc.record({
    wensberoepen: subset(['orderpicker', 'kok', 'hovenier']), ervaring: subset(['orderpicker', 'inpakmedewerker']).map((list) => list.map((beroep) => ({ beroep, maanden: 8 }))), vaardigheden: subset(SAMIRA.vaardigheden), certificaten: fc.option(subset(['VCA basis', 'heftruckcertificaat'])),
    rijbewijzen: fc.option(subset(['B', 'C'] as const)), talen: fc.option(fc.constantFrom([{ taal: 'nl', niveau: 'A1' as const }], [{ taal: 'nl', niveau: 'C1' as const }])), denkniveau: fc.constantFrom(null, 'elementair', 'middelbaar'), urenMin: fc.constantFrom(8, 24), urenMax: fc.constantFrom(24, 32, 40),
    dagdelen: fc.option(subset(['ma-ochtend', 'di-ochtend', 'vr-avond'] as const)), beschikbaarVanaf: fc.constantFrom(null, '2026-10-01', '2027-02-01'), reisafstandKm: fc.constantFrom(null, 5, 20, 50), vervoer: fc.option(subset(['fiets', 'ov'] as const)), nodig: subset(['vaste begintijd', 'rustige werkplek']), begeleiding: fc.constantFrom(null, 'geen', 'licht', 'intensief'),
  }, { noNullPrototype: true });
  const vacature: fc.Arbitrary<Partial<VacatureProfiel>> = fc.record({ titel: fc.constantFrom('Orderpicker', 'Kok', 'Medewerker'), beroep: fc.constantFrom('orderpicker', null), certificatenVereist: subset(['heftruckcertificaat', 'VCA basis']), rijbewijzen: subset(['B', 'C'] as const), denkniveau: fc.constantFrom(null, 'laag', 'hoger'), urenMin: fc.constantFrom(0, 16, 32), urenMax: fc.constantFrom(32, 40), biedt: subset(['proefplaatsing', 'begeleiding', 'scholing', 'flexibele tijden'] as const), punt: fc.constantFrom(ORDERPICKER.punt, GRONINGEN, null) }, { noNullPrototype: true });

  it('the kandidaat is spoken to, never spoken about, and every part has its points', () => {
    fc.assert(fc.property(kandidaat, vacature, (k, v) => {
      const source = score(k, v);
      const uitleg = explainForKandidaat(source);
      expect(all(uitleg)).not.toMatch(/deze kandidaat|hij of zij|(^|\n)(Wil|Kan|Heeft|Werkt|Deed|Is|Spreekt|Kent) |undefined|null|NaN/);
      expect(uitleg.nodig).toHaveLength(source.tekorten.length);
      expect(uitleg.vragen).toHaveLength(source.onbekend.length);
      for (const text of uitleg.nodig) expect(text.wat).toMatch(/^[A-Z].*\.$/);
    }), { numRuns: 300 });
  });
});
