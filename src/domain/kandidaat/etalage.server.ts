/** Searching the etalage: from the words and ticks in a URL to a page of public profiles. */
import type { Antwoord, Filter, Sortering, Vraag } from '#search/engine.ts';
import { search } from '#search/index.ts';
import { config } from '../../config.ts';
import { eis } from '../../auth/policy.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { findPlaats } from '../plaats/plaats.server.ts';
import { suggest } from '../woorden/suggesties.server.ts';
import { chipsOf, waysOut, type Uitweg } from '../zoeken/beeld.ts';
import { readZoekvraag, toPort, type Lijst, type Zoekvraag } from '../zoeken/lijst.ts';
import { versSinds } from './kandidaat.ts';
import { listPublicProfiles, visibleIds } from './kandidaat.server.ts';
import type { PubliekProfiel } from './publiek.ts';
import { today } from './zichtbaar.server.ts';

/** What the etalage offers, in the order of the page. */
export const ETALAGE = {
  pad: '/talent', bereik: true,
  facetten: { sector: 'Sector', beroep: 'Beroep', uren: 'Uren per week', dagdeel: 'Dagdelen', rijbewijs: 'Rijbewijs', certificaat: 'Certificaat', taal: 'Taal', werkvorm: 'Vorm van werk' },
  sorteringen: { relevantie: 'Beste eerst', afstand: 'Dichtbij eerst', nieuwste: 'Nieuwste eerst' },
} as const satisfies Lijst;

/** People on one page of the etalage. */
export const PER_PAGINA = 24;

export type EtalageVraag = Zoekvraag;
export type Etalage = { vraag: EtalageVraag; antwoord: Antwoord; profielen: { profiel: PubliekProfiel; afstandKm: number | null }[]; plaatsGevonden: string | null; uitwegen: Uitweg[] };

/** Reads the query of a URL; see readZoekvraag. */
export function readEtalageVraag(params: URLSearchParams): EtalageVraag {
  return readZoekvraag(ETALAGE, params);
}

/** The etalage without any choice made. */
export const EMPTY_VRAAG: EtalageVraag = readEtalageVraag(new URLSearchParams());

const SORTERING: Record<keyof typeof ETALAGE.sorteringen, Sortering> = { relevantie: { soort: 'relevantie' }, afstand: { soort: 'afstand' }, nieuwste: { soort: 'veld', veld: 'gepubliceerdOp', richting: 'af' } };

/** A page of the etalage for this actor, with ways out when nobody is found. */
export async function searchEtalage(actor: Actor, vraag: EtalageVraag, perPagina = PER_PAGINA): Promise<Etalage> {
  eis(actor, 'etalage.bekijk');
  const { port, plaatsGevonden } = portVraag(actor, vraag, perPagina);
  const antwoord = await search('kandidaten-werkgever', port);
  const distance = new Map(antwoord.treffers.map((hit) => [hit.id, hit.afstandMeter]));
  const profielen = listPublicProfiles(actor, antwoord.treffers.map((hit) => hit.id)).map((profiel) => {
    const meters = distance.get(profiel.id);
    return { profiel, afstandKm: meters == null ? null : meters / 1000 };
  });
  const rond = plaatsGevonden ?? (vraag.plaats || config().regio.middelpunt);
  const woorden = antwoord.totaal > 0 || !vraag.q ? [] : suggest(actor, vraag.q).filter((item) => item.soort !== 'plaats').map((item) => item.tekst);
  const uitwegen = antwoord.totaal > 0 ? [] : await waysOut(chipsOf(ETALAGE, vraag, rond), vraag, (other) => countEtalage(actor, other), woorden);
  return { vraag, antwoord, profielen, plaatsGevonden, uitwegen };
}

/** How many people a question gives this actor. */
export async function countEtalage(actor: Actor, vraag: EtalageVraag): Promise<number> {
  eis(actor, 'etalage.bekijk');
  return (await search('kandidaten-werkgever', { ...portVraag(actor, vraag, 1).port, facetten: {}, pagina: 1 })).totaal;
}

export type Buren = { nummer: number; totaal: number; vorige: { id: number; nummer: number } | null; volgende: { id: number; nummer: number } | null };
/** So many results are read at once to find somebody's neighbours. */
const VENSTER = 100;

/**
 * Who comes before and after somebody in the results of a question.
 * @param nummer where this person stood in the list, from 1; the list may have moved a little since
 * @returns null when this person is not near that place any more
 */
export async function neighbours(actor: Actor, vraag: EtalageVraag, id: number, nummer: number): Promise<Buren | null> {
  eis(actor, 'etalage.bekijk');
  const from = Math.max(0, Math.ceil(nummer / VENSTER) - 1);
  const read = async (pagina: number) => search('kandidaten-werkgever', { ...portVraag(actor, vraag, VENSTER).port, facetten: {}, pagina });
  const middle = await read(from + 1);
  const at = middle.treffers.findIndex((hit) => hit.id === id);
  if (at < 0) return null;
  const first = (middle.pagina - 1) * VENSTER + 1;
  const before = at === 0 && middle.pagina > 1 ? (await read(middle.pagina - 1)).treffers.at(-1) : middle.treffers[at - 1];
  const after = at === middle.treffers.length - 1 && middle.pagina < middle.paginas ? (await read(middle.pagina + 1)).treffers[0] : middle.treffers[at + 1];
  const shown = visibleIds(actor, [before, after].flatMap((hit) => (hit ? [hit.id] : [])));
  const near = (hit: { id: number } | undefined, step: number) => (hit && shown.has(hit.id) ? { id: hit.id, nummer: first + at + step } : null);
  return { nummer: first + at, totaal: middle.totaal, vorige: near(before, -1), volgende: near(after, 1) };
}

function portVraag(actor: Actor, vraag: EtalageVraag, perPagina: number): { port: Vraag; plaatsGevonden: string | null } {
  const vanaf = findPlaats(vraag.plaats || config().regio.middelpunt);
  const vast: Filter[] = [{ op: 'gte', veld: 'bevestigdOp', waarde: versSinds(today()) }];
  if (actor.rol === 'werkgever') vast.push({ op: 'neq', veld: 'verborgenVoor', waarde: actor.werkgeverId });
  const port = toPort(ETALAGE, vraag, { vast, vanaf, sortering: SORTERING[vraag.sorteer as keyof typeof SORTERING] ?? SORTERING.relevantie, perPagina });
  return { port, plaatsGevonden: vanaf?.naam ?? null };
}
