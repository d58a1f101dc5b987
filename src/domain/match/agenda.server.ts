/** Appointments as the people who come see them: the own lists of werkgever and kandidaat, and the calendar file to download. */
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { afspraak, gebeurtenis, match, werkgever } from '#db/schema.ts';
import { NietGevonden, eis, eisRol } from '../../auth/policy.ts';
import { config } from '../../config.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { listPublicProfiles } from '../kandidaat/kandidaat.server.ts';
import { agendaText, type Afspraak } from './afspraak.ts';
import { VERVALT, ZEG_AF, lastAfspraken } from './afspraak.server.ts';
import { getKennismaking } from './kennismaking.server.ts';
import { eindOf } from './kennismaking.ts';
import { getMatch, scopeWerkgever } from './match.server.ts';

/** What a werkgever sees of an appointment. `voornaam` is null where it may not be shown; `reden` is of the last change. */
export type EigenAfspraak = Pick<Afspraak, 'matchId' | 'begin' | 'duurMinuten' | 'plaats' | 'aanwezig' | 'toelichting'> & { voornaam: string | null; afgezegd: boolean; reden: string | null };

/** Appointments of the own organisation that are still to come, soonest first; also those called off, until their day has passed. */
export function listEigenAfspraken(actor: Actor, nu = new Date()): EigenAfspraak[] {
  eis(actor, 'match.antwoord');
  const rows = database().select({ afspraak, kandidaatId: match.kandidaatId }).from(afspraak).innerJoin(match, eq(match.id, afspraak.matchId)).where(and(scopeWerkgever(actor), isNull(afspraak.uitkomst))).orderBy(afspraak.id).all();
  const last = [...new Map(rows.map((row) => [row.afspraak.matchId, row])).values()].filter((row) => eindOf(row.afspraak) > nu.toISOString());
  const names = new Map(listPublicProfiles(actor, last.map((row) => row.kandidaatId)).map((profiel) => [profiel.id, profiel.voornaam]));
  return last.map(({ afspraak: { matchId, begin, duurMinuten, plaats, aanwezig, toelichting, afgezegdOp }, kandidaatId }) => ({ matchId, begin, duurMinuten, plaats, aanwezig, toelichting, voornaam: names.get(kandidaatId) ?? null, afgezegd: afgezegdOp !== null, reden: lastReason(matchId) }))
    .sort((a, b) => a.begin.localeCompare(b.begin));
}

/** When and where a kandidaat meets whom. */
export type AfspraakVanKandidaat = Pick<Afspraak, 'begin' | 'duurMinuten' | 'plaats'> & { werkgever: string };

/** The appointments that a kandidaat still has, soonest first. A pause calls none of them off. */
export function listAfsprakenVanKandidaat(actor: Actor, nu = new Date()): AfspraakVanKandidaat[] {
  eis(actor, 'kandidaat.eigen');
  const { kandidaatId } = eisRol(actor, 'kandidaat');
  const pairs = new Map(database().select({ id: match.id, naam: werkgever.naam }).from(match).innerJoin(werkgever, eq(werkgever.id, match.werkgeverId)).where(eq(match.kandidaatId, kandidaatId)).all().map(({ id, naam }) => [id, naam]));
  return [...lastAfspraken([...pairs.keys()]).values()].filter((row) => row.uitkomst === null && eindOf(row) > nu.toISOString())
    .map(({ matchId, begin, duurMinuten, plaats }) => ({ begin, duurMinuten, plaats, werkgever: pairs.get(matchId)! })).sort((a, b) => a.begin.localeCompare(b.begin));
}

function lastReason(matchId: number): string | null {
  const row = database().select({ verb: gebeurtenis.verb, reden: gebeurtenis.reden }).from(gebeurtenis).where(and(eq(gebeurtenis.soort, 'match'), eq(gebeurtenis.objectId, matchId), inArray(gebeurtenis.verb, ['plan kennismaking', 'verzet kennismaking', ZEG_AF, VERVALT]))).orderBy(desc(gebeurtenis.id)).limit(1).get();
  return row && row.verb !== VERVALT ? row.reden : null;
}

/** The calendar file of the appointment that stands now, for who may know of it. @throws NietGevonden when there is none */
export function agendaFor(actor: Actor, matchId: number): string {
  const who = namesFor(actor, matchId);
  const row = lastAfspraken([matchId]).get(matchId);
  if (!row) throw new NietGevonden(`afspraak bij match ${matchId}`);
  const { regio, siteUrl } = config();
  return agendaText(row, { soort: 'PUBLISH', onderwerp: `Kennismaking${who.met}`, url: siteUrl + who.pad, organisator: { naam: regio.naam, email: regio.contact.email }, gemaakt: new Date() });
}

/** Whom this reader meets, and where the reader finds it; the query is the reader's own scope. */
function namesFor(actor: Actor, matchId: number): { met: string; pad: string } {
  if (actor.rol === 'werkgever') {
    eis(actor, 'match.antwoord');
    const own = database().select({ kandidaatId: match.kandidaatId }).from(match).innerJoin(werkgever, eq(werkgever.id, match.werkgeverId)).where(and(scopeWerkgever(actor), eq(match.id, matchId))).get();
    if (!own) throw new NietGevonden(`match ${matchId}`);
    return { met: ` met ${listPublicProfiles(actor, [own.kandidaatId])[0]?.voornaam ?? 'een kandidaat'}`, pad: '/mijn' };
  }
  const pair = actor.rol === 'accountmanager' ? getKennismaking(actor, matchId) : getMatch(actor, matchId);
  return { met: `: ${pair.werkgever.naam} en ${pair.kandidaat.voornaam}`, pad: actor.rol === 'accountmanager' ? `/kennismakingen/${matchId}` : `/werkbank/${matchId}` };
}
