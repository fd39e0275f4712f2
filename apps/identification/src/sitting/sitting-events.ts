import {
  caseWorkflow,
  noticePostedV1,
  stageCompletedV1,
  stageOpenedV1,
  type CaseFact,
  type StageSubject,
  type TimedStage,
} from '@jingzhun/contracts/identification';
import { command, emit, type Origin } from '@jingzhun/outbox';
import type { EntityManager } from 'typeorm';
import type { SittingRow } from './sitting.entity';

/** The stage a sitting is at, as its workflow and its watchers are told of it. */
export function openStage(sitting: SittingRow): TimedStage {
  return {
    stage: stageNow(sitting),
    round: sitting.round,
    openedAt: sitting.stageOpenedAt.toISOString(),
    remindAt: sitting.remindAt.toISOString(),
    dueAt: sitting.dueAt.toISOString(),
  };
}

export function tellOpened(tx: EntityManager, origin: Origin, sitting: SittingRow, ownerRole: string): Promise<void> {
  const { openedAt, remindAt, dueAt } = openStage(sitting);
  const data = { ...subject(sitting, stageNow(sitting)), openedAt, remindAt, dueAt, ownerRole };
  return emit(tx, origin, stageOpenedV1, [{ key: sitting.id, data }]);
}

export function tellCompleted(
  tx: EntityManager,
  origin: Origin,
  sitting: SittingRow,
  completed: { stage: string; outcome: 'completed' | 'returned'; at: Date },
): Promise<void> {
  const data = {
    ...subject(sitting, completed.stage),
    completedAt: completed.at.toISOString(),
    outcome: completed.outcome,
  };
  return emit(tx, origin, stageCompletedV1, [{ key: sitting.id, data }]);
}

export function tellPosted(
  tx: EntityManager,
  origin: Origin,
  sitting: SittingRow,
  at: Date,
  closesAt: Date,
): Promise<void> {
  const data = { ...subject(sitting, stageNow(sitting)), postedAt: at.toISOString(), closesAt: closesAt.toISOString() };
  return emit(tx, origin, noticePostedV1, [{ key: sitting.id, data }]);
}

/** Tells the sitting's own workflow. */
export function tellWorkflow(tx: EntityManager, sitting: SittingRow, fact: CaseFact): Promise<void> {
  return command(tx, [{ workflowType: caseWorkflow[sitting.kind], workflowId: sitting.id, facts: [fact] }]);
}

function subject(sitting: SittingRow, stage: string): StageSubject {
  return {
    subjectKind: sitting.kind,
    subjectId: sitting.id,
    areaCode: sitting.areaCode,
    households: sitting.households,
    stage,
    round: sitting.round,
  };
}

function stageNow(sitting: SittingRow): string {
  if (!sitting.stage) throw new Error(`sitting ${sitting.id} is closed`);
  return sitting.stage;
}
