/** GET /ik/media/FILE: a photo, a film or its parts of the kandidaat who asks. */
import type { APIRoute } from 'astro';
import { eisRol } from '#src/auth/policy.ts';
import { leverMedia } from '#src/media/uitleveren.server.ts';

export const GET: APIRoute = ({ params, locals: { actor }, request }) => leverMedia(actor, eisRol(actor, 'kandidaat').kandidaatId, params.bestand ?? '', request);
