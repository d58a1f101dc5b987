/** Working days: weekends, and the holidays of the Algemene termijnenwet. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayInNetherlands, daysBetween, easterSunday, holidays, isWerkdag, werkdagenSinds } from '#src/domain/kalender/werkdagen.ts';

describe('holidays', () => {
  it.each([[1961, '1961-04-02'], [2000, '2000-04-23'], [2011, '2011-04-24'], [2024, '2024-03-31'], [2025, '2025-04-20'], [2026, '2026-04-05'], [2027, '2027-03-28'], [2038, '2038-04-25']])('know that Easter of %i fell on %s', (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });

  it('of 2026 are the days that the law names, but for the two Sundays', () => {
    expect([...holidays(2026)].sort()).toEqual(['2026-01-01', '2026-04-03', '2026-04-06', '2026-04-27', '2026-05-05', '2026-05-14', '2026-05-25', '2026-12-25', '2026-12-26']);
  });

  it('keep the King\'s birthday a day earlier when it falls on a Sunday, as in 2025 and 2031', () => {
    for (const year of [2025, 2031]) { expect(holidays(year).has(`${year}-04-26`)).toBe(true); expect(holidays(year).has(`${year}-04-27`)).toBe(false); }
  });

  it('hold an Easter that is always a Sunday between 22 March and 25 April', () => {
    fc.assert(fc.property(fc.integer({ min: 1583, max: 4000 }), (year) => {
      const easter = easterSunday(year);
      return new Date(`${easter}T00:00:00Z`).getUTCDay() === 0 && easter >= `${year}-03-22` && easter <= `${year}-04-25`;
    }));
  });
});

describe('counting', () => {
  it('gives Karin, who got a voordracht on Monday, five working days until the next Monday', () => {
    expect(werkdagenSinds('2026-11-02', '2026-11-06')).toBe(4);
    expect(werkdagenSinds('2026-11-02', '2026-11-08')).toBe(4);
    expect(werkdagenSinds('2026-11-02', '2026-11-09')).toBe(5);
  });

  it('gives a voordracht of the Friday before Christmas of 2026 no working day for the holidays', () => {
    expect(isWerkdag('2026-12-25')).toBe(false);
    expect(werkdagenSinds('2026-12-18', '2026-12-28')).toBe(5);
    expect(werkdagenSinds('2026-12-24', '2026-12-27')).toBe(0);
  });

  it('never counts the day itself, nor backwards', () => {
    expect(werkdagenSinds('2026-11-02', '2026-11-02')).toBe(0);
    expect(werkdagenSinds('2026-11-09', '2026-11-02')).toBe(0);
  });

  it('adds up over any day between, as long as the days are in order', () => {
    const day = fc.integer({ min: 0, max: 800 }).map((n) => addDays('2026-01-01', n));
    fc.assert(fc.property(day, day, day, (...days) => {
      const [a, b, c] = days.sort() as [string, string, string];
      return werkdagenSinds(a, b) + werkdagenSinds(b, c) === werkdagenSinds(a, c) && werkdagenSinds(a, c) <= daysBetween(a, c);
    }));
  });

  it('reads a moment in UTC as the day it is in the Netherlands, in winter and in summer', () => {
    expect(dayInNetherlands('2026-11-02T23:30:00.000Z')).toBe('2026-11-03');
    expect(dayInNetherlands('2026-07-02T22:30:00.000Z')).toBe('2026-07-03');
    expect(dayInNetherlands('2026-07-02T21:30:00.000Z')).toBe('2026-07-02');
  });
});
