/** How someone is presented, and what that costs the region. */
import { eq, sql } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { kandidaat } from '#db/schema.ts';
import { eis } from '../auth/policy.ts';
import { recordEvent } from '../domain/gebeurtenis/gebeurtenis.server.ts';
import type { Actor } from '../domain/gebruiker/gebruiker.ts';
import { PRESENTATIEVORMEN, type Presentatievorm } from '../domain/kandidaat/kandidaat.ts';
import type { Presentatietelling } from './media.ts';
import { ownMedia } from './media.server.ts';

/** Chooses how someone is presented, which the region pays for. */
export function choosePresentatie(actor: Actor, kandidaatId: number, vorm: Presentatievorm): void {
  eis(actor, 'kandidaat.bewerk');
  transaction(() => {
    const { vorm: van } = ownMedia(actor, kandidaatId);
    if (van === vorm) return;
    database().update(kandidaat).set({ presentatievorm: vorm, gewijzigdOp: new Date().toISOString() }).where(eq(kandidaat.id, kandidaatId)).run();
    recordEvent(actor, { soort: 'kandidaat', objectId: kandidaatId, verb: 'presentatie gekozen', van, naar: vorm });
  });
}

/** Per form of presentation how many were made, and how many are chosen for people who are still in the running. */
export function countPresentaties(actor: Actor): Presentatietelling {
  eis(actor, 'budget.bekijk');
  const gemaakt = sql<number>`EXISTS (SELECT 1 FROM media m WHERE m.kandidaat_id = kandidaat.id AND m.soort = CASE kandidaat.presentatievorm WHEN 'foto' THEN 'foto' ELSE 'film' END)`;
  const rows = database().select({ vorm: kandidaat.presentatievorm, gemaakt, loopt: sql<number>`kandidaat.status IN ('concept', 'ter curatie', 'gepubliceerd', 'gepauzeerd')`, aantal: sql<number>`count(*)` }).from(kandidaat).groupBy(sql`1, 2, 3`).all();
  const telling = Object.fromEntries(PRESENTATIEVORMEN.map((vorm) => [vorm, { gemaakt: 0, gereserveerd: 0 }])) as Presentatietelling;
  for (const row of rows) {
    if (row.gemaakt) telling[row.vorm].gemaakt += row.aantal;
    else if (row.loopt) telling[row.vorm].gereserveerd += row.aantal;
  }
  return telling;
}
