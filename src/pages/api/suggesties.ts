/** GET /api/suggesties?q=…: names to choose from while somebody types in a search field. */
import type { APIRoute } from 'astro';
import { countAttempt } from '#src/auth/limits.server.ts';
import { Weigering } from '#src/auth/policy.ts';
import { suggest } from '#src/domain/woorden/suggesties.server.ts';

export const GET: APIRoute = async ({ locals: { actor }, url, clientAddress }) => {
  try {
    // Colleagues behind one address each have their own count once they are signed in.
    await countAttempt('suggesties', 'id' in actor ? `account ${actor.id}` : clientAddress);
  } catch (error) {
    if (!(error instanceof Weigering)) throw error;
    return Response.json({ suggesties: [] }, { status: 429, headers: { 'cache-control': 'no-store', 'retry-after': '60' } });
  }
  return Response.json({ suggesties: suggest(actor, url.searchParams.get('q') ?? '') }, { headers: { 'cache-control': 'private, max-age=3600' } });
};
