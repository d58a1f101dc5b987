/** What people did lately in the demo region, by real use cases and dated back, so that every list, signal and calendar has something in it. */
import { and, eq, inArray, like, lt, sql } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { contact, gebeurtenis, gebruiker, kandidaat, mail, match, vestiging, werkgever } from '#db/schema.ts';
import { loadActor } from '#src/auth/session.server.ts';
import { addDays, isWerkdag } from '#src/domain/kalender/werkdagen.ts';
import { createGebruiker } from '#src/domain/gebruiker/gebruiker.server.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { listPublicProfiles } from '#src/domain/kandidaat/kandidaat.server.ts';
import { today } from '#src/domain/kandidaat/zichtbaar.server.ts';
import { planAfspraak } from '#src/domain/match/kennismaking.server.ts';
import { askKennismaking, moveMatch } from '#src/domain/match/match.server.ts';
import { refreshSuggestions } from '#src/domain/match/voorstellen.server.ts';
import { momentOf, nextOnWerkdag } from '#src/werkdagen.ts';

const SYSTEEM: Actor = { rol: 'systeem' };
type Paar = { id: number; werkgeverId: number; kandidaatId: number };
type Mensen = { anja: Actor; peter: Actor; karin: Actor };

/** The working day that lies so many days back, or the one before it. @returns yyyy-mm-dd */
export function werkdagTerug(dagen: number): string {
  let dag = addDays(today(), -dagen);
  while (!isWerkdag(dag)) dag = addDays(dag, -1);
  return dag;
}

/** An account of the demo, as it signs in. */
export const actorOf = (email: string): Actor => loadActor(database().select({ id: gebruiker.id }).from(gebruiker).where(eq(gebruiker.email, email)).get()!.id);

/** @param vanDijk the employer of the demo account @param wachtwoord of the accounts that this makes */
export async function seedWeek(vanDijk: number, wachtwoord: string): Promise<void> {
  const mensen = { anja: actorOf('werkmakelaar@demo.example'), peter: actorOf('accountmanager@demo.example'), karin: actorOf('werkgever@demo.example') };
  const open = openPairs(mensen);
  const used = new Set<number>();
  const take = (list: readonly Paar[], aantal: number): Paar[] => {
    const taken: Paar[] = [];
    for (const item of list) if (taken.length < aantal && !used.has(item.kandidaatId)) { used.add(item.kandidaatId); taken.push(item); }
    return taken;
  };
  const forVanDijk = take(open.filter((item) => item.werkgeverId === vanDijk), 5);
  const others = open.filter((item) => item.werkgeverId !== vanDijk);
  present(mensen, forVanDijk, take(others, 12));
  meet(mensen, take(others, 3).map((item) => item.kandidaatId), vanDijk);
  await reject(mensen, others.filter((item) => !used.has(item.kandidaatId)), wachtwoord);
  refreshSuggestions();
}

/** Suggestions of people in Anja's caseloads who have been here for a while and show name and portrait, so that the demo tells its story; best first. */
function openPairs({ anja, karin }: Mensen): Paar[] {
  if (anja.rol !== 'werkmakelaar') throw new Error('De demo mist haar werkmakelaar.');
  const rows = database().select({ id: match.id, werkgeverId: match.werkgeverId, kandidaatId: match.kandidaatId }).from(match).innerJoin(kandidaat, eq(kandidaat.id, match.kandidaatId)).innerJoin(werkgever, eq(werkgever.id, match.werkgeverId))
    .where(and(eq(match.status, 'voorgesteld'), inArray(kandidaat.werkmakelaarId, anja.caseloads), eq(kandidaat.status, 'gepubliceerd'), lt(kandidaat.aangemaaktOp, addDays(today(), -45)), eq(werkgever.status, 'geverifieerd'))).orderBy(sql`${match.score} DESC`, match.id).all();
  const shown = new Set(listPublicProfiles(karin, rows.map((item) => item.kandidaatId)).filter((profiel) => profiel.voornaam && profiel.portret).map((profiel) => profiel.id));
  return rows.filter((item) => shown.has(item.kandidaatId));
}

/** Judged, presented, one invited, and one voordracht that an employer leaves unanswered for more than five working days. */
function present({ anja, peter, karin }: Mensen, forVanDijk: readonly Paar[], others: readonly Paar[]): void {
  for (const item of [...forVanDijk, ...others]) moveMatch(anja, item.id, 'vind geschikt');
  for (const item of forVanDijk.slice(0, 4)) moveMatch(peter, item.id, 'draag voor', { bericht: 'Ik denk bij deze vacature meteen aan deze kandidaat. Zullen we een kennismaking plannen?' });
  if (forVanDijk[3]) moveMatch(karin, forVanDijk[3].id, 'nodig uit');
  for (const item of others.slice(0, 3)) moveMatch(peter, item.id, 'draag voor', { bericht: 'Graag stel ik u deze kandidaat voor.' });
  for (const item of [...forVanDijk, ...others]) happened(item.id, [5, 3, 2, 1]);
  if (others[0]) happened(others[0].id, [21, 15, 14]);
}

/** Karin wants to meet three people: one is to be planned, one comes soon, and of one nobody wrote down how it went. */
function meet({ peter, karin }: Mensen, people: readonly number[], vanDijk: number): void {
  const { naam, plaats } = database().select({ naam: werkgever.naam, plaats: vestiging.plaats }).from(werkgever).innerJoin(vestiging, eq(vestiging.werkgeverId, werkgever.id)).where(eq(werkgever.id, vanDijk)).get()!;
  const [gevraagd, gepland, geweest] = people.map((id) => askKennismaking(karin, id, null, 'Wij lezen graag dat u bij ons past. Kunt u een keer langskomen om te kijken hoe wij werken?'));
  const afspraak = { duurMinuten: 45, plaats: `${naam}, ${plaats}`, aanwezig: ['Karin van Dijk', 'Peter Jansen'], toelichting: 'Eerst koffie, daarna een rondje over de werkvloer.' };
  if (gevraagd) happened(gevraagd, [2]);
  if (gepland) {
    planAfspraak(peter, gepland, { ...afspraak, begin: nextOnWerkdag(momentOf(addDays(today(), 2), '08:00'), '10:00') });
    happened(gepland, [5, 3]);
  }
  if (geweest) {
    planAfspraak(peter, geweest, { ...afspraak, begin: momentOf(werkdagTerug(1), '14:00') });
    happened(geweest, [12, 9]);
  }
}

const NEE = ['zoekt meer ervaring', 'de plek is al vervuld', 'zoekt meer ervaring'];

/** Somebody whom three employers in a row turned down. */
async function reject({ anja, peter }: Mensen, open: readonly Paar[], wachtwoord: string): Promise<void> {
  const perPersoon = [...Map.groupBy(open, (item) => item.kandidaatId).values()].map((list) => [...new Map(list.map((item) => [item.werkgeverId, item])).values()]);
  const [list] = perPersoon.filter((items) => items.length >= NEE.length);
  for (const [at, { id, werkgeverId }] of (list ?? []).slice(0, NEE.length).entries()) {
    const { naam } = database().select({ naam: contact.naam }).from(contact).where(eq(contact.werkgeverId, werkgeverId)).get()!;
    const werkgeverActor = loadActor(await createGebruiker(SYSTEEM, { rol: 'werkgever', email: `werkgever-${werkgeverId}@demo.example`, naam, wachtwoord, werkgeverId }));
    moveMatch(anja, id, 'vind geschikt');
    moveMatch(peter, id, 'draag voor', { bericht: 'Graag stel ik u deze kandidaat voor.' });
    moveMatch(werkgeverActor, id, 'wijs af', { reden: NEE[at]! });
    happened(id, [11, 9, 7, 4].map((dagen) => dagen + 7 * (NEE.length - 1 - at)));
  }
}

/** Dates the events of a pair back, oldest first, each so many days ago; its mail and its own dates follow. */
function happened(matchId: number, dagen: readonly number[]): void {
  const db = database();
  transaction(() => {
    const events = db.select({ id: gebeurtenis.id }).from(gebeurtenis).where(and(eq(gebeurtenis.soort, 'match'), eq(gebeurtenis.objectId, matchId))).orderBy(gebeurtenis.id).all();
    const momenten = events.map((_, at) => momentOf(werkdagTerug(dagen[at] ?? dagen.at(-1)!), `${9 + at}:20`.padStart(5, '0')).toISOString());
    for (const [at, { id }] of events.entries()) db.update(gebeurtenis).set({ op: momenten[at]! }).where(eq(gebeurtenis.id, id)).run();
    db.update(match).set({ aangemaaktOp: momenten[0]!, gewijzigdOp: momenten.at(-1)! }).where(eq(match.id, matchId)).run();
    db.update(mail).set({ aangemaaktOp: momenten.at(-1)! }).where(like(mail.sleutel, `%:${matchId}:%`)).run();
  });
}
