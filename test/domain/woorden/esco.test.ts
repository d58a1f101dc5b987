/** Words of ESCO beside our own: own names win, other names and skills join, and the rest becomes work of its own. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from '#src/domain/woorden/analyse.ts';
import { readWoorden } from '#src/domain/woorden/bestand.ts';
import type { EscoBeroep, EscoGegevens } from '#src/domain/woorden/esco.ts';
import { Woordenboek } from '#src/domain/woorden/woorden.ts';

const bestanden = readWoorden(new URL('../../../src/domain/woorden/gegevens/', import.meta.url));
const eigen = new Woordenboek(bestanden);
const werk = (naam: string, isco: string, rest: Partial<EscoBeroep> = {}): EscoBeroep => ({ uri: `http://esco.example/${naam}`, naam, isco, synoniemen: [], essentieel: [], optioneel: [], ...rest });
const vaardigheden = [
  { naam: 'imkeruitrusting onderhouden', synoniemen: ['bijenkasten onderhouden'] }, { naam: 'honing slingeren', synoniemen: ['honing oogsten'] },
  { naam: 'bijenvolken verzorgen', synoniemen: [] }, { naam: 'orders verzamelen', synoniemen: ['bestellijsten afwerken'] },
];
const ESCO: EscoGegevens = {
  vaardigheden,
  beroepen: [
    werk('imker/imkerin', '6123', { synoniemen: ['bijenhouder', 'orderpicker'], essentieel: [0, 1, 2] }),
    werk('koninginnenteler', '6123', { essentieel: [1, 2, 0] }),
    werk('orderverzamelaar', '9333', { synoniemen: ['goederenverzamelaar', 'heftruckchauffeur'], essentieel: [3, 0], optioneel: [1] }),
    werk('picker van bestellingen', '9333', { synoniemen: ['orderpicker'] }),
    werk('kernfysicus', '2111', { synoniemen: ['kok'] }),
    werk('medewerker/medewerkster paddenstoelenteelt', '6111'),
  ],
};
const woorden = new Woordenboek(bestanden, ESCO);
const beroep = (text: string) => { const found = woorden.findBeroep(text); return found && woorden.beroepen[found.nr]!; };
const eigenNamen = eigen.beroepen.flatMap(({ naam, synoniemen }) => [naam, ...synoniemen]);

describe('work that only ESCO knows', () => {
  test('is found by its name, by both forms and by its other names', () => {
    for (const text of ['imker', 'Imkerin', 'imker/imkerin', 'bijenhouder', 'bijenhoudster']) expect(beroep(text)?.naam, text).toBe('imker/imkerin');
    expect(beroep('medewerkster paddenstoelenteelt')?.naam).toBe('medewerker/medewerkster paddenstoelenteelt');
  });

  test('has its skills, and is near to work with the same skills and the same ISCO group', () => {
    const imker = beroep('imker')!;
    expect(woorden.kern[imker.nr]!.map((nr) => woorden.vaardigheden[nr]!.naam)).toEqual(['imkeruitrusting onderhouden', 'honing slingeren', 'bijenvolken verzorgen']);
    expect(woorden.verwant[imker.nr]!.get(beroep('koninginnenteler')!.nr)).toBeCloseTo(0.75);
    expect(woorden.findVaardigheid('bijenkasten onderhouden')?.nr).toBe(woorden.kern[imker.nr]![0]);
  });

  test('gets the sector that our own work in its ISCO group has, or none', () => {
    expect(beroep('imker')?.sector).toBe('groen');
    expect(beroep('medewerker paddenstoelenteelt')?.sector).toBe('groen');
    expect(beroep('kernfysicus')).toMatchObject({ sector: null, niveau: 'hoger' });
  });
});

describe('work that both know', () => {
  test('stays one occupation, which learns the other names and the skills', () => {
    const orderpicker = beroep('orderpicker')!;
    expect(beroep('goederenverzamelaar')).toBe(orderpicker);
    expect(beroep('picker van bestellingen')).toBe(orderpicker);
    expect(orderpicker.kern).toEqual(eigen.beroepById('orderpicker')!.kern);
    expect(orderpicker.escoKern).toEqual(['imkeruitrusting onderhouden']);
    expect(orderpicker.extra).toContain('honing slingeren');
  });

  test('a skill with one of our names is that skill, with more names', () => {
    expect(woorden.vaardigheden[woorden.findVaardigheid('bestellijsten afwerken')!.nr]!.naam).toBe('orderpicken');
    expect(woorden.vaardigheden.length).toBe(eigen.vaardigheden.length + 3);
  });

  test('another name in ESCO takes nothing from our own work', () => {
    expect(beroep('heftruckchauffeur')?.id).toBe('heftruckchauffeur');
    expect(beroep('kok')?.naam).toBe('kok');
    for (const name of eigenNamen) expect(woorden.findBeroep(name)?.nr, name).toBe(eigen.findBeroep(name)?.nr);
  });

  test('what is near to what does not change between our own occupations without shared words of ESCO', () => {
    const lasser = eigen.beroepById('lasser')!.nr;
    expect([...woorden.verwant[lasser]!]).toEqual([...eigen.verwant[lasser]!]);
  });
});

test('whatever ESCO holds, every name means one thing, our own names mean what they meant, and relations go both ways', () => {
  const name = fc.oneof(fc.constantFrom(...eigenNamen), fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('a/b', 'kok/kokkin', '/', '', 'de het een', 'ß', '__proto__'));
  const skill = fc.record({ naam: name, synoniemen: fc.array(name, { maxLength: 4 }) });
  const esco = fc.record({ vaardigheden: fc.array(skill, { minLength: 3, maxLength: 6 }), beroepen: fc.array(fc.record({ uri: fc.webUrl(), naam: name, isco: fc.constantFrom('9333', '5120', '0110', '6123'), synoniemen: fc.array(name, { maxLength: 4 }), essentieel: fc.array(fc.nat(2)), optioneel: fc.array(fc.nat(2)) }), { maxLength: 8 }) });
  fc.assert(fc.property(esco, (gegevens) => {
    const both = new Woordenboek(bestanden, gegevens);
    const owner = new Map<string, number>();
    for (const { nr, naam, synoniemen } of both.beroepen) for (const term of [naam, ...synoniemen].map((text) => tokenize(text).join(' '))) if (term !== '') {
      expect(owner.get(term) ?? nr, term).toBe(nr);
      owner.set(term, nr);
    }
    for (const { nr, naam } of eigen.beroepen) expect(both.findBeroep(naam)?.nr, naam).toBe(nr);
    for (const [a, near] of both.verwant.entries()) for (const [b, value] of near) {
      expect(both.verwant[b]!.get(a)).toBe(value);
      expect(value > 0 && value <= 1 && a !== b).toBe(true);
    }
  }), { numRuns: 15 });
}, 60_000);
