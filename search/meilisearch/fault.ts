/**
 * What can go wrong between us and a Meilisearch server, read from codes and statuses and never from messages, which
 * change between versions. Pure.
 */

/** Kind → what the beheerder and the log are told. */
export const STORINGEN = {
  onbereikbaar: 'de zoekserver is niet te bereiken',
  traag: 'de zoekserver antwoordt niet op tijd',
  sleutel: 'de zoekserver weigert de sleutel',
  ontbreekt: 'de index staat niet op de zoekserver; voer npm run search:rebuild uit',
  vol: 'de schijf van de zoekserver is vol',
  druk: 'de zoekserver heeft het te druk',
  'te groot': 'de zoekserver vindt het bericht te groot',
  geweigerd: 'de zoekserver weigert de vraag of het document',
  onleesbaar: 'op het adres van de zoekserver antwoordt iets anders',
  kapot: 'de zoekserver heeft een storing',
  'taak weg': 'de zoekserver kent een opdracht niet meer',
  'te oud': 'de zoekserver is te oud voor deze instellingen',
  bezet: 'een ander proces werkt de zoekserver al bij',
  verschil: 'de nieuwe index is niet gelijk aan de tabellen',
} as const;
export type StoringSoort = keyof typeof STORINGEN;

/** A fault of the search server; `code` is the server's own, `wachtMs` how long it asked us to wait. */
export class ServerStoring extends Error {
  readonly soort: StoringSoort;
  readonly code: string | undefined;
  readonly wachtMs: number | undefined;
  constructor(soort: StoringSoort, code?: string, wachtMs?: number) {
    super(code === undefined ? STORINGEN[soort] : `${STORINGEN[soort]} (${code})`);
    this.soort = soort;
    this.code = code;
    this.wachtMs = wachtMs;
  }

  /** Whether one of the documents sent is to blame, so that the others may go on without it. */
  get doorDocument(): boolean {
    return this.soort === 'geweigerd' || this.soort === 'te groot';
  }
}

/** The client's own limit of time, and that of an AbortSignal. */
const TIMED_OUT = new Set(['MeilisearchRequestTimeOutError', 'TimeoutError']);
const FULL = new Set(['no_space_left_on_device', 'database_size_limit_reached']);

/** The fault behind whatever the client threw. What is no fault of the server (our own mistake) comes back as it is. */
export function faultOf(error: unknown): unknown {
  if (error instanceof ServerStoring) return error;
  // A proxy's page in HTML: the client fails to read it as JSON before it looks at the status.
  if (error instanceof SyntaxError) return new ServerStoring('onleesbaar');
  if (!(error instanceof Error)) return error;
  if (error.cause instanceof Error && TIMED_OUT.has(error.cause.name)) return new ServerStoring('traag');
  if (error.name === 'MeilisearchRequestError') return new ServerStoring('onbereikbaar');
  if (error.name !== 'MeilisearchApiError') return error;
  const { cause, response } = error as Error & { cause?: { code?: string }; response: Response };
  return byStatus(response.status, cause?.code, retryAfter(response.headers.get('retry-after')));
}

/** The fault of a task that ended in anything but `succeeded`. */
export function taskFault(error: { code?: string; type?: string } | null | undefined): ServerStoring {
  const code = error?.code;
  if (code !== undefined && FULL.has(code)) return new ServerStoring('vol', code);
  if (code === 'index_not_found') return new ServerStoring('ontbreekt', code);
  if (error?.type === 'auth') return new ServerStoring('sleutel', code);
  return new ServerStoring(error?.type === 'invalid_request' ? 'geweigerd' : 'kapot', code);
}

function byStatus(status: number, code: string | undefined, wachtMs: number | undefined): ServerStoring {
  if (code === 'task_not_found') return new ServerStoring('taak weg', code);
  if ((code !== undefined && FULL.has(code)) || status === 422) return new ServerStoring('vol', code);
  if (status === 401 || status === 403) return new ServerStoring('sleutel', code);
  if (status === 404) return new ServerStoring('ontbreekt', code);
  if (status === 413) return new ServerStoring('te groot', code);
  if (status === 429 || status === 503) return new ServerStoring('druk', code, wachtMs);
  return new ServerStoring(status < 500 ? 'geweigerd' : 'kapot', code);
}

/** Seconds or a date, in milliseconds from now. */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
