/** Who gets mail about an appointment: the werkgever who asked, the accountmanager, the werkmakelaar and the kandidaat. */
import { and, desc, eq, inArray } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { gebeurtenis, kandidaatIntern, match } from '#db/schema.ts';
import { PAD } from '../domain/kandidaat/link.server.ts';
import { agendaText, type Afspraak } from '../domain/match/afspraak.ts';
import { formatWhen } from '../format.ts';
import { afspraakBericht, type AfspraakStap } from './berichten/afspraak.ts';
import { paarpost, type Paarpost } from './gebeurtenissen.server.ts';
import { enqueueMail } from './mail.server.ts';
import { accountsVan, afzender, gebruikerMet, werkmakelaarsVan } from './wie.server.ts';

type Lezer = { sleutel: string; naam: string; email: string; met: string; pad: string; kandidaat: boolean };

/** Writes the mails of one version of an appointment, each with a calendar file of its own. In the transaction of the change. */
export function mailAfspraak(row: Afspraak, stap: AfspraakStap): void {
  const van = afzender();
  for (const { sleutel, naam, email, met, pad, kandidaat } of lezersVan(row, paarpost(row.matchId))) {
    const url = van.siteUrl + pad;
    const bericht = afspraakBericht(van, stap, { naam, met, wanneer: formatWhen(row.begin, row.duurMinuten), waar: row.plaats, url, kandidaat });
    const agenda = agendaText(row, { soort: stap === 'afgezegd' ? 'CANCEL' : 'REQUEST', onderwerp: `Kennismaking${met}`, url, organisator: { naam: van.naam, email: van.contact.email }, lezer: { email }, gemaakt: new Date() });
    // A cancellation is not about someone any more: it goes out also when that person withdrew.
    enqueueMail({ sleutel: `${stap === 'afgezegd' ? 'afzegging' : 'afspraak'}:${row.matchId}:${row.id}.${row.volgnummer}:${sleutel}`, soort: 'afspraak', aan: email, agenda, ...bericht });
  }
}

/** Everyone who comes or has to know, each address once. A kandidaat is led to the own pages, which say how to go on when the personal link is old. */
function lezersVan(row: Afspraak, paar: Paarpost): Lezer[] {
  const binnen = `: ${paar.organisatie} en ${paar.voornaam}`;
  const presented = database().select({ id: gebeurtenis.id }).from(gebeurtenis).where(and(eq(gebeurtenis.soort, 'match'), eq(gebeurtenis.objectId, row.matchId), eq(gebeurtenis.naar, 'voorgedragen'))).get();
  const managers = [row.doorId, paar.accountmanagerId].flatMap((id) => (id === null ? [] : (gebruikerMet(id) ?? [])));
  const kandidaat = database().select({ email: kandidaatIntern.email }).from(match).innerJoin(kandidaatIntern, eq(kandidaatIntern.kandidaatId, match.kandidaatId)).where(eq(match.id, row.matchId)).get();
  const lezers: Lezer[] = [
    ...askers(paar).map((wie) => ({ ...wie, sleutel: `g${wie.id}`, met: ` met ${paar.getoond ?? 'een kandidaat'}`, pad: presented ? `/voordrachten/${row.matchId}` : '/mijn', kandidaat: false })),
    ...managers.map((wie) => ({ ...wie, sleutel: `g${wie.id}`, met: binnen, pad: `/kennismakingen/${row.matchId}`, kandidaat: false })),
    ...werkmakelaarsVan(paar.kandidaatId).map((wie) => ({ ...wie, sleutel: `g${wie.id}`, met: binnen, pad: `/werkbank/${row.matchId}`, kandidaat: false })),
    ...(kandidaat?.email ? [{ sleutel: 'kandidaat', naam: paar.voornaam, email: kandidaat.email, met: ` bij ${paar.organisatie}`, pad: PAD, kandidaat: true }] : []),
  ];
  return [...new Map(lezers.map((lezer) => [lezer.sleutel, lezer])).values()];
}

/** Who asked or invited last; when that account is off, everyone at the organisation. */
function askers({ id, werkgeverId }: Paarpost) {
  const last = database().select({ doorId: gebeurtenis.doorId }).from(gebeurtenis).where(and(eq(gebeurtenis.soort, 'match'), eq(gebeurtenis.objectId, id), inArray(gebeurtenis.verb, ['vraag kennismaking', 'nodig uit']))).orderBy(desc(gebeurtenis.id)).limit(1).get();
  const asker = last?.doorId ? gebruikerMet(last.doorId) : undefined;
  return asker ? [asker] : accountsVan(werkgeverId);
}
