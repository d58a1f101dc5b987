/** What a list shows: chips that can be taken away, facets that stay to be taken back, and ways out of nothing. */
import { describe, expect, it } from 'vitest';
import { ETALAGE } from '#src/domain/kandidaat/etalage.server.ts';
import { chipsOf, facetLabel, facetsOf, pagesOf, waysOut } from '#src/domain/zoeken/beeld.ts';
import { searchSmall } from '#src/domain/zoeken/klein.ts';
import { readZoekvraag, writeZoekvraag, type Lijst } from '#src/domain/zoeken/lijst.ts';

const read = (query: string) => readZoekvraag(ETALAGE, new URLSearchParams(query));
const chips = (query: string) => chipsOf(ETALAGE, read(query), 'Tilburg').map((chip) => [chip.tekst, writeZoekvraag(ETALAGE, chip.zonder)]);

describe('chips', () => {
  it('say each choice in words and lead to the list without it, on its first page', () => {
    expect(chips('q=kok&afstand=15&uren_van=16&uren_tot=32&sector=horeca&taal=ar&pagina=4')).toEqual([
      ['“kok”', 'afstand=15&uren_van=16&uren_tot=32&sector=horeca&taal=ar'], ['15 km rond Tilburg', 'q=kok&uren_van=16&uren_tot=32&sector=horeca&taal=ar'],
      ['16 tot 32 uur', 'q=kok&afstand=15&sector=horeca&taal=ar'], ['Horeca en recreatie', 'q=kok&afstand=15&uren_van=16&uren_tot=32&taal=ar'], ['Arabisch', 'q=kok&afstand=15&uren_van=16&uren_tot=32&sector=horeca'],
    ]);
    expect(chips('uren_van=16')[0]![0]).toBe('Minstens 16 uur');
    expect(chips('uren_tot=12,5')[0]![0]).toBe('Hoogstens 12,5 uur');
    expect(chips('plaats=Tilburg')).toEqual([['Vanaf Tilburg', '']]);
  });

  it('show a value that is nonsense as it is, and never fail on it', () => {
    expect(facetLabel('taal', '<b>')).toBe('<b>');
    expect(facetLabel('taal', 'constructor')).toBe('constructor');
    expect(facetLabel('sector', 'ruimtevaart')).toBe('ruimtevaart');
  });
});

describe('facets', () => {
  it('keep a choice that nobody has, at 0, and leave out what has no values but the hours', () => {
    const facets = facetsOf(ETALAGE, read('sector=groen'), { sector: [{ waarde: 'bouw', aantal: 3 }] });
    expect(facets.map((facet) => facet.naam)).toEqual(['sector', 'uren']);
    expect(facets[0]!.waarden.map((item) => [item.waarde, item.aantal, item.gekozen])).toEqual([['groen', 0, true], ['bouw', 3, false]]);
  });
});

it('shows the first page, the last, and two on either side', () => {
  expect(pagesOf(6, 12)).toEqual([1, 4, 5, 6, 7, 8, 12]);
  expect(pagesOf(1, 1)).toEqual([1]);
});

describe('ways out', () => {
  it('give another word first, the nearest distance that helps, then one choice less; never what gives nobody', async () => {
    const vraag = read('q=hefftr&afstand=10&sector=bouw');
    const counts: Record<string, number> = { 'q=heftruck&afstand=10&sector=bouw': 2, 'q=hefftr&afstand=30&sector=bouw': 1, 'q=hefftr&afstand=50&sector=bouw': 9, 'afstand=10&sector=bouw': 3, 'q=hefftr&sector=bouw': 12 };
    const ways = await waysOut(chipsOf(ETALAGE, vraag, 'Tilburg'), vraag, async (asked) => counts[writeZoekvraag(ETALAGE, asked)] ?? 0, ['heftruck', 'hef']);
    expect(ways.map((way) => [way.tekst, way.aantal])).toEqual([['Zoek op heftruck', 2], ['Zoek tot 30 km', 1], ['Zonder 10 km rond Tilburg', 12], ['Zonder “hefftr”', 3]]);
  });

  it('are none where nothing helps', async () => {
    expect(await waysOut(chipsOf(ETALAGE, read('q=x'), 'Tilburg'), read('q=x'), async () => 0)).toEqual([]);
  });
});

describe('a small list', () => {
  const LIJST: Lijst = { pad: '/werkgevers', bereik: false, facetten: { status: 'Status', sector: 'Sector' }, sorteringen: { naam: 'Op naam' } };
  const firm = (rij: string, status: string, ...sector: string[]) => ({ rij, tekst: rij, velden: { status: [status], sector } });
  const FIRMS = [firm('Bakkerij Jansen', 'aangemeld', 'voeding'), firm('Van Dijk Logistiek', 'geverifieerd', 'logistiek'), firm('Café Dijkzicht', 'geverifieerd', 'horeca', 'logistiek'), firm('Groen BV', 'geweigerd', 'groen')];
  const search = (query: string, size = 50) => searchSmall(LIJST, readZoekvraag(LIJST, new URLSearchParams(query)), FIRMS, size);

  it('finds by every word or its beginning, without accents and capitals', () => {
    expect(search('q=DIJK').rijen).toEqual(['Van Dijk Logistiek', 'Café Dijkzicht']);
    expect(search('q=cafe+dijk').rijen).toEqual(['Café Dijkzicht']);
    expect(search('q=%22%25').rijen).toHaveLength(4);
  });

  it('counts a facet without its own choices, and narrows by all facets together', () => {
    const answer = search('status=geverifieerd&sector=logistiek&sector=horeca');
    expect(answer.rijen).toEqual(['Van Dijk Logistiek', 'Café Dijkzicht']);
    expect(answer.facetten.status).toEqual([{ waarde: 'geverifieerd', aantal: 2 }]);
    expect(answer.facetten.sector).toEqual([{ waarde: 'logistiek', aantal: 2 }, { waarde: 'horeca', aantal: 1 }]);
  });

  it('shows the last page where an address asks for one beyond it', () => {
    expect(search('pagina=99', 3)).toMatchObject({ rijen: ['Groen BV'], pagina: 2, paginas: 2, totaal: 4 });
    expect(search('q=niemand')).toMatchObject({ rijen: [], pagina: 1, paginas: 1, totaal: 0 });
  });
});
