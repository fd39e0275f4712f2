import fc from 'fast-check';
import type { Calendar } from '../calendar';

export const day = 86_400_000;

/** Autumn 2015 by the official notice: 1–7 October free, 10 October worked to make up for it, weekends free. */
export const autumn2015: Calendar = {
  dayMilliseconds: day,
  startsAt: '2015-09-27T16:00:00.000Z',
  startsOn: '2015-09-28',
  utcOffsetMinutes: 480,
  restWeekdays: [0, 6],
  holidays: ['2015-10-01', '2015-10-02', '2015-10-03', '2015-10-04', '2015-10-05', '2015-10-06', '2015-10-07'],
  makeUpDays: ['2015-10-10'],
};

/** The instant of a local time in the county. */
export const at = (local: string): Date => new Date(`${local}+08:00`);

const dates = fc
  .integer({ min: -10, max: 60 })
  .map((days) => new Date(Date.parse('2015-09-28T00:00:00Z') + days * day).toISOString().slice(0, 10));

/** Calendars of very short days, so that a whole publicity can be counted millisecond by millisecond. */
export const shortCalendars = fc.record({
  dayMilliseconds: fc.integer({ min: 1, max: 6 }),
  startsAt: fc.constant('2015-09-27T16:00:00.000Z'),
  startsOn: fc.constant('2015-09-28'),
  utcOffsetMinutes: fc.constant(480),
  restWeekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 4 }),
  holidays: fc.uniqueArray(dates, { maxLength: 12 }),
  makeUpDays: fc.uniqueArray(dates, { maxLength: 6 }),
});

export const dayKinds = fc.constantFrom('working' as const, 'calendar' as const);

/** The instant so many milliseconds after the calendar's beginning. */
export const after = (calendar: Calendar, milliseconds: number): Date =>
  new Date(Date.parse(calendar.startsAt) + milliseconds);
