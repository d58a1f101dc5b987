/** What a list shows of a question and its answer: chips, facets, page numbers and ways out of nothing. Pure. */
import type { Facet } from '#search/engine.ts';
import { capital, formatLanguage, formatNumber } from '../../format.ts';
import { woordenboek } from '../woorden/woorden.ts';
import { AFSTANDEN_KM, type Lijst, type Zoekvraag } from './lijst.ts';

/** One choice that is on, with the question as it would be without it. */
export type Chip = { tekst: string; zonder: Zoekvraag };
export type FacetBeeld = { naam: string; label: string; waarden: { waarde: string; tekst: string; aantal: number; gekozen: boolean }[] };
/** A way out of an empty list, with how many it gives. */
export type Uitweg = { tekst: string; vraag: Zoekvraag; aantal: number };

/** A value of a facet as people read it; sectors and languages are stored as codes. */
export function facetLabel(facet: string, waarde: string): string {
  if (facet === 'sector') return woordenboek().findSector(waarde)?.naam ?? waarde;
  if (facet === 'taal') return /^[a-z]{2,3}$/.test(waarde) ? formatLanguage(waarde) : waarde;
  return capital(waarde);
}

/** The choices that are on, in the order of the page. @param rond the place that distance is measured from */
export function chipsOf(lijst: Lijst, vraag: Zoekvraag, rond: string): Chip[] {
  const zonder = (change: Partial<Zoekvraag>): Zoekvraag => ({ ...vraag, pagina: 1, ...change });
  return [
    ...(vraag.q ? [{ tekst: `“${vraag.q}”`, zonder: zonder({ q: '' }) }] : []),
    ...(vraag.afstand !== null ? [{ tekst: `${formatNumber(vraag.afstand)} km rond ${rond}`, zonder: zonder({ afstand: null }) }] : []),
    ...(vraag.afstand === null && vraag.plaats ? [{ tekst: `Vanaf ${rond}`, zonder: zonder({ plaats: '' }) }] : []),
    ...(vraag.urenVan !== null || vraag.urenTot !== null ? [{ tekst: hoursText(vraag.urenVan, vraag.urenTot), zonder: zonder({ urenVan: null, urenTot: null }) }] : []),
    ...Object.keys(lijst.facetten).flatMap((facet) => (vraag.keuzes[facet] ?? []).map((waarde) => ({
      tekst: facetLabel(facet, waarde), zonder: zonder({ keuzes: { ...vraag.keuzes, [facet]: vraag.keuzes[facet]!.filter((other) => other !== waarde) } }),
    }))),
  ];
}

function hoursText(van: number | null, tot: number | null): string {
  if (van === null) return `Hoogstens ${formatNumber(tot!)} uur`;
  return tot === null ? `Minstens ${formatNumber(van)} uur` : `${formatNumber(van)} tot ${formatNumber(tot)} uur`;
}

/** The facets with their counts; the hours always, for their sliders. A choice that nobody has (any more) stays, at 0, so that it can be taken back. */
export function facetsOf(lijst: Lijst, vraag: Zoekvraag, counts: Record<string, Facet>): FacetBeeld[] {
  return Object.entries(lijst.facetten).map(([naam, label]) => {
    const counted = counts[naam] ?? [];
    const chosen = vraag.keuzes[naam] ?? [];
    const missing = chosen.filter((waarde) => !counted.some((item) => item.waarde === waarde)).map((waarde) => ({ waarde, aantal: 0 }));
    return { naam, label, waarden: [...missing, ...counted].map((item) => ({ ...item, tekst: facetLabel(naam, item.waarde), gekozen: chosen.includes(item.waarde) })) };
  }).filter((facet) => facet.waarden.length > 0 || (lijst.bereik && facet.naam === 'uren'));
}

/** The page numbers to show: the first, the last, and two on either side. */
export function pagesOf(pagina: number, paginas: number): number[] {
  return Array.from({ length: paginas }, (_, i) => i + 1).filter((n) => n === 1 || n === paginas || Math.abs(n - pagina) <= 2);
}

/** Choices that are tried without, one by one: each is a search. */
const MAX_WEGEN = 8;
const MAX_GETOOND = 4;

/**
 * Ways out of an empty list, those that give something: another word, further away, then one choice less, most first.
 * @param count how many a question gives
 * @param woorden what may have been meant by the words that were typed
 */
export async function waysOut(chips: readonly Chip[], vraag: Zoekvraag, count: (vraag: Zoekvraag) => Promise<number>, woorden: readonly string[] = []): Promise<Uitweg[]> {
  const next = (change: Partial<Zoekvraag>) => ({ ...vraag, pagina: 1, ...change });
  const counted = async (ways: readonly Omit<Uitweg, 'aantal'>[]) => (await Promise.all(ways.map(async (way) => ({ ...way, aantal: await count(way.vraag) })))).filter((way) => way.aantal > 0);
  const other = await counted(woorden.slice(0, 2).map((woord) => ({ tekst: `Zoek op ${woord}`, vraag: next({ q: woord }) })));
  const wider = await counted(AFSTANDEN_KM.filter((km) => vraag.afstand !== null && km > vraag.afstand).map((km) => ({ tekst: `Zoek tot ${km} km`, vraag: next({ afstand: km }) })));
  const fewer = await counted(chips.slice(0, MAX_WEGEN).map((chip) => ({ tekst: `Zonder ${chip.tekst}`, vraag: chip.zonder })));
  // The nearest distance that gives someone is enough.
  return [...other, ...wider.slice(0, 1), ...fewer.sort((a, b) => b.aantal - a.aantal)].slice(0, MAX_GETOOND);
}
