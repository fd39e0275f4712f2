import { stageCompletedV1, stageOpenedV1 } from '@jingzhun/contracts/identification';
import { emit, type Origin } from '@jingzhun/outbox';
import type { EntityManager } from 'typeorm';
import type { Moved } from './case.repository';
import type { Destination } from './case.rules';

/** Tells of a stage that households have completed on their own clocks. */
export function tellCompleted(
  tx: EntityManager,
  origin: Origin,
  moved: readonly Moved[],
  { stage, outcome, at }: { stage: string; outcome: 'completed' | 'returned' | 'withdrawn'; at: Date },
): Promise<void> {
  const events = moved.map((household) => ({
    key: household.id,
    data: { ...subjectOf(household), stage, round: household.round, completedAt: at.toISOString(), outcome },
  }));
  return emit(tx, origin, stageCompletedV1, events);
}

/** Tells of a stage that is now open for households, on their own clocks. */
export function tellOpened(
  tx: EntityManager,
  origin: Origin,
  moved: readonly Moved[],
  { to, ownerRole, at }: { to: Destination; ownerRole: string; at: Date },
): Promise<void> {
  const { stage, remindAt, dueAt } = to;
  if (!remindAt || !dueAt) throw new RangeError(`stage ${stage} has no clock of the household's own`);
  const times = { openedAt: at.toISOString(), remindAt: remindAt.toISOString(), dueAt: dueAt.toISOString() };
  const events = moved.map((household) => ({
    key: household.id,
    data: { ...subjectOf(household), stage, round: household.newRound, ...times, ownerRole },
  }));
  return emit(tx, origin, stageOpenedV1, events);
}

function subjectOf({ id, areaCode }: Moved) {
  return { subjectKind: 'household' as const, subjectId: id, areaCode, households: 1 };
}
