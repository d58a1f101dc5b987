/** The appointment of a kennismaking as a calendar file. */
import type { APIRoute } from 'astro';
import { NietGevonden } from '#src/auth/policy.ts';
import { agendaFor } from '#src/domain/match/agenda.server.ts';
import { readId } from '#src/forms.ts';

export const GET: APIRoute = ({ locals, params }) => {
  const id = readId(params.id);
  if (id === undefined) throw new NietGevonden('afspraak');
  return new Response(agendaFor(locals.actor, id), { headers: { 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'attachment; filename="kennismaking.ics"' } });
};
