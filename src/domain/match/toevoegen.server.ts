/** What a werkmakelaar can choose from when adding a pair by hand. */
import { and, asc, eq, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { kandidaat, vacature, werkgever } from '#db/schema.ts';
import { eis } from '../../auth/policy.ts';
import type { Actor } from '../gebruiker/gebruiker.ts';
import { own } from '../kandidaat/kandidaat.server.ts';
import { today, voorstelbaar } from '../kandidaat/zichtbaar.server.ts';
import { matchbaar } from '../vacature/vacature.server.ts';

export type Naamkeuze = { id: number; naam: string };

/** The actor's kandidaten who may be proposed, and the vacatures that are open, by name. */
export function listToevoegen(actor: Actor): { kandidaten: Naamkeuze[]; vacatures: Naamkeuze[] } {
  eis(actor, 'match.beoordeel');
  const db = database();
  return {
    kandidaten: db.select({ id: kandidaat.id, naam: sql<string>`${kandidaat.voornaam} || ', ' || ${kandidaat.plaats} || CASE WHEN ${kandidaat.kop} = '' THEN '' ELSE ': ' || ${kandidaat.kop} END` }).from(kandidaat).where(and(own(actor), voorstelbaar())).orderBy(asc(kandidaat.voornaam), asc(kandidaat.id)).all(),
    vacatures: db.select({ id: vacature.id, naam: sql<string>`${vacature.titel} || ', ' || ${werkgever.naam} || ', ' || ${vacature.plaats}` }).from(vacature).innerJoin(werkgever, eq(werkgever.id, vacature.werkgeverId)).where(matchbaar(today())).orderBy(asc(vacature.titel), asc(vacature.id)).all(),
  };
}
