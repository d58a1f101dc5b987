/**
 * Pages that are the same for every bezoeker, kept as they were sent until anything in the region changes. A page of
 * the etalage takes several ms to put together; most who look at it are bezoekers, and many look at the same one.
 */
import { database, type Database } from '#db/client.ts';
import { currentSeq } from '#search/feed.ts';
import { config } from './config.ts';
import { today } from './domain/kandidaat/zichtbaar.server.ts';
import { woordenboek } from './domain/woorden/woorden.ts';

/** Anybody can ask any question, so what is kept has a ceiling: in pages, and in bytes a page. */
const MAX_PAGES = 200;
const MAX_LENGTH = 200_000;

/** What a page was made of: another change, another day or other words make it another page. */
type Basis = { db: Database; seq: number; dag: string; woorden: unknown };
/** The body as bytes: to make them of a text again for every visitor takes as long as the rest. */
type Kept = Basis & { body: Uint8Array<ArrayBuffer>; headers: [string, string][] };

/** Oldest use first. */
const kept = new Map<string, Kept>();

/** The address under which a page is kept: other hosts, other pages. @param path with its question */
export function pageAddress(host: string | null | undefined, path: string): string {
  return `${host ?? ''}${path}`;
}

/**
 * The page at this address as it was sent before, while it is still true.
 * @param address see `pageAddress`
 */
export function keptPage(address: string): Pick<Kept, 'body' | 'headers'> | undefined {
  const earlier = kept.get(address);
  if (!earlier) return undefined;
  kept.delete(address);
  const now = readBasis();
  if (!(Object.keys(now) as (keyof Basis)[]).every((part) => earlier[part] === now[part])) return undefined;
  kept.set(address, earlier);
  return earlier;
}

/**
 * The page at this address as it was sent before, or made now.
 * With a search server nothing is kept: what it has found may change without a change here.
 * @param address see `pageAddress`
 * @param render makes the page; only one that succeeded and sets no cookie is kept
 */
export async function keepPage(address: string, render: () => Promise<Response>): Promise<Response> {
  if (config().zoekserver) return render();
  const earlier = keptPage(address);
  if (earlier) return new Response(earlier.body, { headers: earlier.headers });
  const basis = readBasis();
  const response = await render();
  if (response.status !== 200 || response.headers.has('set-cookie')) return response;
  const body = new Uint8Array(await response.arrayBuffer());
  const headers = [...response.headers];
  if (body.length <= MAX_LENGTH) kept.set(address, { ...basis, body, headers });
  if (kept.size > MAX_PAGES) kept.delete(kept.keys().next().value!);
  return new Response(body, { headers });
}

const readBasis = (): Basis => ({ db: database(), seq: currentSeq(), dag: today(), woorden: woordenboek() });
