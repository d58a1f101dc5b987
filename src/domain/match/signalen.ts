/** Signals: when a professional should look at someone, beside the queue. Each rule says in words what it saw. Pure. */
import { formatDay, formatList } from '../../format.ts';
import { addDays, daysBetween } from '../kalender/werkdagen.ts';
import { VERSHEIDSTERMIJN_DAGEN } from '../kandidaat/kandidaat.ts';

/** The kinds, in the order of the page, with what stands above each. */
export const SIGNALEN = {
  afgewezen: 'Vaak afgewezen',
  'werkgever stil': 'Werkgever antwoordt niet',
  veroudert: 'Profiel veroudert',
  'nooit voorgesteld': 'Nog nooit voorgesteld',
} as const;
export type SignaalSoort = keyof typeof SIGNALEN;
export type Signaal = { soort: SignaalSoort; kandidaatId: number; voornaam: string; plaats: string; matchId: number | null; tekst: string; /** Higher is more urgent, within one kind. */ gewicht: number };

/** Rejections in the period before somebody should ask why. */
export const AFWIJZINGEN = 3;
/** Days back that rejections count: a quarter. */
export const AFWIJZING_DAGEN = 90;
/** Days that someone may be available before a first suggestion. */
export const EERSTE_VOORSTEL_DAGEN = 14;
/** Days before the end of the term of freshness from which it is told. */
export const WAARSCHUW_DAGEN = 14;

/** A "no": from an employer after a voordracht, or from the accountmanager before it. */
export type Afwijzing = { door: 'werkgever' | 'accountmanager'; reden: string | null };

/** Rejected again and again: with the reasons, most frequent first. @returns null below the limit */
export function describeAfwijzingen(list: readonly Afwijzing[]): string | null {
  if (list.length < AFWIJZINGEN) return null;
  const reasons = [...Map.groupBy(list, (item) => item.reden ?? 'geen reden genoemd')].sort((a, b) => b[1].length - a[1].length).map(([reden, items]) => (items.length > 1 ? `${reden} (${items.length} keer)` : reden));
  const before = list.filter((item) => item.door === 'accountmanager').length;
  const who = before === 0 ? '' : `, waarvan ${before} keer door de accountmanager`;
  return `Dit kwartaal ${list.length} keer afgewezen${who}: ${formatList(reasons)}.`;
}

/** An employer who was presented someone and does not answer within the term. */
export function describeStilte(werkdagen: number, werkgever: string, waarvoor: string): string {
  return `${werkgever} heeft nog niet geantwoord op de voordracht voor ${waarvoor}. Dat duurt nu ${werkdagen} werkdagen.`;
}

/** A profile that nobody confirmed for a long time. @param bevestigdOp,vandaag yyyy-mm-dd */
export function describeVersheid(bevestigdOp: string, vandaag: string): string | null {
  const left = daysBetween(vandaag, addDays(bevestigdOp, VERSHEIDSTERMIJN_DAGEN));
  if (left > WAARSCHUW_DAGEN) return null;
  if (left < 0) return `Voor het laatst bevestigd op ${formatDay(bevestigdOp)}. Staat daarom niet meer in het venster.`;
  return `Verdwijnt ${left === 0 ? 'na vandaag' : left === 1 ? 'over 1 dag' : `over ${left} dagen`} uit het venster als niemand het profiel bevestigt.`;
}

/** Someone who waits and was suggested nowhere. @param sinds,vandaag yyyy-mm-dd */
export function describeWachten(sinds: string, vandaag: string): string | null {
  const days = daysBetween(sinds, vandaag);
  return days < EERSTE_VOORSTEL_DAGEN ? null : `Al ${days} dagen beschikbaar en nog voor geen vacature voorgesteld.`;
}

/** Most urgent first within each kind; equal ones by name. */
export function sortSignalen(list: readonly Signaal[]): Signaal[] {
  const order = Object.keys(SIGNALEN);
  return [...list].sort((a, b) => order.indexOf(a.soort) - order.indexOf(b.soort) || b.gewicht - a.gewicht || a.voornaam.localeCompare(b.voornaam, 'nl') || a.kandidaatId - b.kandidaatId);
}
