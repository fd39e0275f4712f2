import type { SubjectKind } from './stage-subject';

/**
 * What the services and the case workflows say to each other. A workflow knows case ids, stages and times, never a person.
 *
 * Workflow ids are the subject's own uuid, so they are opaque and one subject has one running workflow.
 */
export const caseTaskQueue = 'identification';

/** Workflow types, by what they follow. */
export const caseWorkflow = {
  household: 'householdCase',
  group: 'groupSitting',
  village: 'villageSitting',
  objection: 'objectionCase',
} as const satisfies Record<SubjectKind, string>;

/** The one Update every case workflow takes; its id is the id of the last command joined into it. */
export const recordFactsUpdate = 'recordFacts';

/**
 * A stage of the chain, as far as a clock needs it; all times are ISO instants. A household hears of a stage that runs on the
 * clock of its group's or village's sitting without the times of its deadline.
 */
export interface OpenStage {
  stage: string;
  round: number;
  openedAt: string;
  remindAt?: string;
  dueAt?: string;
}

/** A stage on the subject's own clock. */
export type TimedStage = OpenStage & { remindAt: string; dueAt: string };

/** Input of `householdCase`. */
export interface HouseholdCase {
  householdId: string;
  opened: TimedStage;
  /** Only in cases begun before the times of a stage told whose clock it runs on. */
  chain?: { stage: string; unit: SubjectKind }[];
}

/** Input of `groupSitting` and `villageSitting`; `opened` is the review stage. */
export interface SittingCase {
  sittingId: string;
  areaCode: string;
  round: number;
  opened: TimedStage;
}

/** Input of `objectionCase`; `opened` is the state it was received in. */
export interface ObjectionCase {
  objectionId: string;
  /** The household whose publicity it may hold; null when one was missed. */
  householdId: string | null;
  opened: TimedStage;
}

/**
 * A fact, in the order of `sequence` per subject; a workflow drops one it has already seen, so delivery may repeat.
 *
 * - `stage-completed`: `next` is the stage now open for this subject, with its times when the clock is this subject's own;
 *   absent when the subject is finished.
 * - `deadline-extended`: the open stage has a new due time; `version` rises with each extension.
 * - `notice-posted`: the legal period runs until `closesAt` and closes by itself.
 * - `publicity-resumed`: told to an objection: it was the last to hold its household, whose own publicity runs until `closesAt`.
 */
export type CaseFact =
  | { kind: 'stage-completed'; sequence: number; stage: string; round: number; at: string; next?: OpenStage }
  | { kind: 'notice-posted'; sequence: number; stage: string; round: number; at: string; closesAt: string }
  | { kind: 'publicity-resumed'; sequence: number; at: string; closesAt: string }
  | {
      kind: 'deadline-extended';
      version: number;
      stage: string;
      round: number;
      remindAt: string;
      dueAt: string;
    };

/** What an Update answers: how many of the facts were new. */
export interface FactsRecorded {
  applied: number;
}

/** Identifies an open stage in the calls of the activities. */
export interface StageOfSubject {
  subjectKind: SubjectKind;
  subjectId: string;
  stage: string;
  round: number;
}

/**
 * Answer of identification's `POST /internal/stage-open`: read under the row's lock, so no completion is in flight. Where the
 * subject lies and how many households wait in it are for supervision; the workflow does not carry them.
 */
export type StageOpenAnswer = { open: true; areaCode: string; households: number } | { open: false };

/** Body of supervision's `POST /internal/reminder` and `POST /internal/breach`. */
export interface DeadlineReached extends StageOfSubject {
  areaCode: string;
  households: number;
  openedAt: string;
  remindAt: string;
  dueAt: string;
}

/**
 * Answer of supervision's `POST /internal/reminder` and `POST /internal/breach`: `recorded` (now or by an earlier delivery),
 * `extended` with the later due time to wait for instead, or `over` when the stage is already completed.
 */
export type DeadlineAnswer =
  | { outcome: 'recorded' }
  | { outcome: 'extended'; version: number; remindAt: string; dueAt: string }
  | { outcome: 'over' };

/** Body of identification's `POST /internal/close-publicity`; the answer is empty. Repeating it changes nothing. */
export interface ClosePublicity {
  sittingId: string;
}

/** Body of identification's `POST /internal/close-household-publicity`. Asked too early or again, it changes nothing. */
export interface CloseHouseholdPublicity {
  householdId: string;
}

/** Its answer: when to ask again, as the period is not over; null when there is nothing to wait for here. */
export interface HouseholdPublicityAnswer {
  closesAt: string | null;
}
