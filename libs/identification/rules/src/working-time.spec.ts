import fc from 'fast-check';
import { addDays, dateOf, isWorkingDay } from './calendar';
import { after, at, autumn2015, day, dayKinds, shortCalendars } from './testing/calendars';
import { afterCounting, timeCounted } from './working-time';

const seed = 20151125;
const hour = day / 24;

describe('working time', () => {
  it('passes on working days only', () => {
    const [friday, monday] = [at('2015-10-16T17:00:00'), at('2015-10-19T09:00:00')];
    expect(timeCounted(autumn2015, friday, monday, 'working')).toBe(16 * hour);
    expect(timeCounted(autumn2015, friday, monday, 'calendar')).toBe(64 * hour);
  });

  it('passes on a Saturday that makes up for a holiday, and not on the holiday', () => {
    expect(timeCounted(autumn2015, at('2015-10-10T08:00:00'), at('2015-10-10T12:00:00'), 'working')).toBe(4 * hour);
    expect(timeCounted(autumn2015, at('2015-10-01T00:00:00'), at('2015-10-08T00:00:00'), 'working')).toBe(0);
  });

  it('is nothing backwards', () => {
    for (const kind of ['working', 'calendar'] as const)
      expect(timeCounted(autumn2015, at('2015-10-16T17:00:00'), at('2015-10-16T16:00:00'), kind)).toBe(0);
  });

  it('goes on where it stopped, over the weekend', () => {
    expect(afterCounting(autumn2015, at('2015-10-16T17:00:00'), 16 * hour, 'working')).toEqual(
      at('2015-10-19T09:00:00'),
    );
    expect(afterCounting(autumn2015, at('2015-10-16T17:00:00'), 16 * hour, 'calendar')).toEqual(
      at('2015-10-17T09:00:00'),
    );
  });

  it('starts with the next working day when a notice is posted on a day of rest', () => {
    expect(afterCounting(autumn2015, at('2015-10-17T10:00:00'), day, 'working')).toEqual(at('2015-10-20T00:00:00'));
  });

  it('that is full when the week ends is over when the next begins', () => {
    expect(afterCounting(autumn2015, at('2015-10-16T00:00:00'), day, 'working')).toEqual(at('2015-10-19T00:00:00'));
  });

  it('never passes on a calendar on which nobody works', () => {
    const idle = { ...autumn2015, restWeekdays: [0, 1, 2, 3, 4, 5, 6], makeUpDays: [] };
    expect(() => afterCounting(idle, at('2015-10-08T10:00:00'), 1, 'working')).toThrow('no working day');
    const longRest = { ...idle, makeUpDays: ['2016-10-06'] };
    expect(afterCounting(longRest, at('2015-10-06T10:00:00'), hour, 'working')).toEqual(at('2016-10-06T01:00:00'));
    expect(() => afterCounting(longRest, at('2015-10-05T10:00:00'), hour, 'working')).toThrow('no working day');
  });
});

describe(`working time, for any calendar (seed ${seed})`, () => {
  const moments = fc.integer({ min: 0, max: 120 });

  it('is what is counted millisecond by millisecond', () => {
    fc.assert(
      fc.property(shortCalendars, moments, moments, dayKinds, (calendar, from, length, kind) => {
        const ticks = Array.from({ length }, (_, tick) => after(calendar, from + tick));
        const counted = ticks.filter((tick) => kind === 'calendar' || isWorkingDay(calendar, dateOf(calendar, tick)));
        expect(timeCounted(calendar, after(calendar, from), after(calendar, from + length), kind)).toBe(counted.length);
      }),
      { seed },
    );
  });

  it('has counted exactly so long when it says so, and then goes on counting', () => {
    fc.assert(
      fc.property(shortCalendars, moments, moments, dayKinds, (calendar, from, length, kind) => {
        const end = afterCounting(calendar, after(calendar, from), length, kind);
        const next = new Date(end.getTime() + 1);
        expect(timeCounted(calendar, after(calendar, from), end, kind)).toBe(length);
        expect(timeCounted(calendar, after(calendar, from), next, kind)).toBe(length + 1);
      }),
      { seed },
    );
  });

  it('comes to the same instant as whole days do, from any moment of a working day', () => {
    fc.assert(
      fc.property(shortCalendars, moments, fc.integer({ min: 1, max: 12 }), dayKinds, (calendar, from, days, kind) => {
        const start = after(calendar, from);
        fc.pre(kind === 'calendar' || isWorkingDay(calendar, dateOf(calendar, start)));
        const end = afterCounting(calendar, start, days * calendar.dayMilliseconds, kind);
        expect(end).toEqual(addDays(calendar, start, days, kind));
      }),
      { seed },
    );
  });
});
