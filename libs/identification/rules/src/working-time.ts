import { dateOf, isWorkingDay, type Calendar, type DayKind } from './calendar';

/** As in the calendar: a year without a working day is a broken calendar. */
const longestRest = 366;

/**
 * How much time counts between two instants, in the calendar's milliseconds: all of it, or that on working days. Unlike a
 * number of days it can be stopped at any moment and go on at another without losing or winning any.
 */
export function timeCounted(calendar: Calendar, from: Date, to: Date, kind: DayKind): number {
  if (kind === 'calendar') return Math.max(0, to.getTime() - from.getTime());
  let counted = 0;
  for (let at = from; at < to;) {
    const end = endOfDay(calendar, at);
    if (works(calendar, at)) counted += Math.min(end.getTime(), to.getTime()) - at.getTime();
    at = end;
  }
  return counted;
}

/**
 * The instant at which so much time has counted since `from`. In working days it lies within one: what is full when the
 * week ends is over when the next begins. From a moment on a working day whole days come to the same instant as `addDays`;
 * a day of rest counts nothing, so there the time starts with the next working day.
 */
export function afterCounting(calendar: Calendar, from: Date, milliseconds: number, kind: DayKind): Date {
  if (kind === 'calendar') return new Date(from.getTime() + milliseconds);
  let left = milliseconds;
  let rest = 0;
  for (let at = from; ; at = endOfDay(calendar, at)) {
    if (works(calendar, at)) {
      const span = endOfDay(calendar, at).getTime() - at.getTime();
      if (left < span) return new Date(at.getTime() + left);
      left -= span;
      rest = 0;
    } else if (++rest > longestRest) {
      throw new RangeError('the calendar has no working day in a whole year');
    }
  }
}

function works(calendar: Calendar, at: Date): boolean {
  return isWorkingDay(calendar, dateOf(calendar, at));
}

function endOfDay(calendar: Calendar, at: Date): Date {
  const start = Date.parse(calendar.startsAt);
  const day = Math.floor((at.getTime() - start) / calendar.dayMilliseconds);
  return new Date(start + (day + 1) * calendar.dayMilliseconds);
}
