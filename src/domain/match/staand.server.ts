/** Which open suggestions still stand, in SQL, in one place: the queue and the limit per vacature both ask this file. */
import { and, sql, type SQL } from 'drizzle-orm';
import { match } from '#db/schema.ts';
import { voorstelbaar } from '../kandidaat/zichtbaar.server.ts';
import { matchbaar } from '../vacature/vacature.server.ts';
import { PAST_VANAF } from './eiskosten.ts';

/**
 * A condition on match, joined with kandidaat and vacature: suggested, and it would be suggested again today. What an
 * employer asked for or a person added by hand stands until someone judges it.
 * @param vandaag yyyy-mm-dd
 */
export function staand(vandaag: string): SQL {
  const fits = and(sql`${match.score} >= ${PAST_VANAF} AND json_extract(${match.uitleg}, '$.afgevallen') IS NULL`, voorstelbaar(), matchbaar(vandaag));
  return sql`(${match.status} = 'voorgesteld' AND (${match.herkomst} <> 'voorstel' OR (${fits})))`;
}
