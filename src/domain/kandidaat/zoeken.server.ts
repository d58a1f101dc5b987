/** Searching among kandidaten for professionals: own scope first, then the words of the search port. */
import { and, inArray } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { kandidaat } from '#db/schema.ts';
import type { Filter } from '#search/engine.ts';
import { search } from '#search/index.ts';
import { eis } from '../../auth/policy.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { PROFIEL_STATUSSEN } from './kandidaat.ts';
import { own, type KandidaatRij } from './kandidaat.server.ts';

export type Lijst = { rijen: KandidaatRij[]; totaal: number; pagina: number; paginas: number; statussen: { waarde: string; aantal: number }[] };

/** A page of the actor's own kandidaten that match these words and this status. */
export async function searchKandidaten(actor: Actor, vraag: { q: string; status: string; pagina: number }): Promise<Lijst> {
  eis(actor, 'kandidaat.bekijk');
  const scope: Filter[] = actor.rol === 'werkmakelaar' ? [{ op: 'in', veld: 'werkmakelaar', waarden: actor.caseloads }] : actor.rol === 'aanmelder' ? [{ op: 'eq', veld: 'partner', waarde: actor.partnerId }] : [];
  const chosen: Filter | undefined = (PROFIEL_STATUSSEN as readonly string[]).includes(vraag.status) ? { op: 'eq', veld: 'status', waarde: vraag.status } : undefined;
  const antwoord = await search('kandidaten-professional', {
    tekst: vraag.q.slice(0, 200), filter: { op: 'and', delen: chosen ? [...scope, chosen] : scope }, facetten: { status: chosen },
    sortering: vraag.q ? { soort: 'relevantie' } : { soort: 'veld', veld: 'naam', richting: 'op' }, pagina: vraag.pagina, perPagina: 50,
  });
  const ids = antwoord.treffers.map((hit) => hit.id);
  const rows = new Map((ids.length === 0 ? [] : database().select().from(kandidaat).where(and(inArray(kandidaat.id, ids), own(actor))).all()).map((row) => [row.id, row]));
  return { rijen: ids.map((id) => rows.get(id)).filter((row) => row !== undefined), totaal: antwoord.totaal, pagina: antwoord.pagina, paginas: antwoord.paginas, statussen: antwoord.facetten.status ?? [] };
}
