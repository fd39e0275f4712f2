import {
  caseWorkflow,
  stageCompletedV1,
  stageOpenedV1,
  type CaseFact,
  type ObjectionCase,
  type StageSubject,
  type TimedStage,
} from '@jingzhun/contracts/identification';
import type { ObjectionState } from '@jingzhun/identification-rules';
import { command, emit, type Origin } from '@jingzhun/outbox';
import type { EntityManager } from 'typeorm';
import type { ObjectionRow } from './objection.entity';
import { onlyRound as round, stageOfState } from './objection.rules';

/** The state an objection is in, as its workflow and its watchers are told of it; undefined when the matter is closed. */
export function openState({ state, since, remindAt, dueAt }: ObjectionRow): TimedStage | undefined {
  if (!remindAt || !dueAt) return undefined;
  const times = { openedAt: since.toISOString(), remindAt: remindAt.toISOString(), dueAt: dueAt.toISOString() };
  return { stage: stageOfState(state), round, ...times };
}

export async function tellOpened(
  tx: EntityManager,
  origin: Origin,
  objection: ObjectionRow,
  ownerRole: string,
): Promise<void> {
  const opened = openState(objection);
  if (!opened) return;
  const { openedAt, remindAt, dueAt } = opened;
  const data = { ...subject(objection, objection.state), openedAt, remindAt, dueAt, ownerRole };
  await emit(tx, origin, stageOpenedV1, [{ key: objection.id, data }]);
}

export function tellCompleted(
  tx: EntityManager,
  origin: Origin,
  objection: ObjectionRow,
  state: ObjectionState,
  at: Date,
): Promise<void> {
  const data = { ...subject(objection, state), completedAt: at.toISOString(), outcome: 'completed' as const };
  return emit(tx, origin, stageCompletedV1, [{ key: objection.id, data }]);
}

/** Starts the objection's own workflow. */
export function startWorkflow(tx: EntityManager, objection: ObjectionRow): Promise<void> {
  const opened = openState(objection);
  if (!opened) throw new Error(`objection ${objection.id} has no deadline to keep`);
  const input: ObjectionCase = { objectionId: objection.id, householdId: objection.householdId, opened };
  return command(tx, [{ workflowType: caseWorkflow.objection, workflowId: objection.id, input }]);
}

export function tellWorkflow(tx: EntityManager, objection: ObjectionRow, facts: CaseFact[]): Promise<void> {
  return command(tx, [{ workflowType: caseWorkflow.objection, workflowId: objection.id, facts }]);
}

/** That a state was left, as its workflow is told of it. */
export function stateLeft(objection: ObjectionRow, state: ObjectionState, sequence: number, at: Date): CaseFact {
  const next = openState(objection);
  return {
    kind: 'stage-completed',
    sequence,
    stage: stageOfState(state),
    round,
    at: at.toISOString(),
    ...(next ? { next } : {}),
  };
}

function subject({ id, areaCode, householdId }: ObjectionRow, state: ObjectionState): StageSubject {
  return {
    subjectKind: 'objection',
    subjectId: id,
    areaCode,
    households: householdId === null ? 0 : 1,
    stage: stageOfState(state),
    round,
  };
}
