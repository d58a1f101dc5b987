/** Part "tijd": hours, parts of the week, start. Pure. */
import { countDagdelen } from './dagdelen.ts';
import type { KandidaatKenmerken, VacatureKenmerken } from './kenmerken.ts';
import { NEUTRAAL, type Deel, type Meting } from './onderdeel.ts';

/** What each thing counts within the part. */
const TELT = { uren: 0.5, dagdelen: 0.4, start: 0.1 } as const;
/** A full week is 36, 38 or 40 hours by the cao: two hours less than the least that is asked is a matter of talking. */
const SPEELRUIMTE_UREN = 2;
/** Hours further apart than this share of the least that is asked, or of the least that is wanted, do not meet. */
const TEN_MINSTE = 0.5;

/**
 * How far hours a week meet. Any overlap is a match ("iedere plaatsing telt", Tilburg 2016, 2.5); outside each other's
 * limits it is less than an unknown, and less the further. Who can do half of the least that is asked may share the job
 * with another (duobaan).
 * @param urenMin the least and `urenMax` the most that is asked, above 0 @param ownMin the least and `ownMax` the most that is wanted
 * @returns coverage 0–1, or -1 when there is nothing to meet by
 */
export function coverUren(urenMin: number, urenMax: number, ownMin: number, ownMax: number): number {
  if (ownMax < TEN_MINSTE * urenMin) return -1;
  if (ownMax < urenMin) return isDuobaan(urenMin, ownMax) ? 0 : NEUTRAAL.tijd * ownMax / urenMin;
  if (ownMin > urenMax) return urenMax < TEN_MINSTE * ownMin ? -1 : NEUTRAAL.tijd * (urenMax / ownMin - TEN_MINSTE) / (1 - TEN_MINSTE);
  return NEUTRAAL.tijd + (1 - NEUTRAAL.tijd) * Math.min(1, ownMax / urenMax);
}

/** Whether somebody can do only a part of the least hours asked, so that another must do the rest. */
const isDuobaan = (urenMin: number, ownMax: number): boolean => ownMax < urenMin - SPEELRUIMTE_UREN;

/**
 * Coverage of the part, 0–1. A job that must be divided first has no hours and days yet to meet.
 * @param uren what coverUren gives, 0 or more @param dagdelen and `start` coverage 0–1
 */
export function weighTijd(uren: number, dagdelen: number, start: number, urenMin: number, ownMax: number): number {
  return isDuobaan(urenMin, ownMax) ? 0 : TELT.uren * uren + TELT.dagdelen * dagdelen + TELT.start * start;
}

/** Scores the part. */
export function scoreTijd(v: VacatureKenmerken, k: KandidaatKenmerken, vandaag: string, meting: Meting): Deel {
  const bewijs = meting.tekorten && ([] as string[]);
  const hours = matchUren(v, k, meting, bewijs);
  const parts = matchDagdelen(v, k, meting, bewijs);
  const start = matchStart(v, k, vandaag, meting, bewijs);
  const dekking = weighTijd(hours, parts, start, v.profiel.urenMin, k.profiel.urenMax);
  return { dekking, reden: bewijs ? `${bewijs.join('. ')}.` : '', bewijs: bewijs ?? [] };
}

const hoursText = (min: number, max: number) => (min === max ? `${max}` : `${min}–${max}`);

function matchUren(v: VacatureKenmerken, k: KandidaatKenmerken, meting: Meting, bewijs: string[] | null): number {
  const { urenMin, urenMax } = v.profiel;
  const own = k.profiel;
  if (urenMax <= 0) {
    meting.onbekend?.push({ veld: 'uren van de vacature', vraag: 'Om hoeveel uren per week gaat het?' });
    bewijs?.push(`Wil ${hoursText(own.urenMin, own.urenMax)} uur; de vacature noemt geen uren`);
    return NEUTRAAL.tijd;
  }
  const cover = coverUren(urenMin, urenMax, own.urenMin, own.urenMax);
  const apart = own.urenMax < urenMin || own.urenMin > urenMax;
  const tegen = () => `${hoursText(own.urenMin, own.urenMax)} uur tegen ${hoursText(urenMin, urenMax)} uur`;
  if (cover < 0) meting.afgevallen ??= `de uren overlappen niet: ${tegen()}`;
  const verdelen = cover >= 0 && isDuobaan(urenMin, own.urenMax) ? '; dagen en begin tellen pas als het werk verdeeld is' : '';
  bewijs?.push(apart ? `Geen overlap in uren: ${tegen()}${verdelen}` : `Werkt ${hoursText(own.urenMin, own.urenMax)} uur, de vacature vraagt ${hoursText(urenMin, urenMax)}`);
  if (own.urenMin > urenMax) meting.tekorten?.push({ soort: 'uren', tekst: `ten minste ${own.urenMin} uur gewenst, het zijn er ${urenMax}`, namen: ['meer'] });
  else if (own.urenMax < urenMax) meting.tekorten?.push({ soort: 'uren', tekst: `tot ${own.urenMax} van ${urenMax} uur`, namen: ['minder'] });
  return Math.max(0, cover);
}

function matchDagdelen(v: VacatureKenmerken, k: KandidaatKenmerken, meting: Meting, bewijs: string[] | null): number {
  const asked = v.profiel.dagdelen;
  if (!asked || asked.length === 0) return 1;
  const own = k.profiel.dagdelen;
  if (own === null) {
    meting.onbekend?.push({ veld: 'dagdelen', vraag: 'Op welke dagen en dagdelen kan deze kandidaat werken?' });
    return NEUTRAAL.tijd;
  }
  const total = countDagdelen(v.dagdelen);
  const both = countDagdelen(v.dagdelen & k.dagdelen);
  // No part of the week in common is no overlap in hours at all, however many hours both name.
  if (both === 0 && !v.profiel.biedt.includes('flexibele tijden')) meting.afgevallen ??= 'geen enkel dagdeel past bij de werktijden';
  bewijs?.push(`Kan ${both} van ${total} dagdelen`);
  if (both < total && meting.tekorten) meting.tekorten.push({ soort: 'dagdelen', tekst: `${both} van ${total} dagdelen`, namen: asked.filter((deel) => !own.includes(deel)) });
  return both / total;
}

function matchStart(v: VacatureKenmerken, k: KandidaatKenmerken, vandaag: string, meting: Meting, bewijs: string[] | null): number {
  const from = k.profiel.beschikbaarVanaf;
  if (from === null) {
    meting.onbekend?.push({ veld: 'beschikbaar vanaf', vraag: 'Vanaf welke datum kan deze kandidaat beginnen?' });
    return NEUTRAAL.tijd;
  }
  const start = v.profiel.startdatum !== null && v.profiel.startdatum > vandaag ? v.profiel.startdatum : vandaag;
  if (from <= start) { bewijs?.push('Is op tijd beschikbaar'); return 1; }
  const days = (Date.parse(from) - Date.parse(start)) / 86_400_000;
  if (days > 14) meting.tekorten?.push({ soort: 'start', tekst: `kan ${Math.round(days)} dagen later beginnen`, namen: [from] });
  bewijs?.push(`Kan beginnen vanaf ${formatDate(from)}`);
  return NEUTRAAL.tijd + (1 - NEUTRAAL.tijd) * Math.max(0, 1 - days / 90);
}

/** 2026-12-01 as 1 december 2026. */
function formatDate(date: string): string {
  return DAY.format(new Date(`${date}T00:00:00Z`));
}
const DAY = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
