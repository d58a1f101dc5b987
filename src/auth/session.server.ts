/** Sessions. The only file that imports lucia. The cookie holds a random token, the table only its SHA-256. */
import { createHash, randomBytes } from 'node:crypto';
import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { eq, or } from 'drizzle-orm';
import { Lucia, TimeSpan } from 'lucia';
import { database, type Database } from '#db/client.ts';
import { gebruiker, sessie, werkgever } from '#db/schema.ts';
import { config } from '../config.ts';
import type { Actor } from '../domain/gebruiker/gebruiker.ts';
import { today } from '../domain/kandidaat/zichtbaar.server.ts';

/** Sliding: unused for a week and it is over. */
const IDLE = new TimeSpan(7, 'd');
/** Absolute: after 30 days one signs in again, however often the session was used. */
const ABSOLUTE_MS = 30 * 24 * 3600 * 1000;

declare module 'lucia' {
  interface Register { Lucia: Lucia<{ aangemaaktOp: number }, Record<never, never>>; UserId: number; DatabaseSessionAttributes: { aangemaaktOp: number } }
}

let made: { db: Database; lucia: Lucia<{ aangemaaktOp: number }, Record<never, never>> } | undefined;
function lucia() {
  const db = database();
  if (made?.db !== db) {
    made = { db, lucia: new Lucia(new DrizzleSQLiteAdapter(db, sessie, gebruiker), { sessionExpiresIn: IDLE, getSessionAttributes: ({ aangemaaktOp }) => ({ aangemaaktOp }) }) };
  }
  return made.lucia;
}

const digest = (token: string) => createHash('sha256').update(token).digest('hex');

/** Name of the cookie; with the __Host- prefix wherever the site is served over https. */
export function cookieName(): string {
  return config().secure ? '__Host-sessie' : 'sessie';
}

export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax', secure: config().secure, path: '/', maxAge: IDLE.seconds() } as const;
}

/** Starts a session. @returns the token for the cookie; it is stored nowhere else */
export async function startSession(gebruikerId: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await lucia().createSession(gebruikerId, { aangemaaktOp: Date.now() }, { sessionId: digest(token) });
  return token;
}

/** Ends the session of this token. */
export async function endSession(token: string): Promise<void> {
  await lucia().invalidateSession(digest(token));
}

/** Ends every session of a person: at a change of password or role, or when asked to sign out everywhere. */
export async function endAllSessions(gebruikerId: number): Promise<void> {
  await lucia().invalidateUserSessions(gebruikerId);
}

/** Who the token belongs to; a bezoeker when it is missing, expired, or the account is switched off. */
export async function actorOf(token: string | undefined): Promise<Actor> {
  if (!token) return { rol: 'bezoeker' };
  const { session } = await lucia().validateSession(digest(token));
  if (!session) return { rol: 'bezoeker' };
  if (Date.now() - session.aangemaaktOp > ABSOLUTE_MS) {
    await lucia().invalidateSession(session.id);
    return { rol: 'bezoeker' };
  }
  return loadActor(session.userId);
}

/** The actor that a user is now: roles and scope are read at every request, so a change counts at once. */
export function loadActor(gebruikerId: number): Actor {
  const db = database();
  const found = db.select().from(gebruiker).leftJoin(werkgever, eq(werkgever.id, gebruiker.werkgeverId)).where(eq(gebruiker.id, gebruikerId)).get();
  if (!found?.gebruiker.actief) return { rol: 'bezoeker' };
  const { id, naam, rol, partnerId, sectoren } = found.gebruiker;
  switch (rol) {
    case 'werkgever': return found.werkgever ? { rol, id, naam, werkgeverId: found.werkgever.id, geverifieerd: found.werkgever.status === 'geverifieerd' } : { rol: 'bezoeker' };
    case 'aanmelder': return partnerId === null ? { rol: 'bezoeker' } : { rol, id, naam, partnerId };
    case 'werkmakelaar': {
      const own = db.select({ id: gebruiker.id, tot: gebruiker.afwezigTot }).from(gebruiker).where(or(eq(gebruiker.id, id), eq(gebruiker.vervangerId, id))).all();
      return { rol, id, naam, caseloads: own.filter((row) => row.id === id || (row.tot !== null && row.tot >= today())).map((row) => row.id) };
    }
    case 'accountmanager': return { rol, id, naam, sectoren };
    case 'beheerder': return { rol, id, naam };
  }
}
