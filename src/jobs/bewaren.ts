/** The daily walk along the retention ladder. */
import { takeTreden, type Stap } from '../domain/kandidaat/bewaren.server.ts';
import { log } from '../log.ts';
import { verwijder } from '../media/opslag.server.ts';

/**
 * Takes every step that is due at a moment, and removes the photos and films of who was erased.
 * @returns the steps
 * @throws Error when one failed, after the others
 */
export async function bewaar(now: Date): Promise<Stap[]> {
  const { stappen, bestanden, mislukt } = takeTreden({ rol: 'systeem' }, now);
  // No row names them any more, so what stays now goes with the hourly cleaning of the folder.
  await verwijder(bestanden).catch((error: unknown) => log.error({ fout: String(error) }, 'mediabestanden wissen mislukt'));
  if (stappen.length > 0) log.info({ stappen: stappen.length, gewist: stappen.filter(({ trede }) => trede === 'wis').length, bestanden: bestanden.length }, 'bewaartermijnen nagelopen');
  if (mislukt.length > 0) throw new Error(`${mislukt.length} van ${stappen.length} stappen mislukt. ${mislukt.slice(0, 3).join('; ')}`);
  return stappen;
}
