/** Searching among vacatures: professionals through the search port, an employer among the own few. */
import type { Antwoord, Filter, Sortering } from '#search/engine.ts';
import { search } from '#search/index.ts';
import { config } from '../../config.ts';
import { eis, mag } from '../../auth/policy.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { addDays } from '../kalender/werkdagen.ts';
import { today } from '../kandidaat/zichtbaar.server.ts';
import { findPlaats } from '../plaats/plaats.server.ts';
import { chipsOf, waysOut, type Uitweg } from '../zoeken/beeld.ts';
import { searchSmall, type KleinAntwoord } from '../zoeken/klein.ts';
import { toPort, type Lijst, type Zoekvraag } from '../zoeken/lijst.ts';
import { isVerlopen } from './vacature.ts';
import { listVacatures, type VacatureMetWerkgever } from './vacature.server.ts';

/** What the list offers professionals, in the order of the page. */
export const VACATURES = {
  pad: '/vacatures', bereik: true,
  facetten: { status: 'Status', termijn: 'Sluitingsdatum', sector: 'Sector', beroep: 'Beroep', uren: 'Uren per week', dagdeel: 'Dagdelen', werkvorm: 'Vorm van werk', niveau: 'Werkniveau', biedt: 'De werkgever regelt', rijbewijs: 'Rijbewijs', certificaat: 'Certificaat' },
  sorteringen: { relevantie: 'Beste eerst', nieuwste: 'Nieuwste eerst', sluit: 'Sluit het eerst', afstand: 'Dichtbij eerst' },
} as const satisfies Lijst;
/** An employer's own vacatures are few: words and status are enough. */
export const EIGEN_VACATURES = { pad: '/vacatures', bereik: false, facetten: { status: 'Status' }, sorteringen: { nieuwste: 'Nieuwste eerst' } } as const satisfies Lijst;

export type Vacaturelijst = KleinAntwoord<VacatureMetWerkgever> & { plaatsGevonden: string | null; uitwegen: Uitweg[] };

const NIEUWSTE: Sortering = { soort: 'veld', veld: 'gewijzigdOp', richting: 'af' };
const SORTERING: Record<keyof typeof VACATURES.sorteringen, Sortering> = { relevantie: { soort: 'relevantie' }, nieuwste: NIEUWSTE, sluit: { soort: 'veld', veld: 'sluitingsdatum', richting: 'op' }, afstand: { soort: 'afstand' } };
const SPOEDIG_DAGEN = 14;

/** The list that this actor searches. */
export function lijstFor(actor: Actor): Lijst {
  return mag(actor, 'vacature.zoek') ? VACATURES : EIGEN_VACATURES;
}

/** A page of the vacatures in the actor's scope that match this question. */
export async function searchVacatures(actor: Actor, vraag: Zoekvraag, perPagina = 50): Promise<Vacaturelijst> {
  eis(actor, 'vacature.bekijk');
  return mag(actor, 'vacature.zoek') ? throughPort(actor, vraag, perPagina) : among(actor, vraag, perPagina);
}

async function throughPort(actor: Actor, vraag: Zoekvraag, perPagina: number): Promise<Vacaturelijst> {
  const vanaf = findPlaats(vraag.plaats || config().regio.middelpunt);
  // Without words nothing is better than another: then what changed last comes first.
  const sortering = vraag.sorteer === 'relevantie' && !vraag.q ? NIEUWSTE : (SORTERING[vraag.sorteer as keyof typeof SORTERING] ?? NIEUWSTE);
  const afgeleid = { termijn: termijnen(today()) };
  // The index holds what was handed in and no drafts, which is what professionals may see.
  const ask = (asked: Zoekvraag, size: number): Promise<Antwoord> => search('vacatures', toPort(VACATURES, asked, { vast: [], vanaf, sortering, perPagina: size, afgeleid }));
  const count = async (asked: Zoekvraag) => (await ask({ ...asked, pagina: 1 }, 1)).totaal;
  const { treffers, ...antwoord } = await ask(vraag, perPagina);
  const termijn = await Promise.all(Object.keys(afgeleid.termijn).map(async (waarde) => ({ waarde, aantal: await count({ ...vraag, keuzes: { ...vraag.keuzes, termijn: [waarde] } }) })));
  const rond = vanaf?.naam ?? (vraag.plaats || config().regio.middelpunt);
  return {
    ...antwoord, rijen: read(actor, treffers.map((hit) => hit.id)), plaatsGevonden: vanaf?.naam ?? null,
    facetten: { ...antwoord.facetten, termijn: termijn.filter((item) => item.aantal > 0) },
    uitwegen: antwoord.totaal > 0 ? [] : await waysOut(chipsOf(VACATURES, vraag, rond), vraag, count),
  };
}

/** What follows from the clock stands in no index: vacatures that closed, and that close soon. */
function termijnen(vandaag: string): Record<string, Filter> {
  const loopt: Filter = { op: 'in', veld: 'status', waarden: ['open', 'gepauzeerd'] };
  const soon = addDays(vandaag, SPOEDIG_DAGEN);
  return {
    'sluit binnen twee weken': { op: 'and', delen: [loopt, { op: 'gte', veld: 'sluitingsdatum', waarde: vandaag }, { op: 'lte', veld: 'sluitingsdatum', waarde: soon }] },
    verlopen: { op: 'and', delen: [loopt, { op: 'lt', veld: 'sluitingsdatum', waarde: vandaag }] },
  };
}

async function among(actor: Actor, vraag: Zoekvraag, perPagina: number): Promise<Vacaturelijst> {
  const vandaag = today();
  const rijen = listVacatures(actor).map((rij) => ({
    rij, tekst: `${rij.vacature.titel} ${rij.vacature.beroep ?? ''} ${rij.vacature.plaats} ${rij.vacature.sector ?? ''}`,
    velden: { status: [isVerlopen(rij.vacature, vandaag) ? 'verlopen' : rij.vacature.status] },
  }));
  const answer = searchSmall(EIGEN_VACATURES, vraag, rijen, perPagina);
  const count = async (asked: Zoekvraag) => searchSmall(EIGEN_VACATURES, asked, rijen, perPagina).totaal;
  return { ...answer, plaatsGevonden: null, uitwegen: answer.totaal > 0 ? [] : await waysOut(chipsOf(EIGEN_VACATURES, vraag, ''), vraag, count) };
}

/** These vacatures as far as they are in the actor's scope, in the order of the ids. */
function read(actor: Actor, ids: readonly number[]): VacatureMetWerkgever[] {
  const rows = new Map(listVacatures(actor, ids).map((row) => [row.vacature.id, row]));
  return ids.map((id) => rows.get(id)).filter((row) => row !== undefined);
}
