/** The overview that each professional gets on a working day: figures and links, no names, and nothing when nothing is new. */
import { and, desc, eq, gte, inArray, isNull, like, or, sql, type SQL } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { gebeurtenis, gebruiker, kandidaat, mail, match, vacature, werkgever } from '#db/schema.ts';
import { loadActor } from '../auth/session.server.ts';
import { formatDay } from '../format.ts';
import type { Actor } from '../domain/gebruiker/gebruiker.ts';
import { versSinds } from '../domain/kandidaat/kandidaat.ts';
import { own } from '../domain/kandidaat/kandidaat.server.ts';
import { listKennismakingen } from '../domain/match/kennismaking.server.ts';
import { stilleVoordrachten } from '../domain/match/stil.server.ts';
import { addDays, dayOf } from '../domain/kalender/werkdagen.ts';
import { listNieuwBeeld } from '../media/nakijken.server.ts';
import { momentOf } from '../werkdagen.ts';
import { afmeldAdres, wilDagoverzicht } from './afmelden.server.ts';
import { dagoverzicht, type Regel } from './berichten/melding.ts';
import { enqueueMail } from './mail.server.ts';
import { eachApart } from './taken.server.ts';
import { afzender } from './wie.server.ts';

type Overzicht = { nieuw: Regel[]; wacht: Regel[] };
/** Days before a profile leaves the etalage that its werkmakelaar is told. */
const BIJNA_VERLOPEN_DAGEN = 14;

/** Writes the overviews of this day. @returns how many were written; @throws when one person's failed, after the others */
export async function mailDagoverzichten(sinds: string, now: Date): Promise<number> {
  const people = database().select().from(gebruiker).where(and(eq(gebruiker.actief, true), inArray(gebruiker.rol, ['werkmakelaar', 'accountmanager', 'aanmelder']))).orderBy(gebruiker.id).all();
  const dag = dayOf(now);
  let written = 0;
  await eachApart(people, 'gebruiker', (wie) => transaction(() => {
    if (!wilDagoverzicht(wie.id)) return;
    const overzicht = overzichtVoor(loadActor(wie.id), later(sinds, lastFor(wie.id)), dag);
    if ([...overzicht.nieuw, ...overzicht.wacht].every(({ aantal }) => aantal === 0)) return;
    const afmelden = afmeldAdres({ soort: 'dagoverzicht', id: wie.id });
    if (enqueueMail({ sleutel: `dagoverzicht:${wie.id}:${dag}`, soort: 'dagoverzicht', aan: wie.email, afmelden, ...dagoverzicht(afzender(), { naam: wie.naam, dag: formatDay(dag), ...overzicht, afmelden }) })) written++;
  }));
  return written;
}

const later = (a: string, b: string): string => (a > b ? a : b);
/** When this person got an overview last: after a task that half failed nothing is told twice. */
function lastFor(gebruikerId: number): string {
  return database().select({ op: mail.aangemaaktOp }).from(mail).where(like(mail.sleutel, `dagoverzicht:${gebruikerId}:%`)).orderBy(desc(mail.id)).limit(1).get()?.op ?? '';
}

/** What is new since a moment and what waits, for one person. @param vandaag yyyy-mm-dd */
export function overzichtVoor(actor: Actor, sinds: string, vandaag: string): Overzicht {
  switch (actor.rol) {
    case 'werkmakelaar': return voorWerkmakelaar(actor, sinds, vandaag);
    case 'accountmanager': return voorAccountmanager(actor, sinds, vandaag);
    case 'aanmelder': return voorAanmelder(actor, sinds);
    default: return { nieuw: [], wacht: [] };
  }
}

const total = sql<number>`count(*)`;
const countPairs = (where: SQL | undefined): number => database().select({ n: total }).from(match).innerJoin(kandidaat, eq(kandidaat.id, match.kandidaatId)).innerJoin(werkgever, eq(werkgever.id, match.werkgeverId)).where(where).get()!.n;
const countPeople = (where: SQL | undefined): number => database().select({ n: total }).from(kandidaat).where(where).get()!.n;
/** Something of this kind happened with the object since then. */
const happened = (soort: 'match' | 'kandidaat', object: SQL, wat: SQL, sinds: string): SQL => sql`EXISTS (SELECT 1 FROM ${gebeurtenis} WHERE ${and(eq(gebeurtenis.soort, soort), sql`${gebeurtenis.objectId} = ${object}`, gte(gebeurtenis.op, sinds), wat)})`;

function voorWerkmakelaar(actor: Actor, sinds: string, vandaag: string): Overzicht {
  const scope = own(actor);
  const late = stilleVoordrachten(vandaag).map(({ id }) => id);
  const oldest = versSinds(vandaag);
  const stale = sql`${kandidaat.status} = 'gepubliceerd' AND ${kandidaat.bevestigdOp} >= ${oldest} AND ${kandidaat.bevestigdOp} < ${addDays(oldest, BIJNA_VERLOPEN_DAGEN)}`;
  return {
    nieuw: [
      { aantal: countPairs(and(scope, eq(match.status, 'voorgesteld'), gte(match.aangemaaktOp, sinds))), een: 'nieuw voorstel', meer: 'nieuwe voorstellen', pad: '/werkbank' },
      { aantal: countPairs(and(scope, eq(match.status, 'later'), sql`${match.laterOp} > ${dayOf(new Date(sinds))} AND ${match.laterOp} <= ${vandaag}`)), een: 'voorstel dat u had uitgesteld', meer: 'voorstellen die u had uitgesteld', pad: '/werkbank' },
    ],
    wacht: [
      { aantal: late.length === 0 ? 0 : countPairs(and(scope, inArray(match.id, late))), een: 'werkgever antwoordt al vijf werkdagen niet', meer: 'voordrachten zonder antwoord na vijf werkdagen', pad: '/kandidaten' },
      { aantal: countPeople(and(scope, stale)), een: 'profiel verdwijnt binnenkort uit het venster', meer: 'profielen verdwijnen binnenkort uit het venster', pad: '/kandidaten' },
    ],
  };
}

function voorAccountmanager(actor: Extract<Actor, { rol: 'accountmanager' }>, sinds: string, vandaag: string): Overzicht {
  // The own employers, and those that nobody has yet.
  const scope = or(eq(werkgever.accountmanagerId, actor.id), isNull(werkgever.accountmanagerId))!;
  const pair = sql`${match.id}`;
  const late = stilleVoordrachten(vandaag).map(({ id }) => id);
  const open = listKennismakingen(actor, momentOf(vandaag, '12:00')).filter(({ teLaat }) => teLaat).length;
  const jobs = database().select({ n: total }).from(vacature).innerJoin(werkgever, eq(werkgever.id, vacature.werkgeverId)).where(and(scope, eq(vacature.status, 'ingediend'), gte(vacature.gewijzigdOp, sinds))).get()!.n;
  const firms = database().select({ n: total }).from(werkgever).where(and(scope, eq(werkgever.status, 'aangemeld'), gte(werkgever.aangemaaktOp, sinds))).get()!.n;
  const handedIn = happened('kandidaat', sql`${kandidaat.id}`, eq(gebeurtenis.naar, 'ter curatie'), sinds);
  return {
    nieuw: [
      { aantal: countPeople(and(eq(kandidaat.status, 'ter curatie'), handedIn)), een: 'nieuw profiel om na te kijken', meer: 'nieuwe profielen om na te kijken', pad: '/curatie' },
      { aantal: listNieuwBeeld(actor).filter((beeld) => beeld.sinds >= sinds).length, een: 'nieuwe foto of film bij een profiel in het venster', meer: 'nieuwe foto’s en films bij profielen in het venster', pad: '/curatie' },
      { aantal: countPairs(and(scope, happened('match', pair, eq(gebeurtenis.verb, 'vraag kennismaking'), sinds))), een: 'nieuwe vraag om kennis te maken', meer: 'nieuwe vragen om kennis te maken', pad: '/kennismakingen' },
      { aantal: countPairs(and(scope, happened('match', pair, inArray(gebeurtenis.verb, ['nodig uit', 'wijs af']), sinds))), een: 'nieuw antwoord van een werkgever', meer: 'nieuwe antwoorden van werkgevers', pad: '/presenteren' },
      { aantal: jobs, een: 'nieuwe vacature om te openen', meer: 'nieuwe vacatures om te openen', pad: '/vacatures' },
      { aantal: firms, een: 'nieuwe werkgever om te controleren', meer: 'nieuwe werkgevers om te controleren', pad: '/werkgevers' },
    ],
    wacht: [
      { aantal: late.length === 0 ? 0 : countPairs(and(scope, inArray(match.id, late))), een: 'voordracht zonder antwoord na vijf werkdagen', meer: 'voordrachten zonder antwoord na vijf werkdagen', pad: '/presenteren' },
      { aantal: open, een: 'vraag om kennis te maken wacht al vijf werkdagen', meer: 'vragen om kennis te maken wachten al vijf werkdagen', pad: '/kennismakingen' },
    ],
  };
}

function voorAanmelder(actor: Actor, sinds: string): Overzicht {
  const scope = and(own(actor), eq(kandidaat.status, 'concept'));
  const back = happened('kandidaat', sql`${kandidaat.id}`, eq(gebeurtenis.verb, 'stuur terug'), sinds);
  return { nieuw: [{ aantal: countPeople(and(scope, back)), een: 'profiel kwam terug van de accountmanager', meer: 'profielen kwamen terug van de accountmanager', pad: '/kandidaten' }], wacht: [] };
}
