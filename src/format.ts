/** How figures, dates and lists read in Dutch. Pure. */
import { DAGEN, type Dagdeel } from './domain/kandidaat/kandidaat.ts';

const DAY = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Amsterdam' });
const MOMENT = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Amsterdam' });
const WEEKDAY = new Intl.DateTimeFormat('nl-NL', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Amsterdam' });
const TIME = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Amsterdam' });
const LANGUAGE = new Intl.DisplayNames('nl', { type: 'language' });
const NUMBER = new Intl.NumberFormat('nl-NL');
const LIST = new Intl.ListFormat('nl', { type: 'conjunction' });

/** 2026-12-01 or an ISO moment as "1 december 2026". */
export const formatDay = (value: string): string => DAY.format(new Date(value.length === 10 ? `${value}T12:00:00Z` : value));
/** An ISO moment as "1 december om 14:05". */
export const formatMoment = (value: string): string => MOMENT.format(new Date(value));
/** A meeting: "dinsdag 1 december 2026, 14:30 tot 15:15 uur". @param begin ISO moment */
export const formatWhen = (begin: string, minuten: number): string => `${WEEKDAY.format(new Date(begin))}, ${TIME.format(new Date(begin))} tot ${TIME.format(new Date(Date.parse(begin) + minuten * 60_000))} uur`;
/** An ISO moment as "14.05". */
export const formatTime = (value: string): string => TIME.format(new Date(value)).replace(':', '.');
export const formatLanguage = (code: string): string => LANGUAGE.of(code) ?? code;
export const formatList = (items: readonly string[]): string => LIST.format(items);
export const formatNumber = (value: number): string => NUMBER.format(value);
/** Hours a week: "24 uur" or "20 tot 32 uur". */
export const formatHours = (min: number, max: number): string => (max <= 0 ? 'uren nog onbekend' : min === max ? `${formatNumber(max)} uur` : `${formatNumber(min)} tot ${formatNumber(max)} uur`);
/** Distance in km, honest about how exact it is. */
export const formatKm = (km: number): string => (km < 1 ? 'minder dan 1 km' : `${formatNumber(Math.round(km))} km`);
/** "1 kandidaat", "3 kandidaten". */
export const count = (n: number, one: string, many: string): string => `${formatNumber(n)} ${n === 1 ? one : many}`;

/** Days in full, by the two letters that are kept. */
export const DAY_NAMES = { ma: 'maandag', di: 'dinsdag', wo: 'woensdag', do: 'donderdag', vr: 'vrijdag', za: 'zaterdag', zo: 'zondag' } as const;
/** Parts of the week per day: ["maandag: ochtend en middag", …]. */
export function describeDagdelen(delen: readonly Dagdeel[]): string[] {
  return DAGEN.flatMap((dag) => {
    const own = delen.filter((deel) => deel.startsWith(dag)).map((deel) => deel.slice(3));
    return own.length > 0 ? [`${DAY_NAMES[dag]}: ${formatList(own)}`] : [];
  });
}

/** First letter in upper case. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('nl') + text.slice(1);
