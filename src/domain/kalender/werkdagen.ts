/**
 * Working days in the Netherlands: Monday to Friday, but for the holidays that the law names (Algemene termijnenwet,
 * art. 3: the listed days, 5 May in every year among them, and Goede Vrijdag which counts as one). Dates are yyyy-mm-dd.
 * Pure.
 */

const DAY_MS = 86_400_000;
/** Sweden writes a date as yyyy-mm-dd. */
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

const toDate = (dag: string): Date => new Date(`${dag}T00:00:00Z`);
const toDay = (date: Date): string => date.toISOString().slice(0, 10);

/** The date in the Netherlands at a moment. */
export function dayOf(moment: Date): string {
  return DAY.format(moment);
}

/** The date in the Netherlands of an ISO moment in UTC. */
export function dayInNetherlands(moment: string): string {
  return dayOf(new Date(moment));
}

/** The day that lies this many days later; earlier when negative. */
export function addDays(dag: string, days: number): string {
  return toDay(new Date(toDate(dag).getTime() + days * DAY_MS));
}

/** Whole days from one date to another; negative when the second is earlier. */
export function daysBetween(van: string, tot: string): number {
  return Math.round((toDate(tot).getTime() - toDate(van).getTime()) / DAY_MS);
}

/** Easter Sunday in the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
export function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return toDay(new Date(Date.UTC(year, month - 1, day)));
}

const known = new Map<number, ReadonlySet<string>>();
/** The holidays of a year. The King's birthday is kept on 26 April when the 27th is a Sunday. */
export function holidays(year: number): ReadonlySet<string> {
  const found = known.get(year);
  if (found) return found;
  const easter = easterSunday(year);
  const king = toDate(`${year}-04-27`).getUTCDay() === 0 ? `${year}-04-26` : `${year}-04-27`;
  const days = new Set([`${year}-01-01`, king, `${year}-05-05`, `${year}-12-25`, `${year}-12-26`, ...[-2, 1, 39, 50].map((offset) => addDays(easter, offset))]);
  known.set(year, days);
  return days;
}

/** Whether people work on this day. */
export function isWerkdag(dag: string): boolean {
  const weekday = toDate(dag).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays(Number(dag.slice(0, 4))).has(dag);
}

/** How many working days passed after `van`, up to and including `tot`; 0 when `tot` is not later. */
export function werkdagenSinds(van: string, tot: string): number {
  let count = 0;
  for (let dag = addDays(van, 1); dag <= tot; dag = addDays(dag, 1)) if (isWerkdag(dag)) count++;
  return count;
}
