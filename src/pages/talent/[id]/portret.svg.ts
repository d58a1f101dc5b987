/** GET /talent/ID/portret.svg: the drawn portrait for those who may see it, else a pattern that tells nothing. */
import type { APIRoute } from 'astro';
import { NietGevonden } from '#src/auth/policy.ts';
import { portraitOf } from '#src/domain/kandidaat/kandidaat.server.ts';
import { readId } from '#src/forms.ts';
import { tekenInitiaal, tekenPortret } from '#src/media/portret.ts';

export const GET: APIRoute = ({ params, locals }) => {
  const id = readId(params.id);
  if (id === undefined) return new Response(null, { status: 404 });
  return new Response(draw(locals.actor, id), { headers: { 'content-type': 'image/svg+xml', 'cache-control': 'private, no-cache' } });
};

function draw(actor: App.Locals['actor'], id: number): string {
  try {
    const { seed, kenmerken } = portraitOf(actor, id);
    return tekenPortret(seed, kenmerken);
  } catch (error) {
    if (!(error instanceof NietGevonden)) throw error;
    return tekenInitiaal(`kandidaat-${id}`);
  }
}
