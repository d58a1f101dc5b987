/**
 * A small double of a Meilisearch server over HTTP: the routes, statuses and error codes of its documentation as far
 * as this project uses them, with faults to order. What it does not prove: typing mistakes, relevance, speed, and that
 * a real server agrees with our reading of the documentation.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DoubleIndex, Geweigerd, type Search, type Settings } from './meili-index.ts';
import type { Doc } from './meili-filter.ts';

export const SLEUTELS = { zoeksleutel: 'sleutel-zoeken', schrijfsleutel: 'sleutel-schrijven', herbouwsleutel: 'sleutel-herbouwen' };
/** What each key may do; the README tells operators to make the same keys. */
const RECHTEN: Record<string, string[]> = {
  [SLEUTELS.zoeksleutel]: ['search'],
  [SLEUTELS.schrijfsleutel]: ['documents.add', 'documents.delete', 'documents.get', 'tasks.get', 'version'],
  [SLEUTELS.herbouwsleutel]: ['documents.add', 'documents.delete', 'documents.get', 'tasks.get', 'version', 'indexes.create', 'indexes.get', 'indexes.delete', 'indexes.swap', 'settings.update'],
};

/** A fault for the calls it matches: an answer of its own, silence, or a connection that breaks. */
export type Fout = { bij?: (method: string, path: string) => boolean; status?: number; code?: string; html?: boolean; wachtSeconden?: number; zwijg?: boolean; verbreek?: boolean };
type Taak = { uid: number; status: string; error: { code: string; type: string; message: string } | null };
type TaskError = { code: string; type: string };

export class MeiliDubbel {
  readonly indexes = new Map<string, DoubleIndex>();
  /** Every call as "METHOD path". */
  readonly calls: string[] = [];
  fout: Fout | undefined;
  /** Lets a task on documents fail, as a server does that chokes on one of them. */
  taakFout: ((documents: Doc[]) => TaskError | undefined) | undefined;
  /** Tasks stay in the queue. */
  houdTaken = false;
  versie = '1.50.0';
  private readonly tasks = new Map<number, Taak>();
  private waiting: (() => void)[] = [];
  private readonly http: Server = createServer((request, response) => { void this.handle(request, response); });

  /** Starts on a free port. */
  static async start(): Promise<MeiliDubbel> {
    const double = new MeiliDubbel();
    await new Promise<void>((resolve) => { double.http.listen(0, '127.0.0.1', resolve); });
    return double;
  }

  get host(): string { return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`; }

  /** Forgets all tasks, as a server does that was put back from a copy. */
  verliesTaken(): void { this.tasks.clear(); }

  /** Carries out what was kept in the queue. */
  voerTakenUit(): void { this.houdTaken = false; for (const work of this.waiting.splice(0)) work(); }

  async stop(): Promise<void> {
    this.http.closeAllConnections();
    await new Promise((resolve) => { this.http.close(resolve); });
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, this.host);
    const method = request.method!;
    this.calls.push(`${method} ${url.pathname}`);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { fout } = this;
    if (fout && (fout.bij?.(method, url.pathname) ?? true)) return fail(request, response, fout);
    try {
      const denied = this.denied(request, actionOf(method, url.pathname));
      const [status, body] = denied ?? this.answer(method, url, chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : undefined);
      send(response, status, body);
    } catch (error) {
      send(response, 400, error instanceof Geweigerd ? problem(error.code, error.message) : problem('malformed_payload', String(error)));
    }
  }

  private denied(request: IncomingMessage, action: string): [number, unknown] | undefined {
    const header = request.headers.authorization;
    if (header === undefined) return [401, problem('missing_authorization_header', 'geen sleutel', 'auth')];
    return RECHTEN[header.replace('Bearer ', '')]?.includes(action) ? undefined : [403, problem('invalid_api_key', `geen recht op ${action}`, 'auth')];
  }

  private answer(method: string, url: URL, body: unknown): [number, unknown] {
    const [room, uid, what, which] = url.pathname.split('/').slice(1).map(decodeURIComponent) as [string, string, string?, string?];
    if (room === 'version') return [200, { commitSha: '', commitDate: '', pkgVersion: this.versie }];
    if (room === 'tasks') { const task = this.tasks.get(Number(uid)); return task ? [200, task] : [404, problem('task_not_found', uid)]; }
    if (room === 'multi-search') return this.multiSearch((body as { queries: Search[] }).queries);
    if (room === 'swap-indexes') return this.enqueue(null, () => this.swap(body as { indexes: [string, string] }[]));
    if (room === 'indexes' && method === 'POST' && uid === undefined) return this.create((body as { uid: string }).uid);
    if (room !== 'indexes') return [404, problem('not_found', url.pathname)];
    const index = this.indexes.get(uid);
    if (what === undefined && method === 'DELETE') return this.enqueue(uid, () => { this.existing(uid); this.indexes.delete(uid); });
    if (what === 'settings') return this.enqueue(uid, () => this.existing(uid).update(body as Settings));
    if (!index) return [404, problem('index_not_found', uid)];
    if (what === undefined) return [200, { uid, primaryKey: 'id', createdAt: '', updatedAt: '' }];
    if (method === 'GET') return [200, list(index, url.searchParams)];
    if (which === 'delete-batch') return this.enqueue(uid, () => { for (const id of body as number[]) this.existing(uid).documents.delete(id); });
    return this.enqueue(uid, () => this.add(this.existing(uid), body as Doc[]));
  }

  private create(uid: string): [number, unknown] {
    return this.enqueue(uid, () => {
      if (this.indexes.has(uid)) throw new Geweigerd('index_already_exists', uid);
      this.indexes.set(uid, new DoubleIndex());
    });
  }

  /** All of a batch or nothing, as the server does. */
  private add(index: DoubleIndex, documents: Doc[]): void {
    const refused = this.taakFout?.(documents);
    if (refused) throw Object.assign(new Geweigerd(refused.code, 'taak mislukt'), { type: refused.type });
    for (const document of documents) {
      if (!Number.isInteger(document.id)) throw new Geweigerd('invalid_document_id', String(document.id));
      const geo = document._geo as { lat: number; lng: number } | undefined;
      if (geo && !(Math.abs(geo.lat) <= 90 && Math.abs(geo.lng) <= 180)) throw new Geweigerd('invalid_document_geo_field', String(document.id));
    }
    for (const document of documents) index.documents.set(document.id as number, document);
  }

  private swap(pairs: { indexes: [string, string] }[]): void {
    for (const { indexes: [a, b] } of pairs) {
      const [x, y] = [this.existing(a), this.existing(b)];
      this.indexes.set(a, y).set(b, x);
    }
  }

  private existing(uid: string): DoubleIndex {
    const index = this.indexes.get(uid);
    if (!index) throw new Geweigerd('index_not_found', uid);
    return index;
  }

  private multiSearch(queries: Search[]): [number, unknown] {
    const missing = queries.find(({ indexUid }) => !this.indexes.has(indexUid));
    if (missing) return [404, problem('index_not_found', missing.indexUid)];
    return [200, { results: queries.map((query) => this.indexes.get(query.indexUid)!.search(query)) }];
  }

  /** 202 now; the work is done after the answer left, unless tasks are kept. */
  private enqueue(indexUid: string | null, work: () => void): [number, unknown] {
    const uid = this.tasks.size + 1_000 + this.calls.length;
    const task: Taak = { uid, status: 'enqueued', error: null };
    this.tasks.set(uid, task);
    const run = () => {
      try {
        work();
        task.status = 'succeeded';
      } catch (error) {
        const { code = 'internal', type = 'invalid_request' } = error as Partial<TaskError>;
        Object.assign(task, { status: 'failed', error: { code, type, message: String(error) } });
      }
    };
    if (this.houdTaken) this.waiting.push(run);
    else run();
    return [202, { taskUid: uid, indexUid, status: 'enqueued', type: 'indexUpdate', enqueuedAt: '' }];
  }
}

function actionOf(method: string, path: string): string {
  if (path === '/multi-search') return 'search';
  if (path === '/version') return 'version';
  if (path === '/swap-indexes') return 'indexes.swap';
  if (path.startsWith('/tasks')) return 'tasks.get';
  if (path.endsWith('/settings')) return 'settings.update';
  if (path.endsWith('/delete-batch')) return 'documents.delete';
  if (path.endsWith('/documents')) return method === 'GET' ? 'documents.get' : 'documents.add';
  return method === 'GET' ? 'indexes.get' : method === 'DELETE' ? 'indexes.delete' : 'indexes.create';
}

function list(index: DoubleIndex, params: URLSearchParams) {
  const fields = params.get('fields')?.split(',');
  const offset = Number(params.get('offset') ?? 0), limit = Number(params.get('limit') ?? 20);
  const all = [...index.documents.values()];
  const results = all.slice(offset, offset + limit).map((doc) => Object.fromEntries(Object.entries(doc).filter(([name]) => fields === undefined || fields.includes(name))));
  return { results, offset, limit, total: all.length };
}

const problem = (code: string, message: string, type = 'invalid_request') => ({ message, code, type, link: '' });

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

function fail(request: IncomingMessage, response: ServerResponse, fout: Fout): void {
  if (fout.zwijg) return;
  if (fout.verbreek) { request.socket.destroy(); return; }
  if (fout.html) { response.writeHead(fout.status ?? 502, { 'content-type': 'text/html' }).end('<html><body>Bad Gateway</body></html>'); return; }
  const headers: Record<string, string> = fout.wachtSeconden === undefined ? {} : { 'retry-after': String(fout.wachtSeconden) };
  send(response, fout.status ?? 500, fout.code ? problem(fout.code, 'een storing op bestelling') : {}, headers);
}
