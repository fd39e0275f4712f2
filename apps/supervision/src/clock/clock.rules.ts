import type { ClockRow } from './clock.entity';

/** What a clock says at an instant. `waiting` is lawful: the notice hangs, and nobody owes anything until it closes. */
export const clockStates = ['onTrack', 'atRisk', 'breached', 'waiting', 'met', 'late'] as const;

export type ClockState = (typeof clockStates)[number];

/** As much of a clock as its state depends on. */
export type ClockTimes = Pick<
  ClockRow,
  'openedAt' | 'remindAt' | 'dueAt' | 'breachedAt' | 'postedAt' | 'closesAt' | 'completedAt'
>;

/** When what the stage owes was done: the notice posted, or the stage completed. Undefined while it is owed. */
export function doneAt({ postedAt, completedAt }: Pick<ClockTimes, 'postedAt' | 'completedAt'>): Date | undefined {
  if (postedAt && completedAt) return postedAt < completedAt ? postedAt : completedAt;
  return postedAt ?? completedAt ?? undefined;
}

/** Whether it was done after its due time. A recorded breach stands, whatever a later event says of its moment. */
export function wasLate(clock: ClockTimes): boolean {
  const done = doneAt(clock);
  return clock.breachedAt !== null || (done !== undefined && clock.dueAt !== null && done > clock.dueAt);
}

/**
 * The state of a clock at `at`. A due time that has passed is a breach whether the machine has recorded it yet or not, so
 * that the board tells the truth while the timers are away.
 */
export function stateAt(clock: ClockTimes, at: Date): ClockState {
  if (clock.completedAt) return wasLate(clock) ? 'late' : 'met';
  if (clock.postedAt) return 'waiting';
  if (clock.dueAt && clock.dueAt <= at) return 'breached';
  if (clock.remindAt && clock.remindAt <= at) return 'atRisk';
  return 'onTrack';
}

/** Since when it has been in that state. Undefined when the event that would say so has not come. */
export function sinceWhen(clock: ClockTimes, at: Date): Date | undefined {
  switch (stateAt(clock, at)) {
    case 'met':
    case 'late':
      return doneAt(clock);
    case 'waiting':
      return clock.postedAt ?? undefined;
    case 'breached':
      return clock.dueAt ?? undefined;
    case 'atRisk':
      return clock.remindAt ?? undefined;
    case 'onTrack':
      return clock.openedAt ?? undefined;
  }
}

/** How long it has been, or was, overdue; 0 when it is not. Whole seconds. */
export function lateSeconds(clock: ClockTimes, at: Date): number {
  if (!clock.dueAt) return 0;
  const until = doneAt(clock) ?? at;
  return Math.max(0, Math.floor((until.getTime() - clock.dueAt.getTime()) / 1000));
}
