/** Before every on-demand page: who is it, may this role be here, and what to say when something goes wrong. */
import type { APIContext } from 'astro';
import { defineMiddleware } from 'astro:middleware';
import { actorOfPass, PAD, passCookie, passOptions } from '#src/domain/kandidaat/link.server.ts';
import { GeenToegang, NietGevonden } from '#src/auth/policy.ts';
import { mayReach } from '#src/auth/routes.ts';
import { actorOf, cookieName, cookieOptions } from '#src/auth/session.server.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { KijkbudgetOp } from '#src/domain/kandidaat/weergave.server.ts';
import { keepPage, pageAddress } from '#src/keptpages.server.ts';
import { log } from '#src/log.ts';

export const onRequest = defineMiddleware(async (context, next) => {
  if (context.isPrerendered) {
    context.locals.actor = { rol: 'bezoeker' };
    return next();
  }
  const token = context.cookies.get(cookieName())?.value;
  const kandidaat = kandidaatOf(context);
  context.locals.actor = kandidaat ?? await actorOf(token);
  const { rol } = context.locals.actor;
  const { method } = context.request;
  if (rol === 'systeem') return new Response(null, { status: 404 });
  if (!mayReach(context.routePattern, method, rol)) {
    // The pass of a kandidaat is over: /ik says how to go on.
    if (rol === 'bezoeker' && context.url.pathname.startsWith(`${PAD}/`)) return context.redirect(PAD, 303);
    // Someone who is not signed in is asked to; for everybody else this page does not exist.
    const forOthers = rol === 'bezoeker' && method === 'GET' && ['werkgever', 'aanmelder', 'werkmakelaar', 'accountmanager', 'beheerder'].some((other) => mayReach(context.routePattern, 'GET', other as 'werkgever'));
    return forOthers ? context.redirect(`/inloggen?naar=${encodeURIComponent(context.url.pathname + context.url.search)}`) : showInstead(context, '/404');
  }
  // The sliding term: the cookie lives as long as the session does.
  if (token && !kandidaat && rol !== 'bezoeker' && method === 'GET') context.cookies.set(cookieName(), token, cookieOptions());
  try {
    const response = rol === 'bezoeker' && method === 'GET' && context.routePattern === '/talent' ? await keepPage(pageAddress(context.request.headers.get('host'), context.url.pathname + context.url.search), next) : await next();
    if (rol !== 'bezoeker' && !response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
    return response;
  } catch (error) {
    if (error instanceof KijkbudgetOp) return showInstead(context, '/kijkbudget');
    if (error instanceof NietGevonden || error instanceof GeenToegang) return showInstead(context, '/404');
    log.error({ requestId: context.request.headers.get('x-request-id'), pad: context.routePattern, fout: error instanceof Error ? error.stack : String(error) }, 'fout in een pagina');
    context.locals.foutnummer = context.request.headers.get('x-request-id') ?? 'onbekend';
    return showInstead(context, '/500');
  }
});

/** The kandidaat behind the pass, on the own pages only; anywhere else somebody with a pass is a bezoeker like all others. */
function kandidaatOf({ url, cookies, request }: APIContext): Actor | undefined {
  if (url.pathname !== PAD && !url.pathname.startsWith(`${PAD}/`)) return undefined;
  const found = actorOfPass(cookies.get(passCookie())?.value);
  // The hour begins anew with every page that is opened.
  if (found && request.method === 'GET') cookies.set(passCookie(), found.pass, passOptions());
  return found?.actor;
}

/** Another page for this request, asked for anew: a form that was read already cannot be handed on, and a page of errors answers no POST. */
function showInstead({ request, url, rewrite }: APIContext, path: '/404' | '/500' | '/kijkbudget'): Promise<Response> {
  return rewrite(new Request(new URL(path, url), { headers: { cookie: request.headers.get('cookie') ?? '', 'x-request-id': request.headers.get('x-request-id') ?? '' } }));
}
