/** GET /api/gezondheid: is the process alive, and is each part ready. 503 when one is not. */
import type { APIRoute } from 'astro';
import { readHealth } from '#src/jobs/health.server.ts';

export const GET: APIRoute = () => {
  const health = readHealth();
  return Response.json(health, { status: health.status === 'goed' ? 200 : 503, headers: { 'cache-control': 'no-store' } });
};
