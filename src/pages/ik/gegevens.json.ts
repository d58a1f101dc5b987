/** GET /ik/gegevens.json: everything we know of the kandidaat, as a file to keep (AVG art. 15 and 20). */
import type { APIRoute } from 'astro';
import { exportOwn } from '#src/domain/match/inzage.server.ts';

export const GET: APIRoute = ({ locals }) => new Response(`${JSON.stringify(exportOwn(locals.actor), null, 2)}\n`, {
  headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': 'attachment; filename="mijn-gegevens.json"', 'cache-control': 'private, no-store' },
});
