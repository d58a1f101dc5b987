/** The appointment of a kennismaking: what is asked in the form, and the calendar file (RFC 5545, RFC 5546). Pure. */
import ical, { ICalAttendeeRole, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { z } from 'zod';
import type { afspraak } from '#db/schema.ts';
import { addDays, dayOf } from '../kalender/werkdagen.ts';
import { momentOf } from '../../werkdagen.ts';

export type Afspraak = typeof afspraak.$inferSelect;

export const DUREN_MINUTEN = [30, 45, 60, 90, 120] as const;
/** How far ahead a meeting may be planned; a later date is a slip of the pen. */
const VOORUIT_DAGEN = 365;

/** The reason for moving or calling off; who comes reads it behind the sign-in. */
export const afspraakReden = z.string().trim().min(1, 'Vul in waarom.').max(300, 'Gebruik hoogstens 300 tekens.');

/** The form of an appointment. @param nu the moment of handing in: a meeting lies after it, and within a year */
export function afspraakInvoer(nu: Date) {
  const vandaag = dayOf(nu);
  return z.object({
    datum: z.string().min(1, 'Kies een dag.').pipe(z.iso.date('Kies een dag die bestaat.')).refine((dag) => dag >= vandaag, 'Deze dag is voorbij. Kies een dag in de toekomst.').refine((dag) => dag <= addDays(vandaag, VOORUIT_DAGEN), 'Kies een dag binnen een jaar.'),
    tijd: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Vul een tijd in, bijvoorbeeld 14:30.'),
    duur: z.coerce.number('Kies hoe lang het duurt.').refine((value) => (DUREN_MINUTEN as readonly number[]).includes(value), 'Kies hoe lang het duurt.'),
    plaats: z.string('Vul in waar u elkaar ontmoet.').trim().min(1, 'Vul in waar u elkaar ontmoet.').max(200, 'Gebruik hoogstens 200 tekens.'),
    aanwezig: z.string().max(600, 'Gebruik hoogstens 600 tekens.').default('').transform((value) => value.split(/[\n;]+/).map((naam) => naam.trim()).filter(Boolean)),
    toelichting: z.string().trim().max(500, 'Gebruik hoogstens 500 tekens.').default(''),
  }).transform(({ datum: dag, tijd, duur, ...rest }) => ({ begin: momentOf(dag, tijd), duurMinuten: duur, ...rest }))
    .superRefine(({ begin }, context) => { if (begin <= nu) context.addIssue({ code: 'custom', path: ['tijd'], message: 'Deze tijd is voorbij. Kies een moment in de toekomst.' }); });
}
export type AfspraakInvoer = z.output<ReturnType<typeof afspraakInvoer>>;

export type Agenda = {
  soort: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  onderwerp: string;
  url: string;
  organisator: { naam: string; email: string };
  /** The one reader of this copy: nobody gets the address of another. Left out in a file to download. */
  lezer?: { email: string };
  /** When this version was made. */
  gemaakt: Date;
};

/** Line breaks and other control signs end a line of the file, whatever somebody called a place. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** The calendar file of an appointment; times in UTC, so that every calendar shows them right. A higher volgnummer replaces a lower one. */
export function agendaText({ uid, volgnummer, begin, duurMinuten, plaats }: Afspraak, { soort, onderwerp, url, organisator, lezer, gemaakt }: Agenda): string {
  const calendar = ical({ prodId: { company: organisator.naam, product: 'Kennismaken', language: 'NL' }, method: ICalCalendarMethod[soort] });
  const start = new Date(begin);
  calendar.createEvent({
    id: uid, sequence: volgnummer, stamp: gemaakt, start, end: new Date(start.getTime() + duurMinuten * 60_000), summary: oneLine(onderwerp), location: oneLine(plaats), description: url, url,
    status: soort === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(soort === 'PUBLISH' ? {} : { organizer: { name: organisator.naam, email: organisator.email } }), ...(lezer ? { attendees: [{ email: lezer.email, role: ICalAttendeeRole.REQ, rsvp: false }] } : {}),
  });
  return `${calendar.toString()}\r\n`;
}
