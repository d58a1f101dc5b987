/** The daily walk along the retention ladder. */
import { takeTreden, type Stap } from '../domain/kandidaat/bewaren.server.ts';
import { log } from '../log.ts';

/** Takes every step that is due at a moment. @returns the steps @throws Error when one failed, after the others */
export function bewaar(now: Date): Stap[] {
  const { stappen, bestanden } = takeTreden({ rol: 'systeem' }, now);
  if (stappen.length > 0) log.info({ stappen: stappen.length, gewist: stappen.filter(({ trede }) => trede === 'wis').length, bestanden: bestanden.length }, 'bewaartermijnen nagelopen');
  return stappen;
}
