/** Searching the etalage: from the words and ticks in a URL to a page of public profiles. */
import { z } from 'zod';
import type { Antwoord, Filter, Vraag } from '#search/engine.ts';
import { search } from '#search/index.ts';
import { config } from '../../config.ts';
import { eis } from '../../auth/policy.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { findPlaats } from '../plaats/plaats.server.ts';
import { woordenboek } from '../woorden/woorden.ts';
import { versSinds } from './kandidaat.ts';
import { listPublicProfiles } from './kandidaat.server.ts';
import type { PubliekProfiel } from './publiek.ts';
import { today } from './zichtbaar.server.ts';

/** The facets of the etalage, in the order of the page: name in the URL → what people read above it. */
export const FACETTEN = { sector: 'Sector', beroep: 'Beroep', uren: 'Uren per week', dagdeel: 'Dagdelen', rijbewijs: 'Rijbewijs', certificaat: 'Certificaat', taal: 'Taal', werkvorm: 'Vorm van werk' } as const;
export type FacetNaam = keyof typeof FACETTEN;
export const AFSTANDEN_KM = [5, 10, 15, 30, 50] as const;
export const SORTERINGEN = { relevantie: 'Beste eerst', afstand: 'Dichtbij eerst', nieuwste: 'Nieuwste eerst' } as const;

export type EtalageVraag = { q: string; plaats: string; afstand: number | null; sorteer: keyof typeof SORTERINGEN; pagina: number; keuzes: Record<FacetNaam, string[]>; onbekend: string[] };
export type Etalage = { vraag: EtalageVraag; antwoord: Antwoord; profielen: { profiel: PubliekProfiel; afstandKm: number | null }[]; plaatsGevonden: string | null };

/** Labels of facet values that are stored as codes. */
export function facetLabel(facet: FacetNaam, waarde: string): string {
  if (facet === 'sector') return woordenboek().findSector(waarde)?.naam ?? waarde;
  if (facet === 'taal') return LANGUAGE.of(waarde) ?? waarde;
  return waarde.charAt(0).toLocaleUpperCase('nl') + waarde.slice(1);
}
const LANGUAGE = new Intl.DisplayNames('nl', { type: 'language' });


const MAX_VALUES = 20;
const clip = (value: string) => value.slice(0, 120);

/** Reads the query of a URL. Anything that is not understood is named in `onbekend` and otherwise ignored; never an error. */
export function readEtalageVraag(params: URLSearchParams): EtalageVraag {
  const known = new Set<string>(['q', 'plaats', 'afstand', 'sorteer', 'pagina', ...Object.keys(FACETTEN)]);
  const keuzes = Object.fromEntries(Object.keys(FACETTEN).map((facet) => [facet, [...new Set(params.getAll(facet).filter(Boolean).map(clip))].slice(0, MAX_VALUES)])) as EtalageVraag['keuzes'];
  const afstand = z.coerce.number().min(1).max(200).safeParse(params.get('afstand') || undefined);
  const pagina = z.coerce.number().int().min(1).max(100_000).safeParse(params.get('pagina') || 1);
  const sorteer = params.get('sorteer') ?? 'relevantie';
  return {
    q: (params.get('q') ?? '').trim().slice(0, 200), plaats: clip((params.get('plaats') ?? '').trim()), afstand: afstand.success ? afstand.data : null,
    sorteer: sorteer in SORTERINGEN ? (sorteer as EtalageVraag['sorteer']) : 'relevantie', pagina: pagina.success ? pagina.data : 1, keuzes,
    onbekend: [...new Set(params.keys())].filter((key) => !known.has(key)).map(clip),
  };
}

/** The etalage without any choice made. */
export const EMPTY_VRAAG: EtalageVraag = readEtalageVraag(new URLSearchParams());

/** A page of the etalage for this actor. */
export async function searchEtalage(actor: Actor, vraag: EtalageVraag, perPagina = 24): Promise<Etalage> {
  eis(actor, 'etalage.bekijk');
  const from = findPlaats(vraag.plaats || config().regio.middelpunt);
  const own: Partial<Record<FacetNaam, Filter>> = {};
  for (const facet of Object.keys(FACETTEN) as FacetNaam[]) if (vraag.keuzes[facet].length > 0) own[facet] = { op: 'in', veld: facet, waarden: vraag.keuzes[facet] };
  const filters: Filter[] = [{ op: 'gte', veld: 'bevestigdOp', waarde: versSinds(today()) }, ...Object.values(own)];
  if (actor.rol === 'werkgever') filters.push({ op: 'neq', veld: 'verborgenVoor', waarde: actor.werkgeverId });
  if (vraag.afstand !== null && from) filters.push({ op: 'within', lat: from.lat, lng: from.lng, meters: vraag.afstand * 1000 });
  const sortering: Vraag['sortering'] = vraag.sorteer === 'afstand' ? { soort: 'afstand' } : vraag.sorteer === 'nieuwste' ? { soort: 'veld', veld: 'gepubliceerdOp', richting: 'af' } : { soort: 'relevantie' };
  const antwoord = await search('kandidaten-werkgever', {
    tekst: vraag.q, filter: { op: 'and', delen: filters }, sortering, pagina: vraag.pagina, perPagina,
    facetten: Object.fromEntries(Object.keys(FACETTEN).map((facet) => [facet, own[facet as FacetNaam]])),
    ...(from ? { vanaf: { lat: from.lat, lng: from.lng } } : {}),
  });
  const distance = new Map(antwoord.treffers.map((hit) => [hit.id, hit.afstandMeter]));
  const profielen = listPublicProfiles(actor, antwoord.treffers.map((hit) => hit.id)).map((profiel) => {
    const meters = distance.get(profiel.id);
    return { profiel, afstandKm: meters == null ? null : meters / 1000 };
  });
  return { vraag, antwoord, profielen, plaatsGevonden: from?.naam ?? null };
}
