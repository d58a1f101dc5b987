/** Working days and moments in the Netherlands: holidays, summer time, "after five working days". */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, isWerkdag, werkdagenSinds } from '#src/domain/kalender/werkdagen.ts';
import { addWerkdagen, momentOf, nextOnWerkdag } from '#src/werkdagen.ts';

describe('a working day', () => {
  it('is no weekend and no holiday', () => {
    expect(['2026-11-23', '2026-12-24', '2026-05-04', '2026-04-28'].filter(isWerkdag)).toHaveLength(4);
    // Weekend, Christmas, Easter Monday, Good Friday, Ascension Day, Whit Monday, King's Day, and Liberation Day in every year.
    expect(['2026-11-22', '2026-12-25', '2026-04-06', '2026-04-03', '2026-05-14', '2026-05-25', '2026-04-27', '2026-05-05', '2027-05-05', '2030-05-05', '2026-01-01'].filter(isWerkdag)).toEqual([]);
  });

  it('is the Monday after a 27 April that falls on a Sunday: that one is kept on the Saturday', () => {
    expect([isWerkdag('2031-04-26'), isWerkdag('2031-04-28')]).toEqual([false, true]);
  });

  it.each([[2024, '2024-03-31'], [2025, '2025-04-20'], [2026, '2026-04-05'], [2027, '2027-03-28'], [2038, '2038-04-25']])('knows Easter of %i', (_, sunday) => {
    expect([isWerkdag(addDays(sunday, 1)), isWerkdag(addDays(sunday, -2)), isWerkdag(addDays(sunday, 3))]).toEqual([false, false, true]);
  });

  it('counts five working days from Christmas Eve past three holidays and two weekends', () => {
    expect(addWerkdagen('2026-12-24', 5)).toBe('2027-01-04');
    expect(addWerkdagen('2026-11-23', 5)).toBe('2026-11-30');
    expect(addWerkdagen('2026-11-23', 0)).toBe('2026-11-23');
  });

  it('lies between any two that are counted: n days on, one by one, is n at once', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 15 }), (from, n) => {
      const end = addWerkdagen(from, n);
      expect(isWerkdag(end)).toBe(true);
      expect(werkdagenSinds(from, end)).toBe(n);
      expect(addWerkdagen(addWerkdagen(from, n - 1), 1)).toBe(end);
    }), { numRuns: 200 });
  });
});

describe('a moment', () => {
  it('is half past seven in winter and in summer, and on the days that the clock changes', () => {
    expect(momentOf('2026-11-23', '07:30').toISOString()).toBe('2026-11-23T06:30:00.000Z');
    expect(momentOf('2026-07-01', '07:30').toISOString()).toBe('2026-07-01T05:30:00.000Z');
    expect(momentOf('2026-03-29', '07:30').toISOString()).toBe('2026-03-29T05:30:00.000Z');
    expect(momentOf('2026-10-25', '07:30').toISOString()).toBe('2026-10-25T06:30:00.000Z');
  });

  it('belongs to the day in the Netherlands, not to that in Greenwich', () => {
    expect(dayOf(new Date('2026-11-22T23:30:00Z'))).toBe('2026-11-23');
    expect(dayOf(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01');
  });

  it('comes next on a working day, later than now', () => {
    const friday = new Date('2026-11-20T06:30:00Z');
    expect(nextOnWerkdag(friday, '07:30').toISOString()).toBe('2026-11-23T06:30:00.000Z');
    expect(nextOnWerkdag(new Date(friday.getTime() - 1), '07:30').toISOString()).toBe(friday.toISOString());
    expect(nextOnWerkdag(new Date('2026-12-24T12:00:00Z'), '07:30').toISOString()).toBe('2026-12-28T06:30:00.000Z');
  });
});
