import {
  deadlineOf,
  firstStage,
  nextStage,
  stageOf,
  stageToRepeat,
  type Profile,
  type StageDefinition,
  type StageKind,
} from '@jingzhun/identification-rules';
import { StaleVersion } from '@jingzhun/kernel';
import { NotAtStage } from './case.errors';

/** What a household is at after the last stage. */
export const done = 'done';

/** A household's case as it is when a step is about to be taken. */
export interface OpenCase {
  id: string;
  areaCode: string;
  version: number;
  stage: string | null;
  round: number;
  sequence: number;
  /** The profile it runs by; null before the campaign is opened. */
  profileId: string | null;
}

/** Where a household goes, and by when it must be done there; no times when the stage runs on another's clock, or after the last. */
export interface Destination {
  stage: string;
  unit: StageDefinition['unit'] | undefined;
  /** Whether the round rises by one: the household does a part of the chain again. */
  again: boolean;
  remindAt?: Date;
  dueAt?: Date;
}

/**
 * The stage of that kind which a household is at.
 * @throws NotAtStage when it is at a stage of another kind, StaleVersion
 */
export function stageToComplete(
  household: OpenCase,
  profile: Profile | undefined,
  kind: StageKind,
  version: number,
): StageDefinition {
  const stage = profile?.stages.find(({ key }) => key === household.stage);
  if (stage?.kind !== kind) {
    const known = household.stage ?? 'no stage';
    throw new NotAtStage(`The household is at ${known}; this step belongs to a ${kind}.`, 'householdId');
  }
  if (household.version !== version) throw new StaleVersion('The household was changed after it was read.', 'version');
  return stage;
}

/** Where a household begins. */
export function beginning(profile: Profile, at: Date): Destination {
  return destination(profile, firstStage(profile), at, false);
}

/** Where a household goes when `stage` is completed at `at`. */
export function following(profile: Profile, stage: string, at: Date): Destination {
  const next = nextStage(profile, stage);
  return next ? destination(profile, next, at, false) : { stage: done, unit: undefined, again: false };
}

/** Where a household goes when a meeting or an audit at `stage` returns it, in a new round. */
export function returning(profile: Profile, stage: string, at: Date): Destination {
  const own = stageToRepeat(profile, stage);
  if (!own) throw new RangeError(`profile ${profile.key} has no stage to return to before ${stage}`);
  return destination(profile, own, at, true);
}

/** Whether the household's workflow must hear of a move now: it has a clock to stop or to start, or has come to its end. */
export function concernsClock(from: StageDefinition, to: Destination): boolean {
  return from.unit === 'household' || to.unit === 'household' || to.stage === done;
}

/** The keys of the stages before `stage`: while a household is at one of them, the meeting at `stage` cannot open. */
export function stagesBefore(profile: Profile, stage: string): string[] {
  return profile.stages.slice(0, profile.stages.indexOf(stageOf(profile, stage))).map(({ key }) => key);
}

function destination(profile: Profile, stage: StageDefinition, at: Date, again: boolean): Destination {
  const { key, unit } = stage;
  return unit === 'household'
    ? { stage: key, unit, again, ...deadlineOf(stage, profile.calendar, at) }
    : { stage: key, unit, again };
}
