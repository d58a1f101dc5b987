/** POST /uitloggen ends the session; a GET would let any image sign someone out. */
import type { APIRoute } from 'astro';
import { cookieName, cookieOptions, endSession } from '#src/auth/session.server.ts';

export const POST: APIRoute = async ({ cookies, redirect }) => {
  const token = cookies.get(cookieName())?.value;
  if (token) await endSession(token);
  const { maxAge: _maxAge, ...options } = cookieOptions();
  cookies.delete(cookieName(), options);
  return redirect('/', 303);
};
