/** Favourites: kandidaten that an organisation keeps in mind, with a note that only that organisation reads. */
import { and, desc, eq, inArray } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { favoriet, gebruiker } from '#db/schema.ts';
import { NietGevonden, Weigering, eis, eisRol } from '../../auth/policy.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { listPublicProfiles, visibleIds } from './kandidaat.server.ts';
import type { PubliekProfiel } from './publiek.ts';

/** A favourite. Of someone who may not be seen (any more) nothing is told, nor what was noted. */
export type Favoriet = { kandidaatId: number } & ({ profiel: PubliekProfiel; notitie: string; door: string | null; op: string } | { profiel: null });

/** An organisation keeps at most this many people in mind; the list is one page. */
export const FAVORIETEN_MAX = 200;
export const NOTITIE_MAX = 1000;

/** The favourites of the actor's organisation, the latest first. */
export function listFavorieten(actor: Actor): Favoriet[] {
  eis(actor, 'favoriet.beheer');
  const rows = database().select({ favoriet, door: gebruiker.naam }).from(favoriet).leftJoin(gebruiker, eq(gebruiker.id, favoriet.doorId)).where(own(actor)).orderBy(desc(favoriet.op), desc(favoriet.kandidaatId)).all();
  const profiles = new Map(listPublicProfiles(actor, rows.map((row) => row.favoriet.kandidaatId)).map((profiel) => [profiel.id, profiel]));
  return rows.map(({ favoriet: { kandidaatId, notitie, op }, door }) => {
    const profiel = profiles.get(kandidaatId);
    return profiel ? { kandidaatId, profiel, notitie, door, op } : { kandidaatId, profiel: null };
  });
}

/** Which of these people are favourites of the actor's organisation; none for whoever has no favourites. */
export function favoriteIds(actor: Actor, ids: readonly number[]): Set<number> {
  if (actor.rol !== 'werkgever' || ids.length === 0) return new Set();
  return new Set(database().select({ id: favoriet.kandidaatId }).from(favoriet).where(and(own(actor), inArray(favoriet.kandidaatId, [...ids]))).all().map((row) => row.id));
}

/** Keeps someone in mind. Twice is once. @throws NietGevonden for someone this actor may not see */
export function addFavoriet(actor: Actor, kandidaatId: number): void {
  eis(actor, 'favoriet.beheer');
  const { id, werkgeverId } = eisRol(actor, 'werkgever');
  transaction(() => {
    checkVisible(actor, kandidaatId);
    const kept = database().select({ id: favoriet.kandidaatId }).from(favoriet).where(own(actor)).all();
    if (kept.length >= FAVORIETEN_MAX && !kept.some((row) => row.id === kandidaatId)) throw new Weigering(`U bewaart al ${FAVORIETEN_MAX} kandidaten. Haal er eerst een weg.`);
    database().insert(favoriet).values({ werkgeverId, kandidaatId, doorId: id }).onConflictDoNothing().run();
  });
}

/**
 * Takes someone off the list.
 * @param metNotitie whether a note may go too; colleagues may have written it, so a click on a card leaves it alone
 * @returns whether the favourite is gone
 */
export function removeFavoriet(actor: Actor, kandidaatId: number, metNotitie: boolean): boolean {
  eis(actor, 'favoriet.beheer');
  const mine = and(own(actor), eq(favoriet.kandidaatId, kandidaatId));
  database().delete(favoriet).where(metNotitie ? mine : and(mine, eq(favoriet.notitie, ''))).run();
  return !favoriteIds(actor, [kandidaatId]).has(kandidaatId);
}

/** Writes the note of the organisation. @throws NietGevonden when this is no favourite, or somebody who may not be seen */
export function noteFavoriet(actor: Actor, kandidaatId: number, notitie: string): void {
  eis(actor, 'favoriet.beheer');
  transaction(() => {
    checkVisible(actor, kandidaatId);
    const changed = database().update(favoriet).set({ notitie }).where(and(own(actor), eq(favoriet.kandidaatId, kandidaatId))).run().changes;
    if (changed === 0) throw new NietGevonden(`favoriet ${kandidaatId}`);
  });
}

function checkVisible(actor: Actor, kandidaatId: number): void {
  if (!visibleIds(actor, [kandidaatId]).has(kandidaatId)) throw new NietGevonden(`profiel ${kandidaatId}`);
}

function own(actor: Actor) {
  return eq(favoriet.werkgeverId, eisRol(actor, 'werkgever').werkgeverId);
}
