/**
 * Films that may be interrupted: the tus protocol (tus.io, 1.0) at /media/upload, and at /ik/media/upload for a kandidaat;
 * streamed to disk. Every request is from the person who began, for a kandidaat who is still theirs. A partial upload that
 * nobody finishes goes after a day.
 */
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { NietGevonden, Weigering, eis } from '../auth/policy.ts';
import { countAttempt } from '../auth/limits.server.ts';
import { config } from '../config.ts';
import type { Actor } from '../domain/gebruiker/gebruiker.ts';
import { readId } from '../forms.ts';
import { UPLOADPAD } from './ingang.server.ts';
import { PAD } from '../domain/kandidaat/link.server.ts';
import { inzenderNaam, inzenderVan, vanKandidaat } from './inzender.server.ts';
import { MAX_BYTES } from './media.ts';
import { magInzenden } from './media.server.ts';
import { uploadmap } from './opslag.server.ts';

const BEWAAR_MS = 24 * 3_600_000;
const ID = /^[0-9a-f]{32}$/;

type Tus = { store: FileStore; server: Server };
type Verzoek = { headers: Headers; method: string; url: string };
let gemaakt: Tus | undefined;

/** The upload server of this process, made at first use. */
export function tus(): Tus {
  if (gemaakt) return gemaakt;
  const store = new FileStore({ directory: uploadmap(), expirationPeriodInMilliseconds: BEWAAR_MS });
  const server = new Server({
    path: UPLOADPAD, datastore: store, maxSize: MAX_BYTES.film, allowedOrigins: [new URL(config().siteUrl).origin],
    // The pieces go where the film was begun, since the pass of a kandidaat is sent nowhere else.
    generateUrl: ({ url }, { id }) => `${vanKandidaat(new URL(url).pathname) ? PAD : ''}${UPLOADPAD}/${id}`,
    onIncomingRequest: async (request, id) => {
      if (request.method !== 'POST') await alleenEigenaar(await actorVan(request), id);
    },
    onUploadCreate: async (request, upload) => {
      const actor = await actorVan(request);
      const kandidaat = readId(upload.metadata?.kandidaat ?? undefined);
      await beantwoord(async () => {
        if (kandidaat === undefined) throw new NietGevonden('kandidaat');
        magInzenden(actor, kandidaat);
        await countAttempt('uploaden', inzenderNaam(actor));
      });
      return { metadata: { kandidaat: String(kandidaat), door: inzenderNaam(actor) } };
    },
  });
  return (gemaakt = { store, server });
}

/**
 * Takes a finished upload out of the store.
 * @param id as the browser got it from the upload server
 * @returns the path of the complete file; the caller moves or removes it
 * @throws Weigering when it is not complete, or was not begun by this person for this kandidaat
 */
export async function claimUpload(actor: Actor, kandidaatId: number, id: string): Promise<string> {
  eis(actor, 'media.bewerk');
  const upload = ID.test(id) ? await tus().store.getUpload(id).catch(() => undefined) : undefined;
  if (!upload || upload.metadata?.kandidaat !== String(kandidaatId) || upload.metadata.door !== inzenderNaam(actor) || upload.offset !== upload.size) {
    throw new Weigering('De film is niet helemaal overgekomen. Kies hem opnieuw; wat er al was gaat verder waar het bleef.');
  }
  await tus().store.configstore.delete(id);
  return join(uploadmap(), id);
}

/** Removes partial uploads that nobody finished in time. @returns how many */
export function ruimUploadsOp(): Promise<number> {
  return tus().server.cleanUpExpiredUploads();
}

async function actorVan(request: Verzoek): Promise<Actor> {
  return inzenderVan(request.headers.get('cookie'), new URL(request.url).pathname);
}

/** Somebody else's upload does not exist, and neither does one for a kandidaat who is no longer theirs. */
async function alleenEigenaar(actor: Actor, id: string): Promise<void> {
  await beantwoord(async () => {
    const upload = ID.test(id) ? await tus().store.getUpload(id).catch(() => undefined) : undefined;
    if (!upload || upload.metadata?.door !== inzenderNaam(actor)) throw new NietGevonden('upload');
    magInzenden(actor, Number(upload.metadata.kandidaat));
  });
}

/** Errors in the shape that the upload server sends on: too often is 429, everything else does not exist. */
async function beantwoord(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw { status_code: error instanceof Weigering ? 429 : 404, body: error instanceof Weigering ? error.message : 'Niet gevonden' };
  }
}
