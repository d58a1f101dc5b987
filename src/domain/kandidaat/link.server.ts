/**
 * The personal link: 256 random bits, of which only the SHA-256 is kept. Opening it gives a pass for an hour, which
 * names the link and is asked at every request, so that a link that is taken back works no more from that moment on.
 */
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { kandidaat, kandidaatIntern, persoonlijkeLink } from '#db/schema.ts';
import { hashToken, newToken, readSigned, sign } from '../../auth/geheim.server.ts';
import { Weigering, eis } from '../../auth/policy.ts';
import { config } from '../../config.ts';
import { mailPersoonlijkeLink } from '../../mail/gebeurtenissen.server.ts';
import { recordEvent } from '../gebeurtenis/gebeurtenis.server.ts';
import { actorId, type Actor } from '../gebruiker/gebruiker.ts';
import { loadDossier } from './kandidaat.server.ts';

/** Where the own pages are; the cookie is sent to nothing else. */
export const PAD = '/ik';
const GELDIG_DAGEN = 90;
const PAS_MS = 3_600_000;
const DAG_MS = 86_400_000;

export type NieuweLink = { id: number; token: string; verlooptOp: string };

/** Makes a link in the caller's transaction, which asked the policy. */
export function insertLink(actor: Actor, kandidaatId: number): NieuweLink {
  const token = newToken();
  const verlooptOp = new Date(Date.now() + GELDIG_DAGEN * DAG_MS).toISOString();
  const { id } = database().insert(persoonlijkeLink).values({ kandidaatId, tokenHash: hashToken(token), verlooptOp, doorId: actorId(actor) }).returning({ id: persoonlijkeLink.id }).get();
  return { id, token, verlooptOp };
}

const inForce = () => and(isNull(persoonlijkeLink.ingetrokkenOp), gt(persoonlijkeLink.verlooptOp, new Date().toISOString()));

/** Ends every link of a kandidaat, in the caller's transaction. @returns how many worked until now */
function endLinks(kandidaatId: number): number {
  return database().update(persoonlijkeLink).set({ ingetrokkenOp: new Date().toISOString() }).where(and(eq(persoonlijkeLink.kandidaatId, kandidaatId), isNull(persoonlijkeLink.ingetrokkenOp))).run().changes;
}

/**
 * A professional gives a kandidaat a new link; earlier ones stop working.
 * @param wijze `mail` sends it to the known address; `toon` gives it back to hand over, once
 * @returns the address to show; null when it was mailed
 * @throws Weigering when it should be mailed and we know no address
 */
export function giveLink(actor: Actor, kandidaatId: number, wijze: 'mail' | 'toon'): string | null {
  eis(actor, 'toestemming.link');
  return transaction(() => {
    loadDossier(actor, kandidaatId);
    endLinks(kandidaatId);
    const { id, token, verlooptOp } = insertLink(actor, kandidaatId);
    recordEvent(actor, { soort: 'kandidaat', objectId: kandidaatId, verb: 'geef persoonlijke link', toelichting: wijze === 'mail' ? 'per mail' : 'zelf gegeven' });
    if (wijze === 'toon') return `${config().siteUrl}${PAD}/${token}`;
    if (!mailPersoonlijkeLink({ kandidaatId, linkId: id, pad: PAD, token, verlooptOp })) throw new Weigering('Wij weten geen e-mailadres van deze kandidaat. Toon de link en geef hem zelf.');
    return null;
  });
}

/** A professional takes the link back, for instance when it came into the wrong hands. */
export function revokeLink(actor: Actor, kandidaatId: number): void {
  eis(actor, 'toestemming.link');
  transaction(() => {
    loadDossier(actor, kandidaatId);
    if (endLinks(kandidaatId) > 0) recordEvent(actor, { soort: 'kandidaat', objectId: kandidaatId, verb: 'trek persoonlijke link in' });
  });
}

export type LinkStand = { geldigTot: string | null; laatstGebruiktOp: string | null; email: string | null };

/** How the link stands, for who may give one: until when it works, when it was opened last, where mail goes. */
export function readLink(actor: Actor, kandidaatId: number): LinkStand {
  eis(actor, 'toestemming.link');
  const { intern } = loadDossier(actor, kandidaatId);
  const row = database().select().from(persoonlijkeLink).where(and(eq(persoonlijkeLink.kandidaatId, kandidaatId), inForce())).orderBy(desc(persoonlijkeLink.id)).get();
  return { geldigTot: row?.verlooptOp ?? null, laatstGebruiktOp: row?.laatstGebruiktOp ?? null, email: intern?.email ?? null };
}

/** Stores where the link is mailed to; empty takes the address away. */
export function saveEmail(actor: Actor, kandidaatId: number, email: string): void {
  eis(actor, 'toestemming.link');
  transaction(() => {
    if ((loadDossier(actor, kandidaatId).intern?.email ?? '') === email) return;
    database().insert(kandidaatIntern).values({ kandidaatId, email: email || null }).onConflictDoUpdate({ target: kandidaatIntern.kandidaatId, set: { email: email || null } }).run();
    recordEvent(actor, { soort: 'kandidaat', objectId: kandidaatId, verb: 'wijzig e-mailadres' });
  });
}

/**
 * Somebody opens a link. Old, taken back and guessed ones cost the same look and give the same answer.
 * @returns a pass for an hour, for the cookie; undefined when the link does not work
 */
export function openLink(token: string): string | undefined {
  const row = database().update(persoonlijkeLink).set({ laatstGebruiktOp: new Date().toISOString() }).where(and(eq(persoonlijkeLink.tokenHash, hashToken(token)), inForce())).returning({ id: persoonlijkeLink.id }).get();
  return row && passFor(row.id);
}

const passFor = (linkId: number) => sign('ik', `${linkId}-${Date.now() + PAS_MS}`);

/** Who has this pass, and a fresh one for the next hour; undefined when it is too old or its link was taken back. */
export function actorOfPass(pass: string | undefined): { actor: Actor; pass: string } | undefined {
  const [linkId, tot] = (pass && readSigned('ik', pass)?.split('-').map(Number)) || [];
  if (!linkId || !tot || tot < Date.now()) return undefined;
  const row = database().select({ kandidaatId: kandidaat.id }).from(persoonlijkeLink).innerJoin(kandidaat, eq(kandidaat.id, persoonlijkeLink.kandidaatId)).where(and(eq(persoonlijkeLink.id, linkId), inForce())).get();
  return row && { actor: { rol: 'kandidaat', kandidaatId: row.kandidaatId }, pass: passFor(linkId) };
}

/** Name of the cookie; it may not be `__Host-`, which would send it to every page. */
export function passCookie(): string {
  return config().secure ? '__Secure-ik' : 'ik';
}

export function passOptions() {
  return { httpOnly: true, sameSite: 'lax', secure: config().secure, path: PAD, maxAge: PAS_MS / 1000 } as const;
}
