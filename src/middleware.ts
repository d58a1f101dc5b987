/** Before every on-demand page: who is it, may this role be here, and what to say when something goes wrong. */
import { defineMiddleware } from 'astro:middleware';
import { GeenToegang, NietGevonden } from '#src/auth/policy.ts';
import { mayReach } from '#src/auth/routes.ts';
import { actorOf, cookieName, cookieOptions } from '#src/auth/session.server.ts';
import { log } from '#src/log.ts';

export const onRequest = defineMiddleware(async (context, next) => {
  if (context.isPrerendered) {
    context.locals.actor = { rol: 'bezoeker' };
    return next();
  }
  const token = context.cookies.get(cookieName())?.value;
  context.locals.actor = await actorOf(token);
  const { rol } = context.locals.actor;
  const { method } = context.request;
  if (rol === 'systeem') return new Response(null, { status: 404 });
  if (!mayReach(context.routePattern, method, rol)) {
    // Someone who is not signed in is asked to; for everybody else this page does not exist.
    const forOthers = rol === 'bezoeker' && method === 'GET' && ['werkgever', 'aanmelder', 'werkmakelaar', 'accountmanager', 'beheerder'].some((other) => mayReach(context.routePattern, 'GET', other as 'werkgever'));
    return forOthers ? context.redirect(`/inloggen?naar=${encodeURIComponent(context.url.pathname + context.url.search)}`) : context.rewrite(instead(context.request, '/404'));
  }
  // The sliding term: the cookie lives as long as the session does.
  if (token && rol !== 'bezoeker' && method === 'GET') context.cookies.set(cookieName(), token, cookieOptions());
  try {
    const response = await next();
    if (rol !== 'bezoeker' && !response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
    return response;
  } catch (error) {
    if (error instanceof NietGevonden || error instanceof GeenToegang) return context.rewrite(instead(context.request, '/404'));
    log.error({ requestId: context.request.headers.get('x-request-id'), pad: context.routePattern, fout: error instanceof Error ? error.stack : String(error) }, 'fout in een pagina');
    context.locals.foutnummer = context.request.headers.get('x-request-id') ?? 'onbekend';
    return context.rewrite(instead(context.request, '/500'));
  }
});

/** The same visitor asking for another page: always by GET, since a form that was posted has been read, and that page takes none. */
function instead(request: Request, path: string): Request {
  const headers = new Headers(request.headers);
  for (const name of ['content-type', 'content-length', 'transfer-encoding']) headers.delete(name);
  return new Request(new URL(path, request.url), { headers });
}
