/** The production entry: checks the settings, the host and the headers, hands over to Astro, and stops with grace. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { constants } from 'node:zlib';
import compression from 'compression';
import { closeDatabase, openDatabase } from '#db/client.ts';
import { searchEngine } from '#search/index.ts';
import { indexIsOutdated, rebuildIndex } from '#search/sync.ts';
import { ConfigFout, config, type Config } from './config.ts';
import { cookieName } from './auth/session.server.ts';
import { followEsco } from './domain/woorden/esco.server.ts';
import { keptPage, pageAddress } from './keptpages.server.ts';
import { log } from './log.ts';
import { brengtBestand } from './media/ingang.server.ts';

const ENTRY = new URL('../dist/server/entry.mjs', import.meta.url);
/** A request without files is in by then, or its line is cut. */
const BODY_MS = 60_000;
/** Requests that are still running get this long when the server is asked to stop. */
const GRACE_MS = 10_000;
/** The first requests are answered before anything else is loaded: half of a start is work that no page waits for. */
const JOBS_AFTER_MS = 250;
/** The package's own is 4. The whole book in one page goes from 21.0 to 19.6 kB, and takes some ms more on another thread. */
const BROTLI_QUALITY = 6;

/** Strict: nothing inline, nothing from elsewhere. Astro is configured to write no inline script or style. */
const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'";

const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded'] as const;

export type Running = { url: string; stop: () => Promise<void> };

/**
 * Starts the server on the database of the settings.
 * @throws ConfigFout when a setting is missing or wrong; Error when the site was not built
 */
export async function startServer(): Promise<Running> {
  const started = performance.now();
  const settings = config();
  if (!existsSync(ENTRY)) throw new Error('De site is nog niet gebouwd: voer eerst npm run build uit.');
  openDatabase(settings.databasePath);
  followEsco();
  process.env.ASTRO_NODE_AUTOSTART = 'disabled';
  const { handler } = (await import(ENTRY.href)) as { handler: http.RequestListener };
  if (indexIsOutdated()) { log.info('de zoekindex is van een eerdere versie en wordt opnieuw gemaakt'); rebuildIndex(); }
  searchEngine().load();
  const compress = compression({ threshold: 1024, brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } } });
  const server = http.createServer((request, response) => {
    const requestId = randomUUID();
    request.headers['x-request-id'] = requestId;
    // Anyone can send these headers; they count only where a proxy of ours writes them.
    if (!settings.trustProxy) for (const name of FORWARDED) delete request.headers[name];
    // RFC 8058: a mail program unsubscribes by a form without an Origin. The signed address is the proof, not a cookie.
    if (request.method === 'POST' && request.url?.startsWith('/afmelden/')) request.headers['content-type'] = 'application/octet-stream';
    logRequest(request, response, requestId);
    setHeaders(response, settings, requestId);
    if (!allowed(request, settings)) return refuse(response, 421, 'Deze site kent de naam niet waarmee u haar opvraagt.');
    const page = () => compress(request as never, response as never, () => { if (!sendKept(request, response)) handler(request, response); });
    if (brengtBestand(request)) return void import('./media/ontvangst.server.ts').then(({ ontvang }) => ontvang(request, response, page));
    limitBody(request);
    page();
  });
  // A film over a slow line takes long; every other request is cut off by limitBody.
  server.requestTimeout = 3_600_000;
  server.headersTimeout = 15_000;
  await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(settings.port, settings.host, resolve); });
  const jobs = sleep(JOBS_AFTER_MS).then(async () => (await import('./jobs/beside.ts')).startBeside());
  const { port } = server.address() as AddressInfo;
  log.info({ ms: Math.round(performance.now() - started), port }, 'gestart');
  const stop = async () => {
    const done = new Promise<void>((resolve) => { server.close(() => resolve()); });
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
    await Promise.all([done, jobs.then((stopJobs) => stopJobs())]);
    closeDatabase();
    log.info('gestopt');
  };
  return { url: settings.siteUrl, stop };
}

function allowed(request: http.IncomingMessage, { allowedHosts }: Config): boolean {
  const forwarded = request.headers['x-forwarded-host'];
  const names = [request.headers.host, ...(forwarded === undefined ? [] : [String(forwarded)])];
  return names.every((name) => allowedHosts.includes((name ?? '').toLowerCase()));
}

/** A page that was made for an earlier bezoeker; somebody who carries a session may not be one. @returns false when there is none */
function sendKept({ method, url, headers }: http.IncomingMessage, response: http.ServerResponse): boolean {
  if (method !== 'GET' || headers.cookie?.includes(cookieName())) return false;
  const page = keptPage(pageAddress(headers.host, url ?? ''));
  if (page) response.writeHead(200, page.headers.flat()).end(page.body);
  return page !== undefined;
}

function limitBody(request: http.IncomingMessage): void {
  const late = setTimeout(() => { if (!request.complete) request.destroy(); }, BODY_MS).unref();
  request.once('close', () => clearTimeout(late));
}

function refuse(response: http.ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

function setHeaders(response: http.ServerResponse, { secure }: Config, requestId: string): void {
  response.setHeader('content-security-policy', secure ? `${CSP}; upgrade-insecure-requests` : CSP);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'strict-origin-when-cross-origin');
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('x-request-id', requestId);
  if (secure) response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains');
}

/** A path segment so long is the token of a link; who reads the log must not be able to use it. */
const TOKEN = /[\w.~-]{43,}/g;

/** Path without query: a search text may say something about a person. */
function logRequest(request: http.IncomingMessage, response: http.ServerResponse, requestId: string): void {
  const started = performance.now();
  response.once('close', () => {
    const pad = (request.url ?? '').split('?')[0]!.slice(0, 200).replace(TOKEN, '…');
    if (pad.startsWith('/_astro/')) return;
    log.info({ requestId, methode: request.method, pad, status: response.statusCode, ms: Math.round((performance.now() - started) * 10) / 10 }, 'verzoek');
  });
}

/** Runs until SIGTERM or SIGINT; prints what is wrong in plain words when it cannot start. */
export async function runServer(ready: (running: Running) => void = () => {}): Promise<void> {
  try {
    const running = await startServer();
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => { void running.stop().then(() => process.exit(0)); });
    ready(running);
  } catch (error) {
    if (error instanceof ConfigFout) console.error(error.message);
    else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') console.error(`Poort ${config().port} is al in gebruik. Kies een andere met PORT=4322.`);
    else console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) await runServer(({ url }) => console.log(`De site draait op ${url}`));
