/** GET /kandidaten/importeren/sjabloon.csv: a file to fill in, with one line as an example. */
import type { APIRoute } from 'astro';
import { SJABLOON } from '#src/jobs/import-kolommen.ts';

export const GET: APIRoute = () => new Response(SJABLOON, { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="kandidaten.csv"' } });
