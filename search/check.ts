/** Compares an index on the Meilisearch server with the tables, both ways, and repairs what differs. */
import { INDEXEN, type Index } from './engine.ts';
import { countDocuments, listParked, readChanges, readDocuments, readStand, type Plek, type Wijziging } from './feed.ts';
import { HOUDER, deliver, followOnce, isBuilt, withLeaseSoon } from './follow.ts';
import type { Kenmerk, ZoekServer } from './meilisearch.ts';
import { ServerStoring } from './meilisearch/fault.ts';
import { toRecord } from './meilisearch/record.ts';

const PAGE = 1_000;
/** Pieces of a sample, and documents a piece. */
const PIECES = 5, PIECE = 10;

/** Ids that are not on the server, that should not be there, and that say something else there. */
export type Verschil = { ontbreekt: number[]; teveel: number[]; anders: number[] };

export const countVerschil = ({ ontbreekt, teveel, anders }: Verschil): number => ontbreekt.length + teveel.length + anders.length;

/**
 * Compares one index. What changed after the last acknowledgement is still under way and does not count; a difference
 * counts when it is seen twice, because pages shift while documents come and go.
 * @throws ServerStoring when the server cannot be asked
 */
export async function checkIndex(server: ZoekServer, index: Index): Promise<Verschil> {
  if (!isBuilt(index)) throw new ServerStoring('ontbreekt', server.uid(index));
  const first = await compare(server, index);
  if (countVerschil(first) === 0) return first;
  const second = await compare(server, index);
  const both = (a: number[], b: number[]) => { const seen = new Set(b); return a.filter((id) => seen.has(id)); };
  return { ontbreekt: both(first.ontbreekt, second.ontbreekt), teveel: both(first.teveel, second.teveel), anders: both(first.anders, second.anders) };
}

/** Checks all indexes, after everything that waits was sent. @param repair also mends what differs */
export async function checkServer(server: ZoekServer, repair: boolean, holder = HOUDER): Promise<Record<Index, Verschil>> {
  await followOnce(server, holder).catch((error: unknown) => { if (!(error instanceof ServerStoring && error.soort === 'bezet')) throw error; });
  const found = {} as Record<Index, Verschil>;
  for (const index of INDEXEN) {
    found[index] = await checkIndex(server, index);
    if (repair && countVerschil(found[index]) > 0) await repairIndex(server, index, found[index], holder);
  }
  return found;
}

/** Whether an index has as many documents as it should, and a sample from all over it says the same as the tables. */
export async function checkSample(server: ZoekServer, index: Index, uid: string): Promise<boolean> {
  const { total } = await server.list(uid, 0, 1);
  for (let piece = 0; piece < PIECES; piece++) {
    const { results } = await server.list(uid, Math.floor((total * piece) / PIECES), PIECE);
    const there = new Map(results.map((each) => [each.id, each]));
    const here = readDocuments(index, [...there.keys()]);
    if (here.length < there.size || !here.every((document) => isSame(document, there.get(document.id)))) return false;
  }
  return total === countDocuments(index) - listParked().filter((parked) => parked.index === index).length;
}

/** Sends these documents as they are now, and takes out what should not be there. */
async function repairIndex(server: ZoekServer, index: Index, { ontbreekt, teveel, anders }: Verschil, holder: string): Promise<void> {
  const ids = [...ontbreekt, ...teveel, ...anders];
  await withLeaseSoon(holder, async (renew) => {
    for (let at = 0; at < ids.length; at += PAGE) {
      const batch = ids.slice(at, at + PAGE);
      const known = new Map(readDocuments(index, batch).map((document) => [document.id, document]));
      await deliver(server, index, server.uid(index), batch.map((id) => known.get(id) ?? { id, seq: 0, document: null }), renew);
    }
  });
}

/** Whether the server has this document as it is now. */
function isSame({ id, seq, document }: Wijziging, there: Kenmerk | undefined): boolean {
  if (document === null) return there === undefined;
  return there !== undefined && there.hash === toRecord(id, seq, document).hash;
}

async function compare(server: ZoekServer, index: Index): Promise<Verschil> {
  const acknowledged = readStand(index).seq;
  const there = new Map<number, Kenmerk>();
  for (let offset = 0, total = Infinity; offset < total; offset += PAGE) {
    const page = await server.list(server.uid(index), offset, PAGE);
    total = page.total;
    for (const each of page.results) there.set(each.id, each);
  }
  const found: Verschil = { ontbreekt: [], teveel: [], anders: [] };
  const parked = new Set(listParked().filter((each) => each.index === index).map(({ documentId }) => documentId));
  for (const change of everything(index)) {
    const kenmerk = there.get(change.id);
    there.delete(change.id);
    // What the server refuses is set aside and shown by search:status; it is no difference.
    if (change.seq > acknowledged || isSame(change, kenmerk) || (parked.has(change.id) && !kenmerk)) continue;
    (change.document === null ? found.teveel : kenmerk ? found.anders : found.ontbreekt).push(change.id);
  }
  found.teveel.push(...there.keys());
  return found;
}

function* everything(index: Index): Generator<Wijziging> {
  for (let place: Plek = { seq: 0, id: 0 }; ;) {
    const page = readChanges(index, place, PAGE);
    yield* page;
    if (page.length < PAGE) return;
    place = page.at(-1)!;
  }
}
