/** Days and moments in the Netherlands: working days, and what time it is there. Pure. */

const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'medium' });
const DAG_MS = 86_400_000;

/** The day in the Netherlands at a moment, yyyy-mm-dd. */
export const dayOf = (moment: Date): string => CLOCK.format(moment).slice(0, 10);
/** A day so many days later. @param dag yyyy-mm-dd */
export const addDays = (dag: string, days: number): string => new Date(Date.parse(`${dag}T00:00:00Z`) + days * DAG_MS).toISOString().slice(0, 10);

/** The moment at which clocks in the Netherlands show this day and time. @param tijd hh:mm */
export function momentOf(dag: string, tijd: string): Date {
  const asUtc = Date.parse(`${dag}T${tijd}:00Z`);
  const ahead = Date.parse(`${CLOCK.format(new Date(asUtc)).replace(' ', 'T')}Z`) - asUtc;
  return new Date(asUtc - ahead);
}

/** Easter Sunday of a year, yyyy-mm-dd (the calculation of Meeus, Jones and Butcher). */
function easter(year: number): string {
  const a = year % 19; const b = Math.floor(year / 100); const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  return `${year}-${String(Math.floor(n / 31)).padStart(2, '0')}-${String((n % 31) + 1).padStart(2, '0')}`;
}

/** Days on which gemeenten are closed: the Algemene termijnenwet, with Bevrijdingsdag once in five years. */
function feestdagen(year: number): Set<string> {
  const pasen = easter(year);
  const koningsdag = new Date(`${year}-04-27T00:00:00Z`).getUTCDay() === 0 ? `${year}-04-26` : `${year}-04-27`;
  const moving = [-2, 1, 39, 50].map((days) => addDays(pasen, days));
  return new Set([`${year}-01-01`, ...moving, koningsdag, ...(year % 5 === 0 ? [`${year}-05-05`] : []), `${year}-12-25`, `${year}-12-26`]);
}

/** Monday to Friday, without holidays. @param dag yyyy-mm-dd */
export function isWerkdag(dag: string): boolean {
  const weekday = new Date(`${dag}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !feestdagen(Number(dag.slice(0, 4))).has(dag);
}

/** The working day so many working days after `dag`. */
export function addWerkdagen(dag: string, days: number): string {
  let found = dag;
  for (let left = days; left > 0;) {
    found = addDays(found, 1);
    if (isWerkdag(found)) left--;
  }
  return found;
}

/** The first moment after `after` that is this time on a working day. @param tijd hh:mm in the Netherlands */
export function nextOnWerkdag(after: Date, tijd: string): Date {
  let dag = dayOf(after);
  while (!isWerkdag(dag) || momentOf(dag, tijd) <= after) dag = addDays(dag, 1);
  return momentOf(dag, tijd);
}

/** The time on clocks in the Netherlands at a moment, hh:mm. */
export const timeOf = (moment: Date): string => CLOCK.format(moment).slice(11, 16);
