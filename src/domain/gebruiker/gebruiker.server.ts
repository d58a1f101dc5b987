/** Use cases about accounts: signing in, making and switching off accounts. */
import { asc, eq } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { gebruiker, sessie } from '#db/schema.ts';
import { hashPassword, verifyNobody, verifyPassword } from '../../auth/password.ts';
import { NietGevonden, Weigering, eis } from '../../auth/policy.ts';
import { recordEvent } from '../gebeurtenis/gebeurtenis.server.ts';
import { actorId, type Actor, type Rol } from './gebruiker.ts';

export type GebruikerRij = typeof gebruiker.$inferSelect;

/** Checks e-mail and password in the same time for a known and an unknown address. @returns the user's id, or undefined */
export async function checkSignIn(email: string, wachtwoord: string): Promise<number | undefined> {
  const row = database().select().from(gebruiker).where(eq(gebruiker.email, email)).get();
  const right = row ? await verifyPassword(row.wachtwoordHash, wachtwoord) : await verifyNobody(wachtwoord);
  if (!row || !right || !row.actief) return undefined;
  transaction(() => recordEvent({ rol: 'systeem' }, { soort: 'gebruiker', objectId: row.id, verb: 'log in' }));
  return row.id;
}

/** All accounts, by role and name. */
export function listGebruikers(actor: Actor): GebruikerRij[] {
  eis(actor, 'gebruiker.beheer');
  return database().select().from(gebruiker).orderBy(asc(gebruiker.rol), asc(gebruiker.naam)).all();
}

export type NieuweGebruiker = { email: string; naam: string; rol: Rol; wachtwoord: string; werkgeverId?: number; partnerId?: number; sectoren?: string[]; telefoon?: string };

/** Makes an account. @throws Weigering when the address is taken */
export async function createGebruiker(actor: Actor, { wachtwoord, ...values }: NieuweGebruiker): Promise<number> {
  eis(actor, 'gebruiker.beheer');
  const wachtwoordHash = await hashPassword(wachtwoord);
  return transaction(() => {
    if (database().select({ id: gebruiker.id }).from(gebruiker).where(eq(gebruiker.email, values.email)).get()) throw new Weigering('Er is al een account met dit e-mailadres.');
    const { id } = database().insert(gebruiker).values({ ...values, wachtwoordHash }).returning({ id: gebruiker.id }).get();
    recordEvent(actor, { soort: 'gebruiker', objectId: id, verb: 'maak account', naar: values.rol });
    return id;
  });
}

/** Switches an account on or off; off ends all sessions and counts at the very next request. */
export function setActief(actor: Actor, id: number, actief: boolean): void {
  eis(actor, 'gebruiker.beheer');
  if (actorId(actor) === id) throw new Weigering('Je kunt je eigen account niet uitzetten.');
  transaction(() => {
    const changed = database().update(gebruiker).set({ actief }).where(eq(gebruiker.id, id)).run().changes;
    if (changed === 0) throw new NietGevonden(`gebruiker ${id}`);
    if (!actief) database().delete(sessie).where(eq(sessie.userId, id)).run();
    recordEvent(actor, { soort: 'gebruiker', objectId: id, verb: actief ? 'zet aan' : 'zet uit' });
  });
}
