/** The daily walk along the retention ladder, and past mail that was kept long enough. */
import { takeTreden, type Stap } from '../domain/kandidaat/bewaren.server.ts';
import { log } from '../log.ts';
import { dropOldMail } from '../mail/mail.server.ts';

/** Takes every step that is due at a moment. @returns the steps, and how many mails were erased @throws Error when a step failed, after the others */
export function bewaar(now: Date): { stappen: Stap[]; post: number } {
  const post = dropOldMail(now);
  const { stappen, bestanden } = takeTreden({ rol: 'systeem' }, now);
  if (stappen.length + post > 0) log.info({ stappen: stappen.length, gewist: stappen.filter(({ trede }) => trede === 'wis').length, bestanden: bestanden.length, post }, 'bewaartermijnen nagelopen');
  return { stappen, post };
}
