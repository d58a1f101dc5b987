/**
 * Builds the indexes on the Meilisearch server anew, each beside the one that serves, and lets the two change places.
 * Readers see the old index or the new one. The old one stays on the server, for going back.
 */
import { checkSample } from './check.ts';
import { INDEXEN, type Index } from './engine.ts';
import { countDocuments, hasChanges, readStand, saveStand } from './feed.ts';
import { HOUDER, deliverFrom, withLease, withLeaseSoon, type Ronde } from './follow.ts';
import type { ZoekServer } from './meilisearch.ts';
import { ServerStoring } from './meilisearch/fault.ts';
import { instellingenVersie } from './meilisearch/settings.ts';

/**
 * Rebuilds all indexes on the server.
 * @param report called with done and total number of documents
 * @throws ServerStoring; the index that serves is then as it was
 */
export async function rebuildServer(server: ZoekServer, report: (done: number, total: number) => void = () => {}, holder = HOUDER): Promise<Ronde> {
  await server.version();
  const ronde: Ronde = { verstuurd: 0, verwijderd: 0, geparkeerd: 0 };
  const total = INDEXEN.reduce((sum, index) => sum + countDocuments(index), 0);
  await withLease('(herbouw)', holder, async (renew) => {
    const progress = () => { renew(); report(Math.min(total, ronde.verstuurd + ronde.geparkeerd), total); };
    for (const index of INDEXEN) await replaceIndex(server, index, holder, ronde, progress);
  });
  report(total, total);
  return ronde;
}

async function replaceIndex(server: ZoekServer, index: Index, holder: string, ronde: Ronde, renew: () => void): Promise<void> {
  const uid = server.uid(index), beside = server.besideUid(index);
  await server.prepare(index, beside, renew);
  // The feed is its own mark: what changes while it is read comes along once more at its end.
  const mark = await deliverFrom(server, index, beside, 0, { ronde, renew });
  await withLeaseSoon(holder, async (renewLease) => {
    const both = () => { renew(); renewLease(); };
    const seq = await catchUp(server, index, beside, mark, ronde, both);
    if (!(await server.exists(uid))) await server.prepare(index, uid, both);
    // Before the swap: were we to stop right after it, the worker goes on from here and nothing is missed.
    saveStand(holder, index, { seq: Math.min(seq, readStand(index).seq) });
    await server.swap(uid, beside, both);
    saveStand(holder, index, { seq, instellingen: instellingenVersie(index) });
  });
}

/** Sends what changed meanwhile, and compares number and a sample; again while people go on changing things. */
async function catchUp(server: ZoekServer, index: Index, beside: string, mark: number, ronde: Ronde, renew: () => void): Promise<number> {
  for (let seq = mark, tries = 0; tries < 10; tries++) {
    seq = await deliverFrom(server, index, beside, seq, { ronde, renew });
    const same = await checkSample(server, index, beside);
    if (hasChanges(index, seq)) continue;
    if (!same) throw new ServerStoring('verschil', beside);
    return seq;
  }
  throw new ServerStoring('bezet');
}
