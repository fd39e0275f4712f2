import fc from 'fast-check';
import { addDays, dateOf, isWorkingDay, type Calendar } from './calendar';

const seed = 20151125;
const day = 86_400_000;

/** Autumn 2015 by the official notice: 1–7 October free, 10 October worked to make up for it, weekends free. */
const autumn2015: Calendar = {
  dayMilliseconds: day,
  startsAt: '2015-09-27T16:00:00.000Z',
  startsOn: '2015-09-28',
  utcOffsetMinutes: 480,
  restWeekdays: [0, 6],
  holidays: ['2015-10-01', '2015-10-02', '2015-10-03', '2015-10-04', '2015-10-05', '2015-10-06', '2015-10-07'],
  makeUpDays: ['2015-10-10'],
};

const at = (local: string) => new Date(`${local}+08:00`);

describe('the calendar of a campaign', () => {
  it('finds the tenth working day after 28 September 2015 on 16 October', () => {
    // 29 and 30 September, then 8, 9, 10 (made up), 12, 13, 14, 15 and 16 October.
    expect(addDays(autumn2015, at('2015-09-28T00:00:00'), 10, 'working')).toEqual(at('2015-10-16T00:00:00'));
  });

  it('works on a Saturday that makes up for a holiday', () => {
    expect(isWorkingDay(autumn2015, '2015-10-10')).toBe(true);
    expect(isWorkingDay(autumn2015, '2015-10-11')).toBe(false);
  });

  it('counts every day when the days are calendar days', () => {
    expect(addDays(autumn2015, at('2015-09-30T09:30:00'), 7, 'calendar')).toEqual(at('2015-10-07T09:30:00'));
  });

  it('keeps the time of day', () => {
    expect(addDays(autumn2015, at('2015-09-30T15:45:10'), 1, 'working')).toEqual(at('2015-10-08T15:45:10'));
  });

  it('counts from the next working day when the matter began on a day of rest', () => {
    expect(addDays(autumn2015, at('2015-10-03T10:00:00'), 1, 'working')).toEqual(at('2015-10-08T10:00:00'));
  });

  it('goes back over a holiday', () => {
    expect(addDays(autumn2015, at('2015-10-08T10:00:00'), -1, 'working')).toEqual(at('2015-09-30T10:00:00'));
  });

  it('has no day of rest under "5+2"', () => {
    const fivePlusTwo = { ...autumn2015, restWeekdays: [], holidays: [] };
    expect(addDays(fivePlusTwo, at('2015-10-16T08:00:00'), 20, 'working')).toEqual(at('2015-11-05T08:00:00'));
  });

  it('begins a local day at local midnight', () => {
    expect(dateOf(autumn2015, new Date('2015-10-15T15:59:59.999Z'))).toBe('2015-10-15');
    expect(dateOf(autumn2015, new Date('2015-10-15T16:00:00.000Z'))).toBe('2015-10-16');
    expect(dateOf(autumn2015, new Date('2015-09-27T15:59:59.999Z'))).toBe('2015-09-27');
  });

  it('refuses a calendar on which nobody ever works', () => {
    const idle = { ...autumn2015, restWeekdays: [0, 1, 2, 3, 4, 5, 6], makeUpDays: [] };
    expect(() => addDays(idle, at('2015-10-08T10:00:00'), 1, 'working')).toThrow('no working day');
  });
});

describe(`the calendar, for any dates (seed ${seed})`, () => {
  const dates = fc.integer({ min: -30, max: 90 }).map((days) => {
    return new Date(Date.parse('2015-09-28T00:00:00Z') + days * day).toISOString().slice(0, 10);
  });
  const calendars = fc.record({
    dayMilliseconds: fc.constantFrom(day, 1, 7, 200, 60_000),
    startsAt: fc.constant('2015-09-27T16:00:00.000Z'),
    startsOn: fc.constant('2015-09-28'),
    utcOffsetMinutes: fc.constant(480),
    restWeekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 4 }),
    holidays: fc.uniqueArray(dates, { maxLength: 12 }),
    makeUpDays: fc.uniqueArray(dates, { maxLength: 6 }),
  });
  const kinds = fc.constantFrom('working' as const, 'calendar' as const);
  const counts = fc.integer({ min: 0, max: 40 });
  const moments = fc.double({ min: -20, max: 60, noNaN: true });
  const on = (calendar: Calendar, days: number) =>
    new Date(Date.parse(calendar.startsAt) + Math.floor(days * calendar.dayMilliseconds));

  it('comes to the same day whether days are added at once or in two parts', () => {
    fc.assert(
      fc.property(calendars, moments, counts, counts, kinds, (calendar, moment, a, b, kind) => {
        const from = on(calendar, moment);
        const inParts = addDays(calendar, addDays(calendar, from, a, kind), b, kind);
        expect(addDays(calendar, from, a + b, kind)).toEqual(inParts);
      }),
      { seed },
    );
  });

  it('never gives an earlier deadline to a matter that began later', () => {
    fc.assert(
      fc.property(calendars, moments, moments, counts, kinds, (calendar, one, other, days, kind) => {
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
        const first = addDays(calendar, on(calendar, Math.floor(earlier)), days, kind);
        const second = addDays(calendar, on(calendar, Math.floor(later)), days, kind);
        expect(first.getTime()).toBeLessThanOrEqual(second.getTime());
      }),
      { seed },
    );
  });

  it('falls due on a working day, with exactly so many working days behind it', () => {
    fc.assert(
      fc.property(calendars, moments, fc.integer({ min: 1, max: 40 }), (calendar, moment, days) => {
        const from = on(calendar, moment);
        const due = addDays(calendar, from, days, 'working');
        const passed = Math.round((due.getTime() - from.getTime()) / calendar.dayMilliseconds);
        const worked = Array.from({ length: passed }, (_, place) => addDays(calendar, from, place + 1, 'calendar'));
        expect(isWorkingDay(calendar, dateOf(calendar, due))).toBe(true);
        expect(worked.filter((each) => isWorkingDay(calendar, dateOf(calendar, each)))).toHaveLength(days);
      }),
      { seed },
    );
  });

  it('reaches the same dates however short its days are', () => {
    fc.assert(
      fc.property(calendars, fc.integer({ min: -20, max: 60 }), counts, kinds, (calendar, start, days, kind) => {
        const inLife = { ...calendar, dayMilliseconds: day };
        const short = addDays(calendar, on(calendar, start), days, kind);
        expect(dateOf(calendar, short)).toBe(dateOf(inLife, addDays(inLife, on(inLife, start), days, kind)));
      }),
      { seed },
    );
  });
});
