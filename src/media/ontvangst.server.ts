/**
 * The entry for files, before any page: pages get forms of at most 1 MB, so a form with files is streamed to disk here
 * and goes on as a plain form. The page reads its fields as always and asks `uploadsOf` for its files.
 */
import { createWriteStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { countAttempt } from '../auth/limits.server.ts';
import { GeenToegang, NietGevonden, Weigering } from '../auth/policy.ts';
import { config } from '../config.ts';
import { readId } from '../forms.ts';
import { log } from '../log.ts';
import { vanEigenSite } from './herkomst.ts';
import { tus } from './hervatten.server.ts';
import { FORMULIER, isUpload } from './ingang.server.ts';
import { inzenderNaam, inzenderVan, verlengPas } from './inzender.server.ts';
import { MAX_BYTES, type Bestandsveld } from './media.ts';
import { magInzenden } from './media.server.ts';
import { AfgebrokenFormulier, boundaryOf, readParts, type Deel } from './multipart.server.ts';
import { gooiWeg, tijdelijk } from './opslag.server.ts';

/** All fields of such a form together; a transcript is the longest of them. */
const MAX_VELDEN = 256 * 1024;
/** A body longer than this is not even read to its end. */
const MAX_LICHAAM = 2 * MAX_BYTES.film;
/** Nothing came for so long: the line is dead. */
const STILTE_MS = 60_000;

/** A file that came with a form. `teGroot`: it was longer than its field takes, and what there is was thrown away. */
export type Upload = { pad: string; bytes: number; teGroot: boolean };
type Uploads = Map<Bestandsveld, Upload>;
type MetLichaam = IncomingMessage & { body?: string };

const ontvangen = new Map<string, Uploads>();

/** The files that came with this request, by field. They are gone when its answer is. */
export function uploadsOf(request: Request): ReadonlyMap<Bestandsveld, Upload> {
  return ontvangen.get(request.headers.get('x-request-id') ?? '') ?? new Map();
}

/** Takes the files of a request that brings them; `next` answers what remains. */
export async function ontvang(request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> {
  request.setTimeout(STILTE_MS, () => request.destroy());
  try {
    if (isUpload(request.url!)) {
      if (request.headers.origin !== undefined && !eigen(request)) return weiger(response, 403, 'Deze upload komt van een andere site.');
      verlengPas(request, response);
      return await tus().server.handle(request, response);
    }
    await ontvangFormulier(request, response, next);
  } catch (error) {
    if (!(error instanceof AfgebrokenFormulier) && !request.errored) log.error({ requestId: request.headers['x-request-id'], fout: error instanceof Error ? error.stack : String(error) }, 'upload mislukt');
    if (!response.headersSent && !response.destroyed) weiger(response, 400, 'Het formulier is niet helemaal overgekomen. Ga terug en probeer het opnieuw.');
  }
}

const eigen = (request: IncomingMessage) => vanEigenSite(request.headers.origin, config().siteUrl, request.headers.host);

async function ontvangFormulier(request: MetLichaam, response: ServerResponse, next: () => void): Promise<void> {
  if (!eigen(request)) return weiger(response, 403, 'Dit formulier komt van een andere site.');
  if (Number(request.headers['content-length'] ?? 0) > MAX_LICHAAM) return weiger(response, 413, 'Dit is te groot. Een film mag hoogstens 500 MB zijn.');
  const actor = await inzenderVan(request.headers.cookie, request.url!);
  const kandidaatId = actor.rol === 'kandidaat' ? actor.kandidaatId : readId(FORMULIER.exec(request.url!)?.[1]);
  try {
    if (kandidaatId === undefined) throw new NietGevonden('kandidaat');
    magInzenden(actor, kandidaatId);
    await countAttempt('uploaden', inzenderNaam(actor));
  } catch (error) {
    if (error instanceof Weigering) return weiger(response, 429, error.message);
    if (!(error instanceof NietGevonden || error instanceof GeenToegang)) throw error;
    // The page says what it says to everybody for whom this kandidaat does not exist.
    response.setHeader('connection', 'close');
    return vervang(request, new URLSearchParams({ geweigerd: '' }), next);
  }
  const uploads: Uploads = new Map();
  const requestId = String(request.headers['x-request-id']);
  response.once('close', () => { ontvangen.delete(requestId); void gooiWeg([...uploads.values()].map(({ pad }) => pad)); });
  ontvangen.set(requestId, uploads);
  vervang(request, await leesDelen(request, uploads), next);
}

async function leesDelen(request: IncomingMessage, uploads: Uploads): Promise<URLSearchParams> {
  const velden = new URLSearchParams();
  let lengte = 0;
  for await (const deel of readParts(request, boundaryOf(request.headers['content-type'])!)) {
    if (deel.bestandsnaam === null) {
      const stukken: Buffer[] = [];
      for await (const stuk of deel.inhoud) if ((lengte += stuk.length) <= MAX_VELDEN) stukken.push(stuk);
      velden.append(deel.naam, Buffer.concat(stukken).toString('utf8'));
    } else if (deel.bestandsnaam !== '' && isBestandsveld(deel.naam) && !uploads.has(deel.naam)) await bewaar(deel, deel.naam, uploads);
  }
  if (lengte > MAX_VELDEN) throw new AfgebrokenFormulier('te veel tekst');
  return velden;
}

const isBestandsveld = (naam: string): naam is Bestandsveld => Object.hasOwn(MAX_BYTES, naam);

/** Streams one file to disk; what is longer than it may be is read to its end but not kept. */
async function bewaar({ inhoud }: Deel, veld: Bestandsveld, uploads: Uploads): Promise<void> {
  const upload: Upload = { pad: tijdelijk(), bytes: 0, teGroot: false };
  uploads.set(veld, upload);
  const binnenDeMaat = async function* () {
    for await (const stuk of inhoud) {
      upload.bytes += stuk.length;
      if (upload.bytes > MAX_BYTES[veld]) upload.teGroot = true;
      else yield stuk;
    }
  };
  await pipeline(Readable.from(binnenDeMaat(), { objectMode: false }), createWriteStream(upload.pad, { flags: 'wx', mode: 0o600 }));
  if (upload.teGroot) await gooiWeg([upload.pad]);
}

/** Hands the request on as a form without files; the adapter reads `body` where there is one. */
function vervang(request: MetLichaam, velden: URLSearchParams, next: () => void): void {
  request.body = velden.toString() || 'leeg=1';
  request.headers['content-type'] = 'application/x-www-form-urlencoded';
  request.headers['content-length'] = String(Buffer.byteLength(request.body));
  delete request.headers['transfer-encoding'];
  next();
}

function weiger(response: ServerResponse, status: number, tekst: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close', 'cache-control': 'private, no-store' }).end(tekst);
}
