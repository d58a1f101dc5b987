/** GET /api/suggesties?q=…: names to choose from while somebody types in a search field. */
import type { APIRoute } from 'astro';
import { suggest } from '#src/domain/woorden/suggesties.server.ts';

export const GET: APIRoute = ({ locals, url }) =>
  Response.json({ suggesties: suggest(locals.actor, url.searchParams.get('q') ?? '') }, { headers: { 'cache-control': 'private, max-age=3600' } });
