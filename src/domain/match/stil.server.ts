/** Which employers are silent: the one answer for signals, reminders, overviews and the page of the accountmanager. */
import { and, eq, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { gebeurtenis, match } from '#db/schema.ts';
import { dayInNetherlands, werkdagenSinds } from '../kalender/werkdagen.ts';
import { termijnVoorbij } from './kennismaking.ts';

/** `sinds` is the ISO moment of the voordracht, `werkdagen` how many passed since. */
export type StilleVoordracht = { id: number; werkgeverId: number; kandidaatId: number; sinds: string; werkdagen: number };

/** Voordrachten of everybody that wait for an answer after the term for it; whoever asks keeps to the own ones. @param vandaag yyyy-mm-dd */
export function stilleVoordrachten(vandaag: string): StilleVoordracht[] {
  const sinds = sql<string>`max(${gebeurtenis.op})`;
  return database().select({ id: match.id, werkgeverId: match.werkgeverId, kandidaatId: match.kandidaatId, sinds }).from(match)
    .innerJoin(gebeurtenis, and(eq(gebeurtenis.soort, 'match'), eq(gebeurtenis.objectId, match.id), eq(gebeurtenis.naar, 'voorgedragen'))).where(eq(match.status, 'voorgedragen')).groupBy(match.id).orderBy(match.id).all()
    .filter((row) => termijnVoorbij(row.sinds, vandaag)).map((row) => ({ ...row, werkdagen: werkdagenSinds(dayInNetherlands(row.sinds), vandaag) }));
}
