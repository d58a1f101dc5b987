/** The form of an appointment and its calendar file, read by a strict reader of our own. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afspraakInvoer, agendaText, type Afspraak, type Agenda } from '#src/domain/match/afspraak.ts';
import { isPlanbaar, standOf, termijnVoorbij, uitkomstenFor, verbOf } from '#src/domain/match/kennismaking.ts';
import { MATCH_STATUSSEN } from '#src/domain/match/match.ts';
import { readAgenda, valueOf } from '../../support/agenda.ts';

const ROW: Afspraak = { id: 1, matchId: 7, uid: 'een@talent.example', volgnummer: 2, begin: '2026-12-01T13:30:00.000Z', duurMinuten: 45, plaats: 'Kade 1, Tilburg', aanwezig: ['Samira'], toelichting: 'geheim', afgezegdOp: null, uitkomst: null, doorId: 3, aangemaaktOp: '2026-11-22T10:00:00.000Z' };
const AGENDA: Agenda = { soort: 'REQUEST', onderwerp: 'Kennismaking met Samira', url: 'https://talent.example/voordrachten/7', organisator: { naam: 'Talentvenster', email: 'post@talent.example' }, lezer: { email: 'ruud@vandijk.example' }, gemaakt: new Date('2026-11-22T10:00:00Z') };

describe('the calendar file of Samira and Van Dijk', () => {
  it('is a request with stamp, version, place and one reader, and nothing of the note', () => {
    const text = agendaText(ROW, AGENDA);
    const lines = readAgenda(text);
    expect(Object.fromEntries(['METHOD', 'UID', 'SEQUENCE', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'LOCATION', 'STATUS'].map((naam) => [naam, valueOf(lines, naam)]))).toEqual({
      METHOD: 'REQUEST', UID: 'een@talent.example', SEQUENCE: '2', DTSTAMP: '20261122T100000Z', DTSTART: '20261201T133000Z', DTEND: '20261201T141500Z', SUMMARY: 'Kennismaking met Samira', LOCATION: 'Kade 1, Tilburg', STATUS: 'CONFIRMED',
    });
    expect(lines.filter((line) => line.naam === 'ATTENDEE').map((line) => line.waarde.toLowerCase())).toEqual(['mailto:ruud@vandijk.example']);
    expect(valueOf(lines, 'ORGANIZER')).toBe('mailto:post@talent.example');
    expect(text).not.toContain('geheim');
  });

  it('is a cancellation that calendars recognise: same UID, method and status', () => {
    const lines = readAgenda(agendaText({ ...ROW, volgnummer: 3 }, { ...AGENDA, soort: 'CANCEL' }));
    expect(['METHOD', 'STATUS', 'UID', 'SEQUENCE'].map((naam) => valueOf(lines, naam))).toEqual(['CANCEL', 'CANCELLED', 'een@talent.example', '3']);
  });

  it('to download names nobody to answer', () => {
    const { lezer: _, ...rest } = AGENDA;
    expect(readAgenda(agendaText(ROW, { ...rest, soort: 'PUBLISH' })).some(({ naam }) => naam === 'ATTENDEE' || naam === 'ORGANIZER')).toBe(false);
  });

  it('is well-formed whatever people and places are called, and says just what was meant', () => {
    const name = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.constantFrom('Jansen, Pieters; zoon\\', 'twee\r\nregels', 'é'.repeat(90), '😀'.repeat(40), 'BEGIN:VALARM\nEND:VALARM'));
    fc.assert(fc.property(name, name, (onderwerp, plaats) => {
      const lines = readAgenda(agendaText({ ...ROW, plaats }, { ...AGENDA, onderwerp: `Met ${onderwerp}` }));
      const plain = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
      expect(valueOf(lines, 'SUMMARY')).toBe(plain(`Met ${onderwerp}`));
      expect(valueOf(lines, 'LOCATION') ?? '').toBe(plain(plaats));
    }), { numRuns: 200 });
  });
});

describe('the form of an appointment', () => {
  const NU = new Date('2026-11-22T10:00:00Z');
  const GOED = { datum: '2026-12-01', tijd: '14:30', duur: '45', plaats: 'Kade 1', aanwezig: 'Samira\n Ruud \n', toelichting: '' };
  const fouten = (values: Partial<Record<keyof typeof GOED, string>>) => Object.fromEntries(afspraakInvoer(NU).safeParse({ ...GOED, ...values }).error?.issues.map((issue) => [issue.path[0], issue.message]).reverse() ?? []);

  it('takes the time as clocks in the Netherlands show it, in winter and in summer', () => {
    expect(afspraakInvoer(NU).parse(GOED)).toEqual({ begin: new Date('2026-12-01T13:30:00Z'), duurMinuten: 45, plaats: 'Kade 1', aanwezig: ['Samira', 'Ruud'], toelichting: '' });
    expect(afspraakInvoer(NU).parse({ ...GOED, datum: '2027-07-01' }).begin).toEqual(new Date('2027-07-01T12:30:00Z'));
  });

  it('says at each field what is wrong, all at once', () => {
    expect(fouten({ datum: '2026-11-21', tijd: '25:00', duur: '7', plaats: '  ' })).toEqual({ datum: 'Deze dag is voorbij. Kies een dag in de toekomst.', tijd: 'Vul een tijd in, bijvoorbeeld 14:30.', duur: 'Kies hoe lang het duurt.', plaats: 'Vul in waar u elkaar ontmoet.' });
    expect(fouten({ datum: '' }).datum).toBe('Kies een dag.');
    expect(fouten({ datum: '2027-02-30' }).datum).toBe('Kies een dag die bestaat.');
    expect(fouten({ datum: '2028-01-01' }).datum).toBe('Kies een dag binnen een jaar.');
  });

  it('refuses a time of today that has passed, and takes one that has not', () => {
    expect(fouten({ datum: '2026-11-22', tijd: '10:59' })).toEqual({ tijd: 'Deze tijd is voorbij. Kies een moment in de toekomst.' });
    expect(fouten({ datum: '2026-11-22', tijd: '11:01' })).toEqual({});
  });
});

describe('how a meeting stands', () => {
  const meeting = { begin: '2026-12-01T13:30:00.000Z', duurMinuten: 45, uitkomst: null };

  it('goes from to be planned to planned, to the question how it went, and ends with the answer', () => {
    expect(standOf(null, '2026-12-01T00:00:00.000Z')).toBe('te plannen');
    expect(standOf(meeting, '2026-12-01T14:14:59.000Z')).toBe('gepland');
    expect(standOf(meeting, '2026-12-01T14:15:00.000Z')).toBe('hoe ging het');
    expect(['ging niet door', 'nog een gesprek', 'geen klik', 'proefplaatsing', 'geplaatst'].map((uitkomst) => standOf({ ...meeting, uitkomst }, '2026-12-02T00:00:00.000Z'))).toEqual(['te plannen', 'te plannen', 'klaar', 'klaar', 'klaar']);
  });

  it('offers a placement only after the invitation, and every outcome that changes no state always', () => {
    for (const status of MATCH_STATUSSEN) {
      expect(uitkomstenFor(status).includes('geplaatst')).toBe(status === 'uitgenodigd' || status === 'proefplaatsing');
      expect(uitkomstenFor(status)).toEqual(expect.arrayContaining(['ging niet door', 'geen klik', 'nog een gesprek']));
      expect(verbOf('nog een gesprek', status)).toBeNull();
    }
    expect([verbOf('geen klik', 'geschikt'), verbOf('geen klik', 'uitgenodigd'), verbOf('proefplaatsing', 'uitgenodigd')]).toEqual(['draag niet voor', null, 'start proefplaatsing']);
    expect(MATCH_STATUSSEN.filter((status) => !isPlanbaar(status))).toEqual(['ongeschikt', 'niet voorgedragen', 'afgewezen', 'proefplaatsing', 'geplaatst', 'gestopt', 'teruggetrokken']);
  });

  it('waits too long from the sixth working day on: asked on a Friday, late on the second Monday', () => {
    const friday = '2026-11-06T15:00:00Z';
    expect(['2026-11-12', '2026-11-13', '2026-11-14', '2026-11-16'].map((dag) => termijnVoorbij(friday, dag))).toEqual([false, false, true, true]);
  });
});
