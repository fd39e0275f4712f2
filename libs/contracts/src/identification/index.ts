export { areaSucceededV1, type AreaSucceeded } from './area-succeeded.v1';
export {
  caseTaskQueue,
  caseWorkflow,
  recordFactsUpdate,
  type CaseFact,
  type CloseHouseholdPublicity,
  type ClosePublicity,
  type DeadlineAnswer,
  type DeadlineReached,
  type FactsRecorded,
  type HouseholdCase,
  type HouseholdPublicityAnswer,
  type ObjectionCase,
  type OpenStage,
  type TimedStage,
  type SittingCase,
  type StageOfSubject,
  type StageOpenAnswer,
} from './case-messages';
export { householdMovedV1, type HouseholdMoved } from './household-moved.v1';
export { noticePostedV1, type NoticePosted } from './notice-posted.v1';
export { stageCompletedV1, type StageCompleted } from './stage-completed.v1';
export { stageOpenedV1, type StageOpened } from './stage-opened.v1';
export { stageSubject, subjectKind, type StageSubject, type SubjectKind } from './stage-subject';
