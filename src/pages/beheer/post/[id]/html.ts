/** GET /beheer/post/1/html: the HTML of one mail, for the frame on its page. Its own policy: no script, no request, a sandbox. */
import type { APIRoute } from 'astro';
import { NietGevonden } from '#src/auth/policy.ts';
import { readId } from '#src/forms.ts';
import { getMail } from '#src/mail/mail.server.ts';

/** A mail has its style in the text, as mail programs want it; it may have nothing else. */
const CSP = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

export const GET: APIRoute = ({ params, locals }) => {
  const id = readId(params.id);
  if (id === undefined) throw new NietGevonden('mail');
  return new Response(getMail(locals.actor, id).html, { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': CSP } });
};
