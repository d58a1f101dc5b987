/**
 * The score of one pair, 0–100, with a reason for every point. Deterministic: no I/O, no clock, no chance; today's
 * date is an argument. The same function serves both directions, the cost of a must and the explanation.
 * Where a person and a vacature meet only in part, coverage never falls below that of an unknown field: someone who
 * answers honestly is never worse off than someone who leaves a field empty.
 */
import type { Woordenboek } from '../woorden/woorden.ts';
import { scoreBereik } from './bereik.ts';
import { findBruggen } from './bruggen.ts';
import { scoreEisen } from './eisen.ts';
import type { KandidaatKenmerken, VacatureKenmerken } from './kenmerken.ts';
import { GEWICHTEN, type Deel, type Meting, type Onderdeel, type OnderdeelNaam, type Uitleg } from './onderdeel.ts';
import { scoreTijd } from './tijd.ts';
import { scoreWerk } from './werk.ts';

/**
 * Scores one pair and explains it.
 * @param vandaag yyyy-mm-dd
 */
export function scorePair(vacature: VacatureKenmerken, kandidaat: KandidaatKenmerken, woorden: Woordenboek, vandaag: string): Uitleg {
  const meting: Meting = { tekorten: [], onbekend: [], afgevallen: null, taken: { past: [], blijft: [] }, afstandKm: null };
  const delen: [OnderdeelNaam, Deel][] = [
    ['werk', scoreWerk(vacature, kandidaat, woorden, meting)],
    ['eisen', scoreEisen(vacature, kandidaat, woorden, meting)],
    ['tijd', scoreTijd(vacature, kandidaat, vandaag, meting)],
    ['bereikbaarheid', scoreBereik(vacature, kandidaat, meting)],
  ];
  const onderdelen = delen.map(([naam, deel]): Onderdeel => {
    const gewicht = GEWICHTEN[naam];
    return { naam, gewicht, dekking: Math.round(deel.dekking * 1000) / 1000, bijdrage: Math.round(gewicht * deel.dekking * 100) / 100, reden: deel.reden, bewijs: deel.bewijs };
  });
  // Summed in hundredths, so that the parts and the whole agree to the cent.
  const score = onderdelen.reduce((sum, deel) => sum + Math.round(deel.bijdrage * 100), 0) / 100;
  return { versie: GEWICHTEN.versie, score, onderdelen, ...meting, bruggen: findBruggen(meting, vacature.profiel) };
}
