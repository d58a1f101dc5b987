/**
 * Mail that follows an event. Use cases call these in the transaction of their change, with ids they have checked;
 * texts are made from the rows as they are at that moment. Nothing about a kandidaat goes in but the first name, and
 * for an employer that only with consent.
 */
import { and, desc, eq, isNull, or, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { gebeurtenis, gebruiker, kandidaat, kandidaatIntern, mail, match, toestemming, vacature, verborgenVoor, werkgever } from '#db/schema.ts';
import { seal } from '../auth/geheim.server.ts';
import { config } from '../config.ts';
import { formatDay } from '../format.ts';
import type { MatchVerb } from '../domain/match/match.ts';
import type { ProfielVerb, ToestemmingItem } from '../domain/kandidaat/kandidaat.ts';
import { today } from '../domain/kandidaat/zichtbaar.server.ts';
import { bestaatAl, welkom } from './berichten/account.ts';
import { bevestigingGevraagd, gepubliceerd, persoonlijkeLink, teruggestuurd, wissenAangekondigd } from './berichten/kandidaat.ts';
import { antwoord, kennismakingBevestigd, kennismakingGevraagd, nietBeschikbaar, voordracht } from './berichten/match.ts';
import { enqueueMail } from './mail.server.ts';
import { aanmeldersVan, accountmanagersVan, accountsVan, afzender, gebruikerMet, werkmakelaarsVan, type Ontvanger } from './wie.server.ts';

/** Someone registered with an address that has an account: its owner hears of it, at most once a day. */
export function mailBestaatAl(gebruikerId: number): void {
  const wie = gebruikerMet(gebruikerId);
  if (wie) enqueueMail({ sleutel: `bestaat-al:${wie.id}:${today()}`, soort: 'bestaat-al', aan: wie.email, ...bestaatAl(afzender(), wie) });
}

/** An accountmanager verified an organisation: everyone with an account there hears that it is ready. */
export function mailWelkom(werkgeverId: number): void {
  const { naam } = database().select({ naam: werkgever.naam }).from(werkgever).where(eq(werkgever.id, werkgeverId)).get()!;
  const manager = database().select({ naam: gebruiker.naam }).from(werkgever).innerJoin(gebruiker, eq(gebruiker.id, werkgever.accountmanagerId)).where(eq(werkgever.id, werkgeverId)).get();
  for (const wie of accountsVan(werkgeverId)) enqueueMail({ sleutel: `welkom:${werkgeverId}:${wie.id}`, soort: 'welkom', aan: wie.email, ...welkom(afzender(), { naam: wie.naam, organisatie: naam, accountmanager: manager?.naam ?? null }) });
}

export type PersoonlijkePost = { kandidaatId: number; linkId: number; /** Path before the token, such as "/mijn-profiel". */ pad: string; token: string; /** ISO moment. */ verlooptOp: string };

/**
 * Sends a kandidaat the personal link; the token is sealed in the mail table.
 * @returns false when we know no address, so that the aanmelder can hand the link over
 */
export function mailPersoonlijkeLink({ kandidaatId, linkId, pad, token, verlooptOp }: PersoonlijkePost): boolean {
  const row = adresVan(kandidaatId);
  if (!row?.email) return false;
  const url = `${config().siteUrl}${pad}/${seal(token)}`;
  enqueueMail({ sleutel: `persoonlijke-link:${linkId}`, soort: 'persoonlijke-link', aan: row.email, ...persoonlijkeLink(afzender(), { voornaam: row.voornaam, url, tot: formatDay(verlooptOp) }) });
  return true;
}

/** First name and address of a kandidaat, for mail to that person only. */
function adresVan(kandidaatId: number): { voornaam: string; email: string | null } | undefined {
  return database().select({ voornaam: kandidaat.voornaam, email: kandidaatIntern.email }).from(kandidaat).innerJoin(kandidaatIntern, eq(kandidaatIntern.kandidaatId, kandidaat.id)).where(eq(kandidaat.id, kandidaatId)).get();
}

export type Bewaarpost = Omit<PersoonlijkePost, 'verlooptOp'> & { trede: 'vraag bevestiging' | 'waarschuw' | 'kondig wissen aan'; /** yyyy-mm-dd: the last day in the window, or the first on which data are erased. */ dag: string };

/** Tells a kandidaat of a step of the retention ladder, with a personal link. @returns false when we know no address */
export function mailBewaren({ kandidaatId, linkId, pad, token, trede, dag }: Bewaarpost): boolean {
  const row = adresVan(kandidaatId);
  if (!row?.email) return false;
  const { voornaam, email } = row;
  const url = `${config().siteUrl}${pad}/${seal(token)}`;
  if (trede === 'kondig wissen aan') enqueueMail({ sleutel: `wissen-aangekondigd:${linkId}`, soort: 'wissen-aangekondigd', aan: email, ...wissenAangekondigd(afzender(), { voornaam, url, op: formatDay(dag) }) });
  else enqueueMail({ sleutel: `bevestiging-gevraagd:${linkId}`, soort: 'bevestiging-gevraagd', aan: email, ...bevestigingGevraagd(afzender(), { voornaam, url, tot: formatDay(dag), opnieuw: trede === 'waarschuw' }) });
  return true;
}

/** After a step with a profile: who handed it in hears what the curation said. Other steps send nothing. */
export function mailProfielStap(kandidaatId: number, verb: ProfielVerb): void {
  if (verb !== 'publiceer' && verb !== 'stuur terug') return;
  const { voornaam } = database().select({ voornaam: kandidaat.voornaam }).from(kandidaat).where(eq(kandidaat.id, kandidaatId)).get()!;
  const stap = database().select({ id: gebeurtenis.id, door: gebruiker.naam }).from(gebeurtenis).leftJoin(gebruiker, eq(gebruiker.id, gebeurtenis.doorId)).where(and(eq(gebeurtenis.soort, 'kandidaat'), eq(gebeurtenis.objectId, kandidaatId), eq(gebeurtenis.verb, verb))).orderBy(desc(gebeurtenis.id)).limit(1).get()!;
  const url = `${config().siteUrl}/kandidaten/${kandidaatId}`;
  for (const { id, naam, email } of aanmeldersVan(kandidaatId)) {
    const bericht = verb === 'publiceer' ? gepubliceerd(afzender(), { naam, voornaam, url }) : teruggestuurd(afzender(), { naam, voornaam, door: stap.door ?? afzender().contact.naam, url });
    enqueueMail({ sleutel: `curatie:${stap.id}:${id}`, soort: 'curatie', aan: email, ...bericht });
  }
}

/** What mail may know of a pair. `getoond` is the first name as an employer may read it. */
export type Paarpost = { id: number; kandidaatId: number; werkgeverId: number; organisatie: string; accountmanagerId: number | null; voornaam: string; getoond: string | null; vacature: string | null };

/** The few facts of a pair that a mail is made from. */
export function paarpost(matchId: number): Paarpost {
  // Who shows no profile any more, or not to this werkgever, is not named there either.
  const agreed = (item: ToestemmingItem) => sql`EXISTS (SELECT 1 FROM ${toestemming} WHERE ${and(eq(toestemming.kandidaatId, kandidaat.id), eq(toestemming.item, item), isNull(toestemming.ingetrokkenOp))})`;
  const hidden = sql`EXISTS (SELECT 1 FROM ${verborgenVoor} WHERE ${and(eq(verborgenVoor.kandidaatId, kandidaat.id), eq(verborgenVoor.werkgeverId, werkgever.id))})`;
  const { mag, ...row } = database().select({ id: match.id, kandidaatId: match.kandidaatId, werkgeverId: match.werkgeverId, organisatie: werkgever.naam, accountmanagerId: werkgever.accountmanagerId, voornaam: kandidaat.voornaam, vacature: vacature.titel, mag: sql<number>`${agreed('profiel')} AND ${agreed('voornaam')} AND NOT ${hidden}` })
    .from(match).innerJoin(kandidaat, eq(kandidaat.id, match.kandidaatId)).innerJoin(werkgever, eq(werkgever.id, match.werkgeverId)).leftJoin(vacature, eq(vacature.id, match.vacatureId)).where(eq(match.id, matchId)).get()!;
  return { ...row, getoond: mag ? row.voornaam : null };
}

/** An employer asked to meet someone: the accountmanager hears it, and the employer reads who calls. Once a day at most. */
export function mailKennismaking(matchId: number, vragerId: number): void {
  const paar = paarpost(matchId);
  const van = afzender();
  const key = (soort: string, { id }: Ontvanger) => `${soort}:${matchId}:${today()}:${id}`;
  for (const wie of accountmanagersVan(paar.werkgeverId)) {
    enqueueMail({ sleutel: key('kennismaking-gevraagd', wie), soort: 'kennismaking-gevraagd', aan: wie.email, ...kennismakingGevraagd(van, { naam: wie.naam, organisatie: paar.organisatie, voornaam: paar.voornaam, vacature: paar.vacature, url: `${van.siteUrl}/kennismakingen/${matchId}` }) });
  }
  const vrager = gebruikerMet(vragerId);
  const beller = paar.accountmanagerId === null ? undefined : database().select({ naam: gebruiker.naam, telefoon: gebruiker.telefoon }).from(gebruiker).where(eq(gebruiker.id, paar.accountmanagerId)).get();
  if (vrager) enqueueMail({ sleutel: key('kennismaking-bevestiging', vrager), soort: 'kennismaking-bevestiging', aan: vrager.email, ...kennismakingBevestigd(van, { naam: vrager.naam, voornaam: paar.getoond, vacature: paar.vacature, beller: beller?.naam ?? van.contact.naam, telefoon: beller ? beller.telefoon : van.contact.telefoon }) });
}

/** After a step with a match: presented → the employer; answered → accountmanager and werkmakelaar. Other steps send nothing. */
export function mailMatchStap(matchId: number, verb: MatchVerb, door: string): void {
  if (verb === 'draag voor') mailVoordracht(paarpost(matchId), door);
  if (verb === 'nodig uit' || verb === 'wijs af') mailAntwoord(paarpost(matchId), verb === 'nodig uit');
}

function mailVoordracht(paar: Paarpost, door: string): void {
  for (const { id, naam, email } of accountsVan(paar.werkgeverId)) {
    const url = `${config().siteUrl}/voordrachten/${paar.id}`;
    enqueueMail({ sleutel: `voordracht:${paar.id}:${id}`, soort: 'voordracht', aan: email, ...voordracht(afzender(), { naam, door, voornaam: paar.getoond, vacature: paar.vacature, url }) });
  }
}

function mailAntwoord(paar: Paarpost, uitgenodigd: boolean): void {
  const lezers = [...accountmanagersVan(paar.werkgeverId).map((wie) => ({ ...wie, pad: '/presenteren/' })), ...werkmakelaarsVan(paar.kandidaatId).map((wie) => ({ ...wie, pad: '/werkbank/' }))];
  for (const { id, naam, email, pad } of lezers) {
    enqueueMail({
      sleutel: `antwoord:${paar.id}:${uitgenodigd ? 'ja' : 'nee'}:${id}`, soort: 'antwoord', aan: email,
      ...antwoord(afzender(), { naam, organisatie: paar.organisatie, voornaam: paar.voornaam, vacature: paar.vacature, uitgenodigd, url: `${config().siteUrl}${pad}${paar.id}` }),
    });
  }
}

/** Tells everyone of an employer that a kandidaat they knew of is not available any more. */
export function mailNietBeschikbaar(matchId: number): void {
  const { werkgeverId, vacature: titel } = paarpost(matchId);
  for (const { id, naam, email } of accountsVan(werkgeverId)) enqueueMail({ sleutel: `niet-beschikbaar:${matchId}:${id}`, soort: 'niet-beschikbaar', aan: email, ...nietBeschikbaar(afzender(), { naam, vacature: titel }) });
}

/** Mail to an employer about one kandidaat; its sleutel goes on with the number of the match. */
const OVER_KANDIDAAT = ['voordracht', 'herinnering', 'kennismaking-bevestiging', 'afspraak'] as const;

/** Takes back what still waits to tell employers, or one of them, of someone who withdrew. Call in the transaction of the withdrawal. */
export function dropMailOver(kandidaatId: number, werkgeverId?: number): void {
  const waiting = OVER_KANDIDAAT.map((soort) => sql`EXISTS (SELECT 1 FROM ${match} WHERE ${match.kandidaatId} = ${kandidaatId} AND ${werkgeverId === undefined ? sql`1 = 1` : eq(match.werkgeverId, werkgeverId)} AND ${mail.sleutel} LIKE ${`${soort}:`} || ${match.id} || ':%')`);
  database().delete(mail).where(and(isNull(mail.verzondenOp), or(...waiting))).run();
}
