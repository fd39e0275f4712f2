import type { ClockRow } from '../clock/clock.entity';
import { doneAt, wasLate } from '../clock/clock.rules';

/**
 * What a knock of the case's timer comes to. `record`: it is to be recorded now; `recorded`: it was before; `extended`: the
 * deadline has been moved past the one the timer knew; `over`: what the stage owes was done.
 */
export type Verdict = 'record' | 'recorded' | 'extended' | 'over';

type Times = Pick<
  ClockRow,
  'openedAt' | 'remindAt' | 'dueAt' | 'remindedAt' | 'breachedAt' | 'postedAt' | 'closesAt' | 'completedAt'
>;

/**
 * The reminder's time has come, by a timer that knew the deadline `dueAt`. One reminder per clock, extended or not; none any
 * more after a breach.
 */
export function onReminder(clock: Times, dueAt: Date): Verdict {
  if (doneAt(clock)) return 'over';
  if (movedPast(clock, dueAt)) return 'extended';
  return clock.remindedAt || clock.breachedAt ? 'recorded' : 'record';
}

/**
 * The deadline `dueAt` has passed, and the stage was still open afterwards: the caller asked under the lock of its row. If it
 * was completed since, and after its due time, that is a breach all the same.
 */
export function onBreach(clock: Times, dueAt: Date): Verdict {
  if (clock.breachedAt) return 'recorded';
  if (doneAt(clock)) return wasLate(clock) ? 'record' : 'over';
  return movedPast(clock, dueAt) ? 'extended' : 'record';
}

function movedPast(clock: Times, dueAt: Date): boolean {
  return clock.dueAt !== null && clock.dueAt > dueAt;
}
