import { addDays, type Calendar } from './calendar';
import type { StageDefinition } from './profile';

export interface Deadline {
  remindAt: Date;
  dueAt: Date;
}

/** When a stage opened at `openedAt` is due, and when its owner is reminded: never before it was opened. */
export function deadlineOf(stage: StageDefinition, calendar: Calendar, openedAt: Date): Deadline {
  const dueAt = addDays(calendar, openedAt, stage.days, stage.dayKind);
  const reminder = addDays(calendar, dueAt, -stage.remindBeforeDays, stage.dayKind);
  return { remindAt: reminder < openedAt ? openedAt : reminder, dueAt };
}

/** When a notice posted at `postedAt` has hung long enough. */
export function publicityEnds(stage: StageDefinition, calendar: Calendar, postedAt: Date): Date {
  if (stage.publicDays === undefined) throw new RangeError(`stage ${stage.key} has no publicity`);
  return addDays(calendar, postedAt, stage.publicDays, stage.publicDayKind ?? 'calendar');
}
