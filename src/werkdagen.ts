/** Clocks in the Netherlands, and the working days of the calendar: the moments at which mail goes out and terms end. Pure. */
import { addDays, dayOf, isWerkdag } from './domain/kalender/werkdagen.ts';

const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'medium' });

/** The moment at which clocks in the Netherlands show this day and time. @param tijd hh:mm */
export function momentOf(dag: string, tijd: string): Date {
  const asUtc = Date.parse(`${dag}T${tijd}:00Z`);
  const ahead = Date.parse(`${CLOCK.format(new Date(asUtc)).replace(' ', 'T')}Z`) - asUtc;
  return new Date(asUtc - ahead);
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
