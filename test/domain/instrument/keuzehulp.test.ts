import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keuzehulp, MAX_ADVIES, MAX_VRAGEN, toetsKeuzehulp } from '#src/domain/instrument/keuzehulp.ts';
import { vragen } from '#src/domain/instrument/keuzevragen.ts';

const genoemd = [...new Set(vragen.flatMap((vraag) => vraag.antwoorden.flatMap((antwoord) => antwoord.advies.map((regel) => regel.instrument))))];
const boek = genoemd.map((id) => ({ id, status: 'actueel' as const }));

describe('keuzehulp', () => {
  test('er zijn ten hoogste zes vragen, elk met een eigen id', () => {
    expect(vragen.length).toBeLessThanOrEqual(MAX_VRAGEN);
    expect(new Set(vragen.map((vraag) => vraag.id)).size).toBe(vragen.length);
  });

  test.each(vragen.map((vraag) => [vraag.id, vraag] as const))('vraag %s heeft eigen antwoorden met redenen', (_id, vraag) => {
    expect(new Set(vraag.antwoorden.map((antwoord) => antwoord.id)).size).toBe(vraag.antwoorden.length);
    for (const { advies } of vraag.antwoorden) {
      expect(new Set(advies.map((regel) => regel.instrument)).size).toBe(advies.length);
      for (const { reden } of advies) expect(reden).toMatch(/\.$/);
    }
  });

  test('begint bij de eerste vraag, zonder lijst', () => {
    expect(keuzehulp({})).toEqual({ gegeven: [], volgende: vragen[0], advies: [] });
  });

  test('een antwoord geeft al een lijst en een volgende vraag', () => {
    const stand = keuzehulp({ doel: 'aannemen' });
    expect(stand.volgende?.id).toBe('medewerker');
    expect(stand.advies.map((regel) => regel.instrument)).toContain('loonkostensubsidie');
  });

  test('iemand uit het doelgroepregister aannemen', () => {
    const stand = keuzehulp({ doel: 'aannemen', medewerker: 'register' });
    expect(stand.volgende).toBeNull();
    expect(stand.advies.map((regel) => regel.instrument)).toEqual(
      ['no-riskpolis', 'lkv-banenafspraak', 'banenafspraak', 'loonkostensubsidie', 'jobcoach-extern']);
  });

  test('een onbekend antwoord stelt dezelfde vraag opnieuw', () => {
    const stand = keuzehulp({ doel: 'aannemen', medewerker: 'iets anders' });
    expect(stand.volgende?.id).toBe('medewerker');
    expect(stand.gegeven).toHaveLength(1);
  });

  test('antwoorden op vragen die niet gesteld zijn, tellen niet', () => {
    expect(keuzehulp({ intentie: 'ja' }).gegeven).toEqual([]);
    expect(keuzehulp({ doel: 'leren', intentie: 'ja' }).volgende?.id).toBe('leren');
  });

  test('elke reeks antwoorden eindigt binnen zes vragen in een korte lijst', () => {
    fc.assert(fc.property(fc.infiniteStream(fc.nat()), (keuzes) => {
      const antwoorden: Record<string, string> = {};
      let stand = keuzehulp(antwoorden);
      while (stand.volgende) {
        const { id, antwoorden: mogelijk } = stand.volgende;
        antwoorden[id] = mogelijk[keuzes.next().value! % mogelijk.length]!.id;
        stand = keuzehulp(antwoorden);
        expect(stand.gegeven.length).toBeLessThanOrEqual(MAX_VRAGEN);
      }
      expect(stand.advies.length).toBeGreaterThanOrEqual(1);
      expect(stand.advies.length).toBeLessThanOrEqual(MAX_ADVIES);
    }));
  });
});

describe('toetsKeuzehulp', () => {
  test('is tevreden als elk genoemd instrument actueel is', () => {
    expect(toetsKeuzehulp(boek)).toEqual([]);
  });

  test('noemt een instrument dat nergens uit volgt', () => {
    expect(toetsKeuzehulp([...boek, { id: 'nieuw', status: 'actueel' }])).toEqual(['Keuzehulp: geen antwoord leidt naar nieuw.']);
  });

  test('noemt een vervallen instrument dat nog wordt aangeraden', () => {
    const fouten = toetsKeuzehulp(boek.map((regel) => (regel.id === 'scholing' ? { ...regel, status: 'vervallen' as const } : regel)));
    expect(fouten).toContain('Keuzehulp: leren / certificaat noemt scholing, maar dat is geen actueel instrument.');
  });
});
