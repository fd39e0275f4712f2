/** Whether days are counted as the calendar has them, or only those on which offices work. */
export type DayKind = 'working' | 'calendar';

/**
 * The campaign's days. In life a day lasts 86,400,000 ms; a demonstration or a test lasts less, and nothing else changes:
 * the n-th day after `startsAt` is always the n-th date after `startsOn`.
 */
export interface Calendar {
  /** How long one day lasts. */
  dayMilliseconds: number;
  /** The instant at which the campaign's first day begins (midnight, local time). */
  startsAt: string;
  /** The local date of that first day, as `YYYY-MM-DD`. */
  startsOn: string;
  utcOffsetMinutes: number;
  /** Weekdays without work, 0 = Sunday. The campaign of 2015 ran "5+2" and had none. */
  restWeekdays: number[];
  /** Dates without work whatever the weekday. */
  holidays: string[];
  /** Dates worked whatever the weekday, to make up for a holiday. */
  makeUpDays: string[];
}

const lifeDay = 86_400_000;

/** A year of days without one working day is a broken calendar, not a long holiday. */
const longestRest = 366;

/** The local date, as `YYYY-MM-DD`, of an instant on this calendar. */
export function dateOf(calendar: Calendar, instant: Date): string {
  return dateOfDay(calendar, dayOf(calendar, instant));
}

/** Whether offices work on a local date: a make-up day always, a holiday never, else by the weekday. */
export function isWorkingDay(calendar: Calendar, date: string): boolean {
  if (calendar.makeUpDays.includes(date)) return true;
  if (calendar.holidays.includes(date)) return false;
  return !calendar.restWeekdays.includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}

/**
 * The instant `days` days after `from` (before it, when negative), at the same time of day. Counting in working days, the
 * day of `from` itself does not count and every day without work is passed over.
 */
export function addDays(calendar: Calendar, from: Date, days: number, kind: DayKind): Date {
  const passed = kind === 'calendar' ? days : calendarDaysAcross(calendar, dayOf(calendar, from), days);
  return new Date(from.getTime() + passed * calendar.dayMilliseconds);
}

function calendarDaysAcross(calendar: Calendar, start: number, workingDays: number): number {
  const step = Math.sign(workingDays);
  let day = start;
  let rest = 0;
  for (let left = Math.abs(workingDays); left > 0;) {
    day += step;
    if (isWorkingDay(calendar, dateOfDay(calendar, day))) {
      left -= 1;
      rest = 0;
    } else if (++rest > longestRest) {
      throw new RangeError('the calendar has no working day in a whole year');
    }
  }
  return day - start;
}

/** Days since the campaign's first day; negative before it. */
function dayOf(calendar: Calendar, instant: Date): number {
  return Math.floor((instant.getTime() - Date.parse(calendar.startsAt)) / calendar.dayMilliseconds);
}

function dateOfDay(calendar: Calendar, day: number): string {
  return new Date(Date.parse(`${calendar.startsOn}T00:00:00Z`) + day * lifeDay).toISOString().slice(0, 10);
}
