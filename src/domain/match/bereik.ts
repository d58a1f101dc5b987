/** Part "bereikbaarheid": distance against someone's own reach. Pure. */
import { distanceKm } from '../plaats/plaats.ts';
import type { KandidaatKenmerken, VacatureKenmerken } from './kenmerken.ts';
import { NEUTRAAL, type Deel, type Meting } from './onderdeel.ts';

/** Reach in km where someone names transport but no distance; walking to driving. */
const REIKWIJDTE_KM = { lopend: 3, fiets: 10, brommer: 15, ov: 20, auto: 30 } as const;

/** How far someone travels, in km: the own limit, else what the means of transport reach; null when neither is known. */
export function reachOf({ reisafstandKm, vervoer }: Pick<KandidaatKenmerken['profiel'], 'reisafstandKm' | 'vervoer'>): number | null {
  return reisafstandKm ?? (vervoer && vervoer.length > 0 ? Math.max(...vervoer.map((way) => REIKWIJDTE_KM[way])) : null);
}

/**
 * Coverage of a distance, 0–1. Nearer is better, but not by someone's own limit: who names a short reach must not score below
 * who names none. Past it coverage drops steeply, to nothing at twice the reach and 5 km more.
 */
export function coverKm(km: number, reach: number): number {
  return km <= reach ? 1 - 0.2 * Math.min(1, km / 30) : VOORBIJ * Math.max(0, 1 - (km - reach) / (reach + 5));
}
/** Coverage just past what someone travels: a werkmakelaar would ask about a kilometre more. */
const VOORBIJ = 0.7;

/** Scores the part; an unknown place is neutral and named. */
export function scoreBereik(v: VacatureKenmerken, k: KandidaatKenmerken, meting: Meting): Deel {
  const unknown = !v.profiel.punt ? `de plaats ${v.profiel.plaats || 'van de vacature'}` : !k.profiel.punt ? `de woonplaats ${k.profiel.plaats}` : undefined;
  if (unknown || !v.profiel.punt || !k.profiel.punt) {
    meting.onbekend?.push({ veld: 'afstand', vraag: `Waar ligt ${unknown}? Die staat niet in de plaatsenlijst.` });
    return { dekking: NEUTRAAL.afstand, reden: `De afstand is onbekend: ${unknown} staat niet in de lijst.`, bewijs: [] };
  }
  const km = Math.round(distanceKm(v.profiel.punt, k.profiel.punt) * 10) / 10;
  meting.afstandKm = km;
  const ways = k.profiel.vervoer;
  const reach = k.reikKm;
  if (reach === null) {
    meting.onbekend?.push({ veld: 'reisafstand', vraag: 'Hoe ver en waarmee kan deze kandidaat reizen?' });
    // Without a reach nearness still counts, but never below neutral.
    return { dekking: NEUTRAAL.afstand + 0.3 * Math.max(0, 1 - km / 30), reden: `Woont op ${formatKm(km)}; hoe ver reizen kan, is onbekend.`, bewijs: [`${formatKm(km)} tussen woonplaats en werk`] };
  }
  const dekking = coverKm(km, reach);
  if (km > reach * 2 + 5) meting.afgevallen ??= `te ver weg: ${formatKm(km)}, reist tot ${reach} km`;
  if (!meting.tekorten) return { dekking, reden: '', bewijs: [] };
  if (km > reach) meting.tekorten.push({ soort: 'afstand', tekst: `${formatKm(km)}, reist nu tot ${reach} km`, namen: [] });
  const bewijs = [`${formatKm(km)} tussen woonplaats en werk, reist tot ${reach} km${ways && ways.length > 0 ? ` (${ways.join(', ')})` : ''}`];
  return { dekking, reden: `${bewijs[0]}.`, bewijs };
}

const formatKm = (km: number) => (km < 1 ? 'minder dan 1 km' : `${Math.round(km)} km`);
