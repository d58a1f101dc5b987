/** GET /media/ID/FILE: a photo, a film or its parts, for those who may see them at this moment. */
import type { APIRoute } from 'astro';
import { NietGevonden } from '#src/auth/policy.ts';
import { readId } from '#src/forms.ts';
import { leverMedia } from '#src/media/uitleveren.server.ts';

export const GET: APIRoute = ({ params, locals, request }) => {
  const id = readId(params.kandidaat);
  if (id === undefined) throw new NietGevonden('media');
  return leverMedia(locals.actor, id, params.bestand ?? '', request);
};
