/**
 * Keeps suggestions fresh. Every change writes an outbox row in its own transaction; this worker turns rows into
 * suggestions. Each portion is handled in one transaction with its removal: killed half-way, it is simply done again.
 */
import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { kandidaat, match, outbox, vacature } from '#db/schema.ts';
import { enqueue } from '../gebeurtenis/gebeurtenis.server.ts';
import type { KandidaatRij } from '../kandidaat/kandidaat.server.ts';
import { today, voorstelbaar } from '../kandidaat/zichtbaar.server.ts';
import { matchbaar, type VacatureRij } from '../vacature/vacature.server.ts';
import { PAST_VANAF } from './eiskosten.ts';
import { GEWICHTEN, type Uitleg } from './onderdeel.ts';
import { byScore, fits, knownPairs, markSuggested, openCounts, refreshOpen, suggest, takeBack, type Bekend } from './paren.server.ts';
import { poel } from './poel.server.ts';
import { explainPair, rankKandidaten } from './ranglijst.server.ts';

/** Open suggestions per vacature at most; refilled as they are judged. */
export const MAX_OPEN = 20;
/** Vacatures that one changed kandidaat is suggested for at most. */
const MAX_PER_KANDIDAAT = 10;
const MAX_POGINGEN = 8;
/** Changed kandidaten that share one reading of all open vacatures and one transaction. */
const GROEP = 10;

type Opdracht = typeof outbox.$inferSelect;

/**
 * Handles everything that is in the outbox now.
 * @param report called after each portion with the number done
 * @returns how many rows were handled
 */
export function refreshSuggestions(report: (done: number) => void = () => {}): number {
  let done = 0;
  for (let count = refreshPortion(); count > 0; count = refreshPortion()) report(done += count);
  return done;
}

/**
 * Asks fresh suggestions for all open vacatures when some were made with other weights: with an update of this software
 * the same pair has another score, and the queue shows from a score on.
 * @returns for how many vacatures
 */
export function requestOutdated(): number {
  return transaction(() => {
    const isOld = and(eq(match.status, 'voorgesteld'), sql`json_extract(${match.uitleg}, '$.versie') <> ${GEWICHTEN.versie}`);
    if (!database().select({ id: match.id }).from(match).where(isOld).limit(1).get()) return 0;
    return requestAll();
  });
}

/** Asks fresh suggestions for all open vacatures, in the transaction of what changed them all. @returns for how many */
export function requestAll(): number {
  const open = database().select({ id: vacature.id }).from(vacature).where(matchbaar(today())).all();
  enqueue('voorstellen-vacature', open.map(({ id }) => id));
  return open.length;
}

/** Handles one portion: one vacature, or a group of kandidaten. @returns the rows handled, 0 when nothing is due */
export function refreshPortion(): number {
  const nu = new Date().toISOString();
  // Vacatures first: one that opens should not wait behind an import of thousands of kandidaten.
  const due = database().select().from(outbox).where(and(inArray(outbox.soort, ['voorstellen-vacature', 'voorstellen-kandidaat']), lte(outbox.nietVoor, nu), sql`${outbox.pogingen} < ${MAX_POGINGEN}`))
    .orderBy(sql`${outbox.soort} = 'voorstellen-kandidaat'`, asc(outbox.id)).limit(GROEP).all();
  const rows = due[0]?.soort === 'voorstellen-vacature' ? due.slice(0, 1) : due;
  if (rows.length === 0) return 0;
  // Brought up to date before the transaction: what is read inside one has to be read again after it.
  poel();
  handle(rows);
  return rows.length;
}

/** One that fails must not keep the others of its group from being handled: they are tried again one by one. */
function handle(rows: Opdracht[]): void {
  try {
    transaction(() => answer(rows));
  } catch (error) {
    if (rows.length > 1) return rows.forEach((row) => handle([row]));
    const [row] = rows as [Opdracht];
    const wait = new Date(Date.now() + 1000 * 2 ** row.pogingen).toISOString();
    database().update(outbox).set({ pogingen: row.pogingen + 1, nietVoor: wait, fout: error instanceof Error ? error.message : String(error) }).where(eq(outbox.id, row.id)).run();
  }
}

function answer(rows: Opdracht[]): void {
  const { soort } = rows[0]!;
  // Another process may have been quicker between reading the rows and this transaction.
  const waiting = database().select({ objectId: outbox.objectId }).from(outbox).where(inArray(outbox.id, rows.map((row) => row.id))).orderBy(asc(outbox.id)).all();
  const ids = [...new Set(waiting.map((row) => row.objectId))];
  if (ids.length === 0) return;
  const suggested = soort === 'voorstellen-vacature' ? suggestForVacature(ids[0]!) : suggestForKandidaten(ids);
  markSuggested(suggested, new Date().toISOString());
  // Rows about the same objects that are waiting too are answered by this one.
  database().delete(outbox).where(and(eq(outbox.soort, soort), inArray(outbox.objectId, ids))).run();
}

/**
 * Fills the open suggestions of one vacature up to the limit: the best pairs that nobody judged, or that changed since.
 * @returns the kandidaten that were suggested
 */
function suggestForVacature(vacatureId: number): number[] {
  const vandaag = today();
  const job = database().select().from(vacature).where(and(eq(vacature.id, vacatureId), matchbaar(vandaag))).get();
  if (!job) return [];
  const known = new Map(knownPairs({ vacatureIds: [vacatureId] }).map((pair) => [pair.kandidaatId, pair]));
  for (const person of openPeople([...known.values()])) refreshOpen(known.get(person.id)!, explainPair(job, person, vandaag));
  const room = MAX_OPEN - (openCounts([vacatureId], vandaag).get(vacatureId) ?? 0);
  const suggested: number[] = [];
  for (const { id, uitleg } of rankKandidaten(job, vandaag, MAX_OPEN + known.size).resultaten) {
    if (suggested.length >= room || uitleg.score < PAST_VANAF) break;
    const pair = known.get(id);
    if (pair ? takeBack(pair, uitleg) : suggest(job, id, uitleg)) suggested.push(id);
  }
  return suggested;
}

function openPeople(pairs: readonly Bekend[]) {
  const ids = pairs.filter((pair) => pair.status === 'voorgesteld').map((pair) => pair.kandidaatId);
  return ids.length === 0 ? [] : database().select().from(kandidaat).where(inArray(kandidaat.id, ids)).all();
}

/**
 * Suggests each of these kandidaten for the vacatures that fit best and have room, in the order of the ids. The open
 * vacatures, the pairs and the room are read once for all of them.
 * @returns the kandidaten that were suggested
 */
function suggestForKandidaten(ids: readonly number[]): number[] {
  const vandaag = today();
  const people = new Map(database().select().from(kandidaat).where(and(inArray(kandidaat.id, [...ids]), voorstelbaar())).all().map((row) => [row.id, row]));
  if (people.size === 0) return [];
  const jobs = database().select().from(vacature).where(matchbaar(vandaag)).orderBy(asc(vacature.id)).all();
  const known = Map.groupBy(knownPairs({ kandidaatIds: [...people.keys()] }), (pair) => pair.kandidaatId);
  const ranked = ids.flatMap((id) => { const person = people.get(id); return person ? [{ id, paren: rankJobs(person, jobs, known.get(id) ?? [], vandaag) }] : []; });
  const open = openCounts(jobs.map((job) => job.id), vandaag);
  return ranked.flatMap(({ id, paren }) => (takePlaces(id, paren, open) ? [id] : []));
}

type Kans = { job: VacatureRij; uitleg: Uitleg; bekend: Bekend | undefined };

/** What fits one kandidaat, best first; open suggestions get the explanation of now on the way. */
function rankJobs(person: KandidaatRij, jobs: readonly VacatureRij[], known: readonly Bekend[], vandaag: string): Kans[] {
  const pairs = new Map(known.map((pair) => [pair.vacatureId, pair]));
  const all = jobs.map((job) => ({ job, uitleg: explainPair(job, person, vandaag), bekend: pairs.get(job.id) }));
  for (const { bekend, uitleg } of all) if (bekend) refreshOpen(bekend, uitleg);
  return all.filter(({ uitleg }) => fits(uitleg)).sort(byScore);
}

/** A judged pair that changed comes back wherever it stands among the others; new ones are the best few. */
function takePlaces(id: number, paren: readonly Kans[], open: Map<number, number>): boolean {
  let taken = false;
  for (const [at, { job, uitleg, bekend }] of paren.entries()) {
    const count = open.get(job.id) ?? 0;
    if (count >= MAX_OPEN) continue;
    if (bekend ? !takeBack(bekend, uitleg) : at >= MAX_PER_KANDIDAAT) continue;
    if (!bekend) suggest(job, id, uitleg);
    open.set(job.id, count + 1);
    taken = true;
  }
  return taken;
}
