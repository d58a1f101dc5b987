/** Sends a file of the media folder: streamed, in ranges for players, and asked for anew every time. */
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { NietGevonden } from '../auth/policy.ts';
import type { Actor } from '../domain/gebruiker/gebruiker.ts';
import { leesBereik } from './bereik.ts';
import { findMedia } from './toegang.server.ts';

/**
 * The answer to a request for /media. `no-cache` lets a browser keep a copy that it may not use before it asked again,
 * so that withdrawal counts at the next request.
 * @throws NietGevonden when there is nothing there for this actor
 */
export async function leverMedia(actor: Actor, kandidaatId: number, bestand: string, request: Request): Promise<Response> {
  const { pad, mime, etag } = findMedia(actor, kandidaatId, bestand);
  const headers = new Headers({ 'content-type': mime, etag, 'cache-control': 'private, no-cache', vary: 'cookie', 'accept-ranges': 'bytes' });
  if (request.headers.get('if-none-match')?.split(',').some((known) => known.trim() === etag)) return new Response(null, { status: 304, headers });
  const file = await open(pad).catch(() => { throw new NietGevonden(`media ${kandidaatId}/${bestand}`); });
  const { size } = await file.stat();
  // A range of another version of the file would not fit the bytes that the player has.
  const ifRange = request.headers.get('if-range');
  const bereik = ifRange !== null && ifRange !== etag ? null : leesBereik(request.headers.get('range'), size);
  if (bereik === 'buiten') {
    await file.close();
    headers.set('content-range', `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  if (bereik) headers.set('content-range', `bytes ${bereik.van}-${bereik.tot}/${size}`);
  headers.set('content-length', String(bereik ? bereik.tot - bereik.van + 1 : size));
  const status = bereik ? 206 : 200;
  if (request.method === 'HEAD' || size === 0) {
    await file.close();
    return new Response(null, { status, headers });
  }
  const stream = file.createReadStream({ start: bereik?.van ?? 0, end: bereik?.tot ?? size - 1, highWaterMark: 256 * 1024 });
  return new Response(Readable.toWeb(stream) as ReadableStream, { status, headers });
}
