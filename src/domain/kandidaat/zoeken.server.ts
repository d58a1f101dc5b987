/** Searching among kandidaten for professionals: own scope first, then the words of the search port. */
import { and, inArray } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { kandidaat } from '#db/schema.ts';
import type { Antwoord, Filter, Sortering } from '#search/engine.ts';
import { search } from '#search/index.ts';
import { config } from '../../config.ts';
import { eis } from '../../auth/policy.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { findPlaats } from '../plaats/plaats.server.ts';
import { chipsOf, waysOut, type Uitweg } from '../zoeken/beeld.ts';
import { toPort, type Lijst, type Zoekvraag } from '../zoeken/lijst.ts';
import { own, type KandidaatRij } from './kandidaat.server.ts';

/** What the list of the professionals offers, in the order of the page. */
export const KANDIDATEN = {
  pad: '/kandidaten', bereik: true,
  facetten: { status: 'Status', sector: 'Sector', beroep: 'Beroep', uren: 'Uren per week', dagdeel: 'Dagdelen', rijbewijs: 'Rijbewijs', certificaat: 'Certificaat', taal: 'Taal', niveau: 'Werkniveau', werkvorm: 'Vorm van werk', begeleiding: 'Begeleiding' },
  sorteringen: { relevantie: 'Beste eerst', naam: 'Op naam', afstand: 'Dichtbij eerst', bevestigd: 'Langst niet bevestigd eerst' },
} as const satisfies Lijst;

export type Kandidatenlijst = { rijen: KandidaatRij[]; antwoord: Antwoord; plaatsGevonden: string | null; uitwegen: Uitweg[] };

const NAAM: Sortering = { soort: 'veld', veld: 'naam', richting: 'op' };
const SORTERING: Record<keyof typeof KANDIDATEN.sorteringen, Sortering> = { relevantie: { soort: 'relevantie' }, naam: NAAM, afstand: { soort: 'afstand' }, bevestigd: { soort: 'veld', veld: 'bevestigdOp', richting: 'op' } };

/** A page of the actor's own kandidaten that match this question. */
export async function searchKandidaten(actor: Actor, vraag: Zoekvraag, perPagina = 50): Promise<Kandidatenlijst> {
  eis(actor, 'kandidaat.bekijk');
  const vanaf = findPlaats(vraag.plaats || config().regio.middelpunt);
  // Without words nobody is better than another: then the list is in order of name.
  const sortering = vraag.sorteer === 'relevantie' && !vraag.q ? NAAM : (SORTERING[vraag.sorteer as keyof typeof SORTERING] ?? NAAM);
  const ask = async (asked: Zoekvraag, size: number) => search('kandidaten-professional', toPort(KANDIDATEN, asked, { vast: scope(actor), vanaf, sortering, perPagina: size }));
  const antwoord = await ask(vraag, perPagina);
  const ids = antwoord.treffers.map((hit) => hit.id);
  const rows = new Map((ids.length === 0 ? [] : database().select().from(kandidaat).where(and(inArray(kandidaat.id, ids), own(actor))).all()).map((row) => [row.id, row]));
  const rond = vanaf?.naam ?? (vraag.plaats || config().regio.middelpunt);
  const uitwegen = antwoord.totaal > 0 ? [] : await waysOut(chipsOf(KANDIDATEN, vraag, rond), vraag, async (other) => (await ask(other, 1)).totaal);
  return { rijen: ids.map((id) => rows.get(id)).filter((row) => row !== undefined), antwoord, plaatsGevonden: vanaf?.naam ?? null, uitwegen };
}

/** The same limits as `own`, in the words of the index. */
function scope(actor: Actor): Filter[] {
  if (actor.rol === 'werkmakelaar') return [{ op: 'in', veld: 'werkmakelaar', waarden: actor.caseloads }];
  return actor.rol === 'aanmelder' ? [{ op: 'eq', veld: 'partner', waarde: actor.partnerId }] : [];
}
