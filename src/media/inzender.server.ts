/** Who sends a file: an account by its session, or a kandidaat by the pass of the personal link, on the own pages only. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { actorOf, cookieName } from '../auth/session.server.ts';
import { actorId, type Actor } from '../domain/gebruiker/gebruiker.ts';
import { PAD, actorOfPass, passCookie, passOptions } from '../domain/kandidaat/link.server.ts';
import { leesCookie } from './herkomst.ts';

/** Whether a path is one of the kandidaat's own pages, the only ones that the pass is sent to. */
export const vanKandidaat = (pad: string): boolean => pad.startsWith(`${PAD}/`);

/** The actor behind a request that no page has looked at yet. @param pad the path that is asked for */
export async function inzenderVan(cookie: string | null | undefined, pad: string): Promise<Actor> {
  if (vanKandidaat(pad)) return actorOfPass(leesCookie(cookie ?? undefined, passCookie()))?.actor ?? { rol: 'bezoeker' };
  return actorOf(leesCookie(cookie ?? undefined, cookieName()));
}

/** One word for who sends, the same at every request: uploads are of one sender, and are counted per sender. */
export function inzenderNaam(actor: Actor): string {
  return actor.rol === 'kandidaat' ? `kandidaat-${actor.kandidaatId}` : String(actorId(actor));
}

/** The pass lasts an hour, and a film over a slow line longer: it begins anew with every piece that comes. */
export function verlengPas({ url = '', headers }: IncomingMessage, response: ServerResponse): void {
  const pas = vanKandidaat(url) ? actorOfPass(leesCookie(headers.cookie, passCookie()))?.pass : undefined;
  if (pas === undefined) return;
  const { path, maxAge, secure } = passOptions();
  response.setHeader('set-cookie', `${passCookie()}=${pas}; Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`);
}
