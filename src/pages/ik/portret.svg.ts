/** GET /ik/portret.svg: the own drawn portrait, or the pattern that a werkgever sees without consent for a picture. */
import type { APIRoute } from 'astro';
import { getOwn, ownPortrait } from '#src/domain/kandidaat/eigen.server.ts';
import { tekenInitiaal, tekenPortret } from '#src/media/portret.ts';

export const GET: APIRoute = ({ locals: { actor } }) => {
  const { seed, kenmerken } = ownPortrait(actor);
  const svg = getOwn(actor).profiel.portret === null ? tekenInitiaal(seed) : tekenPortret(seed, kenmerken);
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml', 'cache-control': 'private, no-store' } });
};
