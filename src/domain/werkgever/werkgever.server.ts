/** Use cases about employers: registration, verification, their page for accountmanagers. */
import { asc, desc, eq, sql } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { contact, gebruiker, vacature, vestiging, werkgever } from '#db/schema.ts';
import { hashPassword } from '../../auth/password.ts';
import { mailBestaatAl, mailWelkom } from '../../mail/gebeurtenissen.server.ts';
import { NietGevonden, Weigering, eis } from '../../auth/policy.ts';
import { listEvents, recordEvent } from '../gebeurtenis/gebeurtenis.server.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { mailBevestiging } from '../gebruiker/link.server.ts';
import { findPlaats } from '../plaats/plaats.server.ts';
import { WERKGEVER_OVERGANGEN, type RegistratieInvoer, type WerkgeverVerb } from './werkgever.ts';

export type WerkgeverRij = typeof werkgever.$inferSelect;

/**
 * Registers an organisation with its first contact and account; an accountmanager must verify it.
 * A KvK number or e-mail address that is known already is not betrayed: the outcome says only that nothing was made.
 * @returns whether a new account was made
 */
export async function registerWerkgever(actor: Actor, invoer: RegistratieInvoer): Promise<boolean> {
  eis(actor, 'werkgever.registreer');
  const wachtwoordHash = await hashPassword(invoer.wachtwoord);
  return transaction(() => {
    const db = database();
    const account = db.select({ id: gebruiker.id }).from(gebruiker).where(eq(gebruiker.email, invoer.email)).get();
    if (account) mailBestaatAl(account.id);
    if (account ?? db.select({ id: werkgever.id }).from(werkgever).where(eq(werkgever.kvk, invoer.kvk)).get()) return false;
    const punt = findPlaats(invoer.plaats);
    const { id } = db.insert(werkgever).values({ naam: invoer.organisatie, kvk: invoer.kvk, sectoren: invoer.sectoren }).returning({ id: werkgever.id }).get();
    db.insert(vestiging).values({ werkgeverId: id, plaats: invoer.plaats, lat: punt?.lat ?? null, lng: punt?.lng ?? null }).run();
    db.insert(contact).values({ werkgeverId: id, naam: invoer.naam, functie: invoer.functie, email: invoer.email, telefoon: invoer.telefoon }).run();
    const eerste = db.insert(gebruiker).values({ email: invoer.email, naam: invoer.naam, rol: 'werkgever', wachtwoordHash, werkgeverId: id, telefoon: invoer.telefoon }).returning({ id: gebruiker.id }).get();
    recordEvent(actor, { soort: 'werkgever', objectId: id, verb: 'registreer', naar: 'aangemeld' });
    mailBevestiging(eerste.id);
    return true;
  });
}

/** All employers with their number of open vacatures: those that wait first, then by name. */
export function listWerkgevers(actor: Actor) {
  eis(actor, 'werkgever.bekijk');
  // The table's name is spelled out: drizzle would leave it away, and `id` would then be the vacature's.
  const open = sql<number>`(SELECT count(*) FROM vacature v WHERE v.werkgever_id = werkgever.id AND v.status = 'open')`;
  return database().select({ werkgever, open }).from(werkgever).orderBy(desc(sql`${werkgever.status} = 'aangemeld'`), asc(sql`lower(${werkgever.naam})`)).all();
}

/** Everything about one employer for accountmanagers. */
export function getWerkgever(actor: Actor, id: number) {
  eis(actor, 'werkgever.bekijk');
  const db = database();
  const row = db.select().from(werkgever).where(eq(werkgever.id, id)).get();
  if (!row) throw new NietGevonden(`werkgever ${id}`);
  return {
    werkgever: row,
    vestigingen: db.select().from(vestiging).where(eq(vestiging.werkgeverId, id)).all(),
    contacten: db.select().from(contact).where(eq(contact.werkgeverId, id)).all(),
    vacatures: db.select().from(vacature).where(eq(vacature.werkgeverId, id)).orderBy(desc(vacature.gewijzigdOp)).all().filter((job) => job.status !== 'concept'),
    geschiedenis: listEvents('werkgever', id),
  };
}

/** Verifies or refuses an employer. @throws Weigering when not possible from here or when the reason is missing */
export function moveWerkgever(actor: Actor, id: number, verb: WerkgeverVerb, reden?: string): void {
  eis(actor, 'werkgever.verifieer');
  transaction(() => {
    const { werkgever: row } = getWerkgever(actor, id);
    const overgang = WERKGEVER_OVERGANGEN[verb];
    if (!(overgang.van as readonly string[]).includes(row.status)) throw new Weigering(`Deze werkgever is al ${row.status}.`);
    if ('reden' in overgang && !reden?.trim()) throw new Weigering('Vul een reden in.');
    const owner = verb === 'verifieer' && actor.rol === 'accountmanager' ? { accountmanagerId: row.accountmanagerId ?? actor.id } : {};
    database().update(werkgever).set({ status: overgang.naar, ...owner }).where(eq(werkgever.id, id)).run();
    recordEvent(actor, { soort: 'werkgever', objectId: id, verb, van: row.status, naar: overgang.naar, reden: reden?.trim() || null });
    if (verb === 'verifieer') mailWelkom(id);
  });
}

/** The accountmanager of an employer, for "wie belt u terug". */
export function accountmanagerOf(werkgeverId: number): { naam: string; telefoon: string | null } | undefined {
  return database().select({ naam: gebruiker.naam, telefoon: gebruiker.telefoon }).from(werkgever).innerJoin(gebruiker, eq(gebruiker.id, werkgever.accountmanagerId)).where(eq(werkgever.id, werkgeverId)).get();
}

/** Name and status of the organisation of an employer's account. */
export function ownOrganisation(actor: Actor): WerkgeverRij {
  const row = actor.rol === 'werkgever' ? database().select().from(werkgever).where(eq(werkgever.id, actor.werkgeverId)).get() : undefined;
  if (!row) throw new NietGevonden('organisatie');
  return row;
}
