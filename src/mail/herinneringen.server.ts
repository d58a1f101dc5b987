/** Reminders: a voordracht that an employer has not answered in five working days, once. */
import { transaction } from '#db/client.ts';
import { config } from '../config.ts';
import { stilleVoordrachten } from '../domain/match/stil.server.ts';
import { addDays, dayOf } from '../domain/kalender/werkdagen.ts';
import { herinneringVoordracht } from './berichten/match.ts';
import { paarpost } from './gebeurtenissen.server.ts';
import { enqueueMail } from './mail.server.ts';
import { eachApart } from './taken.server.ts';
import { accountsVan, afzender } from './wie.server.ts';

/** Only the last so many days: a voordracht from before the mail worked is no news any more. */
const NOG_ACTUEEL_DAGEN = 60;

/** Reminds employers. @returns how many mails were written; @throws when one pair failed, after the others */
export async function mailHerinneringen(now: Date): Promise<number> {
  const vandaag = dayOf(now);
  const late = stilleVoordrachten(vandaag).filter(({ sinds }) => dayOf(new Date(sinds)) >= addDays(vandaag, -NOG_ACTUEEL_DAGEN));
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
