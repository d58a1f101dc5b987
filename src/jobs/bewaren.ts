/** The daily walk along the retention ladder, and past mail that was kept long enough. */
import { searchEngine } from '#search/index.ts';
import { takeTreden, type Stap } from '../domain/kandidaat/bewaren.server.ts';
import { log } from '../log.ts';
import { dropOldMail } from '../mail/mail.server.ts';
import { verwijder } from '../media/opslag.server.ts';

/**
 * Takes every step that is due at a moment, removes the photos and films of who was erased, and mail past its term.
 * @returns the steps, and how many mails were erased
 * @throws Error when a step failed, after the others
 */
export async function bewaar(now: Date): Promise<{ stappen: Stap[]; post: number }> {
  const post = dropOldMail(now);
  const { stappen, bestanden, mislukt } = takeTreden({ rol: 'systeem' }, now);
  // No row names them any more, so what stays now goes with the hourly cleaning of the folder.
  await verwijder(bestanden).catch((error: unknown) => log.error({ fout: String(error) }, 'mediabestanden wissen mislukt'));
  searchEngine().prune();
  if (stappen.length + post > 0) log.info({ stappen: stappen.length, gewist: stappen.filter(({ trede }) => trede === 'wis').length, bestanden: bestanden.length, post }, 'bewaartermijnen nagelopen');
  if (mislukt.length > 0) throw new Error(`${mislukt.length} van ${stappen.length} stappen mislukt. ${mislukt.slice(0, 3).join('; ')}`);
  return { stappen, post };
}
