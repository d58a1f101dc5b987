/**
 * The worker that keeps a Meilisearch server equal to the tables. It follows the feed, sends each changed document as
 * it is now, and acknowledges a change only when the server's task succeeded. So the order does not matter, sending
 * twice does no harm, and a worker that is killed at any moment loses nothing.
 */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { log } from '#src/log.ts';
import { INDEXEN, type Index } from './engine.ts';
import { dropLease, hasChanges, readChanges, readStand, saveParked, saveStand, takeLease, type Pacht, type Plek, type Wijziging } from './feed.ts';
import type { ZoekServer } from './meilisearch.ts';
import { ServerStoring } from './meilisearch/fault.ts';
import { refusal, toRecord, type ServerRecord } from './meilisearch/record.ts';
import { instellingenVersie } from './meilisearch/settings.ts';

export type Ronde = { verstuurd: number; verwijderd: number; geparkeerd: number };
type Geweigerd = { id: number; seq: number; fout: string };

const INTERVAL_MS = 1_000;
const BACKOFF_MAX_MS = 60_000;
const BATCH = 500;
/** Long enough for one step; prolonged while the server works on a task. */
const LEASE_MS = 30_000;
/** More refusals in one batch than this are no matter of a single document: then nothing is set aside. */
const REFUSED_MAX = 20;

/** Who this process is, for the lease. */
export const HOUDER = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;

/** Runs `work` while this process is the only one that follows, or rebuilds. @throws ServerStoring `bezet` */
export async function withLease<T>(pacht: Pacht, holder: string, work: (renew: () => void) => Promise<T>): Promise<T> {
  const renew = () => { if (!takeLease(pacht, holder, LEASE_MS)) throw new ServerStoring('bezet'); };
  renew();
  try {
    return await work(renew);
  } finally {
    dropLease(pacht, holder);
  }
}

/** The same for a command, which waits its turn: a worker holds the lease for no longer than one round. */
export async function withLeaseSoon<T>(holder: string, work: (renew: () => void) => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + 2 * LEASE_MS; !takeLease('(volger)', holder, LEASE_MS);) {
    if (Date.now() > deadline) throw new ServerStoring('bezet');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return withLease('(volger)', holder, work);
}

/** Whether the index on the server was built with the settings of this version of the site. */
export function isBuilt(index: Index): boolean {
  return readStand(index).instellingen === instellingenVersie(index);
}

/**
 * Brings all indexes on the server up to date, once.
 * @param signal stops between two steps
 * @throws ServerStoring at the first fault; what was acknowledged until then stays so
 */
export async function followOnce(server: ZoekServer, holder = HOUDER, signal?: AbortSignal): Promise<Ronde> {
  const ronde: Ronde = { verstuurd: 0, verwijderd: 0, geparkeerd: 0 };
  const behind = INDEXEN.filter((index) => isBuilt(index) && hasChanges(index, readStand(index).seq));
  if (behind.length === 0) return ronde;
  await withLease('(volger)', holder, async (prolong) => {
    const renew = () => { signal?.throwIfAborted(); prolong(); };
    for (const index of behind) {
      const reached = (seq: number) => saveStand(holder, index, { seq });
      await deliverFrom(server, index, server.uid(index), readStand(index).seq, { ronde, renew, reached });
    }
  });
  return ronde;
}

/**
 * Sends everything that changed after `seq` to one index on the server.
 * @param reached told each time when all changes up to a number are on the server
 * @returns the number that the index on the server has then
 */
export async function deliverFrom(server: ZoekServer, index: Index, uid: string, seq: number, { ronde, renew, reached }: { ronde: Ronde; renew: () => void; reached?: (seq: number) => void }): Promise<number> {
  let done = seq;
  for (let place: Plek = { seq, id: Number.MAX_SAFE_INTEGER }; ;) {
    renew();
    const changes = readChanges(index, place, BATCH);
    if (changes.length === 0) return done;
    add(ronde, await deliver(server, index, uid, changes, renew));
    place = changes.at(-1)!;
    // A full batch may end in the middle of one change of many documents; then only the one before it is complete.
    const complete = changes.length < BATCH ? place.seq : place.seq - 1;
    if (complete > done) { done = complete; reached?.(done); }
    if (changes.length < BATCH) return done;
  }
}

/** Follows the feed every second, beside the requests of this process. @returns a function that stops it */
export function startFollowing(server: ZoekServer): () => Promise<void> {
  const stopping = new AbortController();
  let failures = 0;
  let wake = () => {};
  const pause = (ms: number) => new Promise<void>((resolve) => { wake = resolve; setTimeout(resolve, ms).unref(); });
  const step = async () => {
    try {
      const ronde = await followOnce(server, HOUDER, stopping.signal);
      if (ronde.verstuurd + ronde.verwijderd + ronde.geparkeerd > 0) log.info(ronde, 'zoekserver bijgewerkt');
      failures = 0;
      return INTERVAL_MS;
    } catch (error) {
      const fault = error instanceof ServerStoring ? error : undefined;
      // Another process follows the feed, or we are stopping: nothing is wrong.
      if (fault?.soort === 'bezet' || stopping.signal.aborted) return INTERVAL_MS;
      failures++;
      log[failures === 1 ? 'error' : 'debug']({ fout: fault?.message ?? (error instanceof Error ? error.stack : String(error)) }, 'zoekserver bijwerken mislukt');
      return Math.max(fault?.wachtMs ?? 0, Math.min(BACKOFF_MAX_MS, INTERVAL_MS * 2 ** failures));
    }
  };
  const running = (async () => {
    while (!stopping.signal.aborted) {
      const wait = await step();
      if (!stopping.signal.aborted) await pause(wait);
    }
  })();
  return async () => { stopping.abort(); wake(); await running; };
}

/** Sends these documents as they are given here, and sets aside what the server does not want. */
export async function deliver(server: ZoekServer, index: Index, uid: string, changes: readonly Wijziging[], renew: () => void): Promise<Ronde> {
  const records = changes.flatMap(({ id, seq, document }) => (document ? [toRecord(id, seq, document)] : []));
  const known: Geweigerd[] = records.flatMap((record) => { const fout = refusal(record); return fout ? [{ id: record.id, seq: record.rev, fout }] : []; });
  const good = records.filter((record) => !known.some(({ id }) => id === record.id));
  const refused = [...known, ...(await addOrBisect(server, uid, good, renew, { left: REFUSED_MAX }))];
  // Somebody whose new document is refused must not stay findable by the old one.
  const gone = [...changes.filter(({ document }) => document === null).map(({ id }) => id), ...refused.map(({ id }) => id)];
  if (gone.length > 0) await server.remove(uid, gone, renew);
  for (const { id, fout } of refused) log.warn({ index, id, fout }, 'document geweigerd door de zoekserver');
  saveParked(index, refused, changes.map(({ id }) => id).filter((id) => !refused.some((each) => each.id === id)));
  return { verstuurd: records.length - refused.length, verwijderd: changes.length - records.length, geparkeerd: refused.length };
}

function add(ronde: Ronde, more: Ronde): void {
  ronde.verstuurd += more.verstuurd;
  ronde.verwijderd += more.verwijderd;
  ronde.geparkeerd += more.geparkeerd;
}

/** One bad document fails its whole batch: halve until it stands alone. */
async function addOrBisect(server: ZoekServer, uid: string, records: readonly ServerRecord[], renew: () => void, refusals: { left: number }): Promise<Geweigerd[]> {
  if (records.length === 0) return [];
  try {
    await server.add(uid, records, renew);
    return [];
  } catch (error) {
    if (!(error instanceof ServerStoring && error.doorDocument)) throw error;
    if (records.length === 1) {
      if (refusals.left-- <= 0) throw error;
      return [{ id: records[0]!.id, seq: records[0]!.rev, fout: error.code ?? error.soort }];
    }
    const half = Math.ceil(records.length / 2);
    const first = await addOrBisect(server, uid, records.slice(0, half), renew, refusals);
    return [...first, ...(await addOrBisect(server, uid, records.slice(half), renew, refusals))];
  }
}
