/** Reminders: a voordracht that an employer has not answered in five working days, once. */
import { and, eq, sql } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { gebeurtenis, match } from '#db/schema.ts';
import { config } from '../config.ts';
import { termijnVoorbij } from '../domain/match/kennismaking.ts';
import { addDays, dayOf } from '../domain/kalender/werkdagen.ts';
import { herinneringVoordracht } from './berichten/match.ts';
import { paarpost } from './gebeurtenissen.server.ts';
import { enqueueMail } from './mail.server.ts';
import { eachApart } from './taken.server.ts';
import { accountsVan, afzender } from './wie.server.ts';

/** Voordrachten that wait for an employer, with the moment they were presented. */
export function wachtendeVoordrachten(): { id: number; werkgeverId: number; kandidaatId: number; sinds: string }[] {
  const sinds = sql<string>`max(${gebeurtenis.op})`;
  return database().select({ id: match.id, werkgeverId: match.werkgeverId, kandidaatId: match.kandidaatId, sinds }).from(match)
    .innerJoin(gebeurtenis, and(eq(gebeurtenis.soort, 'match'), eq(gebeurtenis.objectId, match.id), eq(gebeurtenis.naar, 'voorgedragen'))).where(eq(match.status, 'voorgedragen')).groupBy(match.id).orderBy(match.id).all();
}

/** Only the last so many days: a voordracht from before the mail worked is no news any more. */
const NOG_ACTUEEL_DAGEN = 60;

/** Reminds employers. @returns how many mails were written; @throws when one pair failed, after the others */
export async function mailHerinneringen(now: Date): Promise<number> {
  const vandaag = dayOf(now);
  const late = wachtendeVoordrachten().filter(({ sinds }) => termijnVoorbij(sinds, vandaag) && dayOf(new Date(sinds)) >= addDays(vandaag, -NOG_ACTUEEL_DAGEN));
  let written = 0;
  await eachApart(late, 'match', ({ id, werkgeverId }) => transaction(() => {
    const { getoond, vacature } = paarpost(id);
    for (const wie of accountsVan(werkgeverId)) {
      const bericht = herinneringVoordracht(afzender(), { naam: wie.naam, voornaam: getoond, vacature, url: `${config().siteUrl}/voordrachten/${id}` });
      if (enqueueMail({ sleutel: `herinnering:${id}:${wie.id}`, soort: 'herinnering', aan: wie.email, ...bericht })) written++;
    }
  }));
  return written;
}
