/**
 * The score of one pair, 0–100, with a reason for every point. Deterministic: no I/O, no clock, no chance; today's
 * date is an argument. The same function serves both directions, the cost of a must and the explanation.
 * Where a person and a vacature meet only in part, coverage never falls below that of an unknown field: someone who
 * answers honestly is not worse off than someone who leaves a field empty. Parts of the week are the exception: who can
 * less than half of those asked does not meet them (readers of the golden set give such pairs a grade lower).
 */
import type { Woordenboek } from '../woorden/woorden.ts';
import { scoreBereik } from './bereik.ts';
import { findBruggen } from './bruggen.ts';
import { scoreEisen } from './eisen.ts';
import type { KandidaatKenmerken, VacatureKenmerken } from './kenmerken.ts';
import { GEWICHTEN, type Deel, type Meting, type Onderdeel, type OnderdeelNaam, type Uitleg } from './onderdeel.ts';
import { scoreTijd } from './tijd.ts';
import { scoreWerk } from './werk.ts';

/** The parts in the order of the page. */
const ONDERDELEN = ['werk', 'eisen', 'tijd', 'bereikbaarheid'] as const satisfies readonly OnderdeelNaam[];

/**
 * Scores one pair and explains it.
 * @param vandaag yyyy-mm-dd
 */
export function scorePair(vacature: VacatureKenmerken, kandidaat: KandidaatKenmerken, woorden: Woordenboek, vandaag: string): Uitleg {
  const meting = { tekorten: [], onbekend: [], afgevallen: null, taken: { past: [], blijft: [] }, afstandKm: null } satisfies Meting;
  let score = 0;
  const onderdelen = ONDERDELEN.map((naam): Onderdeel => {
    const { dekking, reden, bewijs } = scoreDeel(naam, vacature, kandidaat, woorden, vandaag, meting);
    const punten = hundredths(naam, dekking);
    score += punten;
    return { naam, gewicht: GEWICHTEN[naam], dekking: Math.round(dekking * 1000) / 1000, bijdrage: punten / 100, reden, bewijs };
  });
  score /= 100;
  return { versie: GEWICHTEN.versie, score, onderdelen, ...meting, bruggen: findBruggen(meting, vacature.profiel) };
}

/**
 * The same score as a number, without a word of explanation: for choosing whom to explain.
 * @returns the score 0–100, also of a pair that drops out, and whether it does
 */
export function scoreNumber(vacature: VacatureKenmerken, kandidaat: KandidaatKenmerken, woorden: Woordenboek, vandaag: string): { score: number; afgevallen: boolean } {
  const meting = unspoken();
  let score = 0;
  for (const naam of ONDERDELEN) score += hundredths(naam, scoreDeel(naam, vacature, kandidaat, woorden, vandaag, meting).dekking);
  return { score: score / 100, afgevallen: meting.afgevallen !== null };
}

/**
 * One part of the score as a number.
 * @returns hundredths of points, or null when this part makes the pair drop out
 */
export function scorePart(naam: OnderdeelNaam, vacature: VacatureKenmerken, kandidaat: KandidaatKenmerken, woorden: Woordenboek, vandaag: string): number | null {
  const meting = unspoken();
  const { dekking } = scoreDeel(naam, vacature, kandidaat, woorden, vandaag, meting);
  return meting.afgevallen === null ? hundredths(naam, dekking) : null;
}

/** Where only the number is asked no words are made. */
const unspoken = (): Meting => ({ tekorten: null, onbekend: null, afgevallen: null, taken: { past: [], blijft: [] }, afstandKm: null });

/** Points in hundredths, so that the parts and the whole agree to the cent. */
function hundredths(naam: OnderdeelNaam, dekking: number): number {
  return Math.round(GEWICHTEN[naam] * dekking * 100);
}

function scoreDeel(naam: OnderdeelNaam, vacature: VacatureKenmerken, kandidaat: KandidaatKenmerken, woorden: Woordenboek, vandaag: string, meting: Meting): Deel {
  switch (naam) {
    case 'werk': return scoreWerk(vacature, kandidaat, woorden, meting);
    case 'eisen': return scoreEisen(vacature, kandidaat, woorden, meting);
    case 'tijd': return scoreTijd(vacature, kandidaat, vandaag, meting);
    case 'bereikbaarheid': return scoreBereik(vacature, kandidaat, meting);
  }
}
