/** Reading and writing the address of a list: whatever somebody types, it is a question and never an error. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filter } from '#search/engine.ts';
import { ETALAGE } from '#src/domain/kandidaat/etalage.server.ts';
import { addressOf, readZoekvraag, stepsWith, toPort, writeZoekvraag, type Lijst } from '#src/domain/zoeken/lijst.ts';

const read = (query: string) => readZoekvraag(ETALAGE, new URLSearchParams(query));
const KAAL: Lijst = { pad: '/werkgevers', bereik: false, facetten: { status: 'Status' }, sorteringen: { naam: 'Op naam' } };

describe('the address of a list', () => {
  it('is read word by word: Karin wants a heftruck driver within 15 km, 16 to 32 hours, in two sectors', () => {
    expect(read('q=heftruck&plaats=Goirle&afstand=15&uren_van=16&uren_tot=32&sector=logistiek&sector=groen&sorteer=nieuwste&pagina=3')).toMatchObject({
      q: 'heftruck', plaats: 'Goirle', afstand: 15, urenVan: 16, urenTot: 32, sorteer: 'nieuwste', pagina: 3, keuzes: { sector: ['logistiek', 'groen'], beroep: [] }, onbekend: [],
    });
  });

  it('means the same without what is empty, as a form without a script sends it', () => {
    expect(read('q=&plaats=+&afstand=&uren_van=&uren_tot=&sorteer=&sector=')).toEqual(read(''));
  });

  it('names what it does not know and goes on without it', () => {
    const vraag = read('kleur=rood&q=kok&__proto__=x&constructor=y&kleur=blauw');
    expect(vraag.onbekend).toEqual(['kleur', '__proto__', 'constructor']);
    expect(vraag.q).toBe('kok');
    expect(readZoekvraag(KAAL, new URLSearchParams('afstand=5&plaats=Breda&uren_van=8'))).toMatchObject({ afstand: null, plaats: '', urenVan: null, onbekend: ['afstand', 'plaats', 'uren_van'] });
  });

  it.each(['afstand=-5', 'afstand=veel', 'afstand=1e9', 'uren_van=0', 'uren_van=49', 'uren_tot=48', 'uren_tot=NaN', 'pagina=-1', 'pagina=x', 'sorteer=toString', 'sorteer=hoogste+score'])('takes %s for no choice at all', (query) => {
    expect(read(query)).toEqual(read(''));
  });

  it('turns hours around that passed each other, and reads a comma as the Dutch write it', () => {
    expect(read('uren_van=32&uren_tot=16')).toMatchObject({ urenVan: 16, urenTot: 32 });
    expect(read('uren_van=12,5').urenVan).toBe(12.5);
  });

  it('is written in one order, so that the same question is the same address', () => {
    expect(writeZoekvraag(ETALAGE, read('sector=groen&q=kok&sector=bouw&pagina=1'))).toBe('q=kok&sector=bouw&sector=groen');
    expect(writeZoekvraag(ETALAGE, read('sector=bouw&sector=groen&q=kok&sorteer=relevantie'))).toBe('q=kok&sector=bouw&sector=groen');
    expect(addressOf(ETALAGE, read(''))).toBe('/talent');
    expect(addressOf(ETALAGE, read('q=a%26b&pagina=2'))).toBe('/talent?q=a%26b&pagina=2');
  });

  it('never fails, and comes back the same after writing and reading, whatever somebody types', () => {
    const name = fc.oneof(fc.constantFrom('q', 'plaats', 'afstand', 'uren_van', 'uren_tot', 'sorteer', 'pagina', 'sector', 'beroep', 'taal'), fc.string());
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.double().map(String), fc.integer().map(String));
    fc.assert(fc.property(fc.array(fc.tuple(name, value), { maxLength: 40 }), (pairs) => {
      const once = readZoekvraag(ETALAGE, new URLSearchParams(pairs));
      const again = read(writeZoekvraag(ETALAGE, once));
      const sorted = Object.fromEntries(Object.entries(once.keuzes).map(([facet, values]) => [facet, values.toSorted()]));
      expect({ ...again, keuzes: Object.fromEntries(Object.entries(again.keuzes).map(([facet, values]) => [facet, values.toSorted()])) }).toEqual({ ...once, keuzes: sorted, onbekend: [] });
      expect(once.pagina).toBeGreaterThanOrEqual(1);
    }));
  });
});

describe('the question to the search port', () => {
  const opties = { vast: [{ op: 'eq', veld: 'status', waarde: 'open' }], vanaf: { lat: 51.5, lng: 5 }, sortering: { soort: 'relevantie' }, perPagina: 24 } as const;

  it('keeps the scope in front of everything that is chosen, and leaves each facet its own filter', () => {
    const vraag = toPort(ETALAGE, read('sector=bouw&sector=groen&uren_van=16&uren_tot=32&afstand=10'), opties);
    expect(vraag.filter).toEqual({ op: 'and', delen: [
      { op: 'eq', veld: 'status', waarde: 'open' }, { op: 'in', veld: 'sector', waarden: ['bouw', 'groen'] },
      { op: 'gte', veld: 'urenMax', waarde: 16 }, { op: 'lte', veld: 'urenMin', waarde: 32 }, { op: 'within', lat: 51.5, lng: 5, meters: 10_000 },
    ] });
    expect(vraag.facetten?.sector).toBe((vraag.filter as Extract<Filter, { delen: unknown }>).delen[1]);
    expect(vraag.facetten).toHaveProperty('taal', undefined);
  });

  it('leaves distance out where the place is unknown', () => {
    const vraag = toPort(ETALAGE, read('afstand=10'), { ...opties, vast: [], vanaf: undefined });
    expect(vraag.filter).toEqual({ op: 'and', delen: [] });
    expect(vraag).not.toHaveProperty('vanaf');
  });

  it('asks what follows from the clock by its own filter, matches nothing for a value that is none, and counts it elsewhere', () => {
    const afgeleid = { status: { laat: { op: 'lt', veld: 'sluitingsdatum', waarde: '2026-01-01' } } } as const;
    const ask = (query: string) => toPort(KAAL, readZoekvraag(KAAL, new URLSearchParams(query)), { ...opties, vast: [], vanaf: undefined, afgeleid });
    expect(ask('status=laat').filter).toEqual({ op: 'and', delen: [{ op: 'or', delen: [afgeleid.status.laat] }] });
    expect(ask('status=toString').filter).toEqual({ op: 'and', delen: [{ op: 'or', delen: [] }] });
    expect(ask('status=laat').facetten).toEqual({});
  });
});

it('keeps a value that is no step of a slider among the steps', () => {
  expect(stepsWith([5, 10, 15], 12)).toEqual([5, 10, 12, 15]);
  expect(stepsWith([5, 10], 10)).toEqual([5, 10]);
  expect(stepsWith([5, 10], null)).toEqual([5, 10]);
});
