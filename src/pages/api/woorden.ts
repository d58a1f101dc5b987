/** GET /api/woorden?soort=beroep&q=…: words of the vocabulary for the fields of a profile. */
import type { APIRoute } from 'astro';
import { WOORDSOORTEN, suggestWords } from '#src/domain/kandidaat/woordhulp.ts';

export const GET: APIRoute = ({ url }) => {
  const soort = WOORDSOORTEN.find((one) => one === url.searchParams.get('soort'));
  if (!soort) return Response.json({ fout: 'Deze soort woorden kennen wij niet.' }, { status: 404 });
  return Response.json(suggestWords(soort, (url.searchParams.get('q') ?? '').slice(0, 100)), { headers: { 'cache-control': 'private, max-age=3600' } });
};
