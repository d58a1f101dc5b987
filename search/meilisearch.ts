/**
 * The Meilisearch server: the only file that talks to it. Every call has its own limit of time, and whatever goes
 * wrong leaves as a ServerStoring. One key per task, so that a key that leaks can do no more than its task.
 */
import { Meilisearch } from 'meilisearch';
import { MAX_TOTAAL, perPagina, type Antwoord, type Index, type Vraag } from './engine.ts';
import { ServerStoring, faultOf, taskFault } from './meilisearch/fault.ts';
import { alsoSearched, askedPage, pageQueries, probeQueries, toFacet, toTreffers, zinnen, type Query, type Result, type Zin } from './meilisearch/query.ts';
import type { ServerRecord } from './meilisearch/record.ts';
import { MINIMUM_VERSIE, instellingen } from './meilisearch/settings.ts';

/** How to reach a server. `voorvoegsel` comes before every index name, so that two regions may share a server. */
export type ServerInstellingen = { host: string; zoeksleutel?: string; schrijfsleutel?: string; herbouwsleutel?: string; voorvoegsel: string };

/** What tells one version of a document from another. */
export type Kenmerk = Pick<ServerRecord, 'id' | 'rev' | 'hash'>;

/** A visitor waits for the server no longer than this, for all its answers together; then the embedded engine answers. */
const READ_MS = 2_000;
const WRITE_MS = 10_000;
/** A task that takes longer counts as lost; sending it again does no harm. */
const TASK_MS = 120_000;

export class ZoekServer {
  private readonly settings: ServerInstellingen;
  private readonly reader: Meilisearch;
  private readonly writer: Meilisearch;

  /** @param rol `herbouw` works with the key that may also make, swap and remove indexes */
  constructor(settings: ServerInstellingen, rol: 'site' | 'herbouw' = 'site') {
    const client = (apiKey: string | undefined, timeout?: number) => new Meilisearch({ host: settings.host, ...(timeout ? { timeout } : {}), ...(apiKey ? { apiKey } : {}) });
    this.settings = settings;
    this.reader = client(settings.zoeksleutel);
    this.writer = client(rol === 'herbouw' ? settings.herbouwsleutel : settings.schrijfsleutel, WRITE_MS);
  }

  /** The name of an index on the server. */
  uid = (index: Index): string => `${this.settings.voorvoegsel}${index}`;
  /** The index beside it: the new one while it is built, the old one after the swap. */
  besideUid = (index: Index): string => `${this.uid(index)}-ernaast`;

  /** Answers a question. @throws OnbekendVeld before anything is sent, ServerStoring for every fault of the server */
  async search(index: Index, vraag: Vraag): Promise<Antwoord> {
    const ways = vraag.tekst?.trim() ? zinnen(vraag.tekst) : [undefined];
    const nothing = pageQueries(this.uid(index), index, vraag, undefined);
    if (ways.length === 0) return toAntwoord(index, vraag, undefined, nothing.facetOf.map(() => ({ hits: [] })), nothing.facetOf, 0);
    const limit = AbortSignal.timeout(READ_MS);
    const answer = await this.ask(index, vraag, ways[0], limit);
    if (answer.totaal > 0 || ways[0] === undefined) return answer;
    const found = await this.multiSearch(probeQueries(this.uid(index), ways as Zin[]), limit);
    const way = found.findIndex((result) => result.hits.length > 0);
    return way > 0 ? this.ask(index, vraag, ways[way], limit) : answer;
  }

  /** Sends whole records and waits until they can be found. @throws ServerStoring; `doorDocument` when one is to blame */
  async add(uid: string, records: readonly ServerRecord[], onWait?: () => void): Promise<void> {
    await this.finish(() => this.writer.index(uid).addDocuments([...records], { primaryKey: 'id' }), onWait);
  }

  /** Takes documents out and waits until they cannot be found any more. */
  async remove(uid: string, ids: readonly number[], onWait?: () => void): Promise<void> {
    await this.finish(() => this.writer.index(uid).deleteDocuments([...ids]), onWait);
  }

  /** What the server has: one page of documents in its own fixed order, without their texts, and how many there are. */
  async list(uid: string, offset: number, limit: number): Promise<{ total: number; results: Kenmerk[] }> {
    return safely(() => this.writer.index<ServerRecord>(uid).getDocuments({ fields: ['id', 'rev', 'hash'], offset, limit }));
  }

  /** Makes an empty index with our settings; one of that name is removed first. */
  async prepare(index: Index, uid: string, onWait?: () => void): Promise<void> {
    await this.finish(() => this.writer.deleteIndex(uid), onWait).catch(ignoreMissing);
    await this.finish(() => this.writer.createIndex(uid, { primaryKey: 'id' }), onWait);
    await this.finish(() => this.writer.index(uid).updateSettings(instellingen(index)), onWait);
  }

  /** Lets two indexes change places at once. */
  async swap(a: string, b: string, onWait?: () => void): Promise<void> {
    await this.finish(() => this.writer.swapIndexes([{ indexes: [a, b], rename: false }]), onWait);
  }

  /** Whether this index is on the server. */
  async exists(uid: string): Promise<boolean> {
    try { await safely(() => this.writer.index(uid).getRawInfo()); return true; } catch (error) { ignoreMissing(error); return false; }
  }

  /** The version of the server. @throws ServerStoring when it is too old for our settings */
  async version(): Promise<string> {
    const { pkgVersion } = await safely(() => this.writer.getVersion());
    if (pkgVersion.localeCompare(MINIMUM_VERSIE, 'en', { numeric: true }) < 0) throw new ServerStoring('te oud', pkgVersion);
    return pkgVersion;
  }

  private async ask(index: Index, vraag: Vraag, zin: Zin | undefined, limit: AbortSignal): Promise<Antwoord> {
    const { queries, facetOf } = pageQueries(this.uid(index), index, vraag, zin);
    const results = await this.multiSearch(queries, limit);
    const total = results[0]!.totalHits ?? 0;
    const last = Math.max(1, Math.ceil(total / perPagina(vraag)));
    // Past the end: the last page there is, as the embedded engine gives it.
    if (total > 0 && askedPage(vraag) > last) return this.ask(index, { ...vraag, pagina: last }, zin, limit);
    return toAntwoord(index, vraag, zin, results, facetOf, total);
  }

  private async multiSearch(queries: Query[], signal: AbortSignal): Promise<Result[]> {
    const answer: unknown = await safely(() => this.reader.multiSearch({ queries }, { signal }));
    const results = (answer as { results?: Result[] } | undefined)?.results;
    if (results?.length !== queries.length) throw new ServerStoring('onleesbaar');
    return results;
  }

  /** Enqueues a task and waits for its end: a 202 says nothing yet. @throws ServerStoring unless it succeeded */
  private async finish(enqueue: () => Promise<{ taskUid: number }>, onWait: () => void = () => {}): Promise<void> {
    const { taskUid } = await safely(enqueue);
    const deadline = Date.now() + TASK_MS;
    for (let pause = 10; ; pause = Math.min(500, pause * 2)) {
      const task = await safely(() => this.writer.tasks.getTask(taskUid));
      if (task.status === 'succeeded') return;
      if (task.status === 'failed' || task.status === 'canceled') throw taskFault(task.error);
      if (Date.now() > deadline) throw new ServerStoring('traag', task.status);
      onWait();
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

function toAntwoord(index: Index, vraag: Vraag, zin: Zin | undefined, results: Result[], facetOf: (string | undefined)[], total: number): Antwoord {
  const page = results[0]!;
  const facetten = Object.fromEntries(Object.keys(vraag.facetten ?? {}).map((veld) => [veld, toFacet(results[Math.max(0, facetOf.indexOf(veld))]!, index, veld)]));
  return {
    treffers: toTreffers(page, vraag), totaal: total, totaalExact: total < MAX_TOTAAL, facetten,
    pagina: total === 0 ? 1 : askedPage(vraag), paginas: Math.max(1, Math.ceil(total / perPagina(vraag))),
    weggelaten: zin?.weggelaten ?? [], ookGezocht: zin ? alsoSearched(page, zin) : [],
  };
}

/** Runs a call to the server; every fault leaves as a ServerStoring. */
async function safely<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw faultOf(error);
  }
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof ServerStoring && error.soort === 'ontbreekt')) throw error;
}
