/**
 * Lists that are searched by their address: what a list offers, how its address is read and written, and what it asks
 * of the search port. The etalage and the lists of the professionals share this. Pure.
 */
import { z } from 'zod';
import type { Filter, Sortering, Vraag } from '#search/engine.ts';

export type Lijst = {
  pad: string;
  /** Name in the address, which is also the field in the index → what people read above it. */
  facetten: Readonly<Record<string, string>>;
  /** Name in the address → what people read; the first counts when none is named. */
  sorteringen: Readonly<Record<string, string>>;
  /** Whether one can ask for a distance and for hours a week. */
  bereik: boolean;
};

/** What someone asks of a list. Hours and distance are null when they do not matter. */
export type Zoekvraag = {
  q: string; plaats: string; afstand: number | null; urenVan: number | null; urenTot: number | null;
  sorteer: string; pagina: number; keuzes: Record<string, string[]>;
  /** Names in the address that this list does not know. */
  onbekend: string[];
};

/** Steps of the slider for distance, in km. */
export const AFSTANDEN_KM = [5, 10, 15, 30, 50] as const;
/** Steps of the sliders for hours a week. */
export const UREN = [8, 12, 16, 20, 24, 28, 32, 36, 40] as const;
/** The steps of a slider, and the value of the address where that is none of them. */
export function stepsWith(steps: readonly number[], value: number | null): number[] {
  return [...new Set([...steps, ...(value === null ? [] : [value])])].sort((a, b) => a - b);
}

const MAX_VALUES = 20;
const WEEK = 48;
const clip = (value: string) => value.slice(0, 120);

/** Reads an address. What is not understood is named in `onbekend` and otherwise ignored; never an error. */
export function readZoekvraag(lijst: Lijst, params: URLSearchParams): Zoekvraag {
  const facetten = Object.keys(lijst.facetten);
  const known = new Set(['q', 'sorteer', 'pagina', ...facetten, ...(lijst.bereik ? ['plaats', 'afstand', 'uren_van', 'uren_tot'] : [])]);
  const number = (name: string, min: number, max: number) => {
    const value = z.coerce.number().min(min).max(max).safeParse(params.get(name)?.replace(',', '.').trim() || undefined);
    return known.has(name) && value.success ? value.data : null;
  };
  const [van, tot] = [number('uren_van', 1, WEEK), number('uren_tot', 1, WEEK - 1)];
  // Two sliders that passed each other mean the hours between them.
  const turned = van !== null && tot !== null && van > tot;
  const sorteer = params.get('sorteer') ?? '';
  return {
    q: (params.get('q') ?? '').trim().slice(0, 200), plaats: known.has('plaats') ? clip((params.get('plaats') ?? '').trim()) : '', afstand: number('afstand', 1, 200),
    urenVan: turned ? tot : van, urenTot: turned ? van : tot,
    sorteer: Object.hasOwn(lijst.sorteringen, sorteer) ? sorteer : Object.keys(lijst.sorteringen)[0]!,
    pagina: Math.trunc(number('pagina', 1, 100_000) ?? 1),
    keuzes: Object.fromEntries(facetten.map((facet) => [facet, [...new Set(params.getAll(facet).map(clip).filter((value) => value.trim() !== ''))].slice(0, MAX_VALUES)])),
    onbekend: [...new Set(params.keys())].filter((key) => !known.has(key)).map(clip).slice(0, MAX_VALUES),
  };
}

/** The query of the address in one fixed order, without what is unknown or does not matter; '' when nothing is asked. */
export function writeZoekvraag(lijst: Lijst, vraag: Zoekvraag): string {
  const params = new URLSearchParams();
  if (vraag.q) params.set('q', vraag.q);
  if (vraag.plaats) params.set('plaats', vraag.plaats);
  if (vraag.afstand !== null) params.set('afstand', String(vraag.afstand));
  if (vraag.urenVan !== null) params.set('uren_van', String(vraag.urenVan));
  if (vraag.urenTot !== null) params.set('uren_tot', String(vraag.urenTot));
  for (const facet of Object.keys(lijst.facetten)) for (const value of [...(vraag.keuzes[facet] ?? [])].sort()) params.append(facet, value);
  if (vraag.sorteer !== Object.keys(lijst.sorteringen)[0]) params.set('sorteer', vraag.sorteer);
  if (vraag.pagina > 1) params.set('pagina', String(vraag.pagina));
  return params.toString();
}

/** The address of the list with this question. */
export function addressOf(lijst: Lijst, vraag: Zoekvraag): string {
  const query = writeZoekvraag(lijst, vraag);
  return query ? `${lijst.pad}?${query}` : lijst.pad;
}

export type PortOpties = {
  /** What always holds, whatever is asked: the scope of who looks. */
  vast: readonly Filter[];
  vanaf: { lat: number; lng: number } | undefined;
  sortering: Sortering;
  perPagina: number;
  /** Facets that follow from the clock and stand in no index: value → its filter. */
  afgeleid?: Readonly<Record<string, Readonly<Record<string, Filter>>>>;
};

/** The question to the search port. Choices within one facet widen, facets together narrow. */
export function toPort(lijst: Lijst, vraag: Zoekvraag, { vast, vanaf, sortering, perPagina, afgeleid = {} }: PortOpties): Vraag {
  const eigen: Record<string, Filter> = {};
  for (const facet of Object.keys(lijst.facetten)) {
    const gekozen = vraag.keuzes[facet] ?? [];
    const derived = afgeleid[facet];
    if (gekozen.length > 0) eigen[facet] = derived ? { op: 'or', delen: gekozen.flatMap((value) => (Object.hasOwn(derived, value) ? [derived[value]!] : [])) } : { op: 'in', veld: facet, waarden: gekozen };
  }
  const delen: Filter[] = [...vast, ...Object.values(eigen)];
  // Hours overlap: someone who wants 16 to 24 hours is found by "at least 20" and by "at most 20".
  if (vraag.urenVan !== null) delen.push({ op: 'gte', veld: 'urenMax', waarde: vraag.urenVan });
  if (vraag.urenTot !== null) delen.push({ op: 'lte', veld: 'urenMin', waarde: vraag.urenTot });
  if (vraag.afstand !== null && vanaf) delen.push({ op: 'within', lat: vanaf.lat, lng: vanaf.lng, meters: vraag.afstand * 1000 });
  const counted = Object.keys(lijst.facetten).filter((facet) => !afgeleid[facet]);
  return {
    tekst: vraag.q, filter: { op: 'and', delen }, sortering, pagina: vraag.pagina, perPagina,
    facetten: Object.fromEntries(counted.map((facet) => [facet, eigen[facet]])),
    ...(vanaf ? { vanaf: { lat: vanaf.lat, lng: vanaf.lng } } : {}),
  };
}
