/** Who opened which profile: the budget of a werkgever for a day, and what the kandidaat gets to see of it. */
import { and, desc, eq, ne, sql } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { weergave, werkgever } from '#db/schema.ts';
import { eisRol } from '../../auth/policy.ts';
import { config } from '../../config.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { today } from './zichtbaar.server.ts';

/** This werkgever opened as many different profiles today as the region allows; tomorrow there is room again. */
export class KijkbudgetOp extends Error {
  readonly budget: number;
  constructor(budget: number) { super(`Kijkbudget op: ${budget}`); this.budget = budget; }
}

/**
 * Records that an employer opens a profile; others leave no trace. All accounts of an organisation share one budget,
 * and a profile that one of them opened today is free for the rest of the day. Counted in SQL, so a restart forgives
 * nothing.
 * @throws KijkbudgetOp
 */
export function recordView(actor: Actor, kandidaatId: number): void {
  if (actor.rol !== 'werkgever') return;
  const { id: gebruikerId, werkgeverId } = actor;
  const dag = today();
  const { kijkbudget } = config().regio;
  transaction(() => {
    const others = database().select({ aantal: sql<number>`count(DISTINCT ${weergave.kandidaatId})` }).from(weergave).where(and(eq(weergave.werkgeverId, werkgeverId), eq(weergave.dag, dag), ne(weergave.kandidaatId, kandidaatId))).get()!.aantal;
    const known = database().select({ id: weergave.id }).from(weergave).where(and(eq(weergave.werkgeverId, werkgeverId), eq(weergave.dag, dag), eq(weergave.kandidaatId, kandidaatId))).get();
    if (!known && others >= kijkbudget) throw new KijkbudgetOp(kijkbudget);
    database().insert(weergave).values({ kandidaatId, werkgeverId, gebruikerId, dag }).run();
  });
}

export type Kijker = { werkgeverId: number; naam: string; keren: number; laatst: string };

/** Which organisations opened the own profile, how often, and when last. Never which person. */
export function listKijkers(actor: Actor): Kijker[] {
  const { kandidaatId } = eisRol(actor, 'kandidaat');
  const laatst = sql<string>`max(${weergave.op})`;
  return database().select({ werkgeverId: werkgever.id, naam: werkgever.naam, keren: sql<number>`count(*)`, laatst }).from(weergave).innerJoin(werkgever, eq(werkgever.id, weergave.werkgeverId))
    .where(eq(weergave.kandidaatId, kandidaatId)).groupBy(werkgever.id).orderBy(desc(laatst), werkgever.naam).all();
}
