export { addDays, dateOf, isWorkingDay, type Calendar, type DayKind } from './calendar';
export { checkCard } from './card-check';
export { luocheng2015Card } from './cards/luocheng-2015';
export { codeLists } from './code-list';
export type { Bounds, Condition, Measure } from './condition';
export { deadlineOf, publicityEnds, type Deadline } from './deadline';
export {
  checkEntries,
  checkResolution,
  differencesOf,
  enteredFields,
  type ClerkEntry,
  type DoubleEntryProblem,
  type DoubleEntryRule,
  type DoubleEntryTerms,
  type EnteredValue,
  type EntryDifference,
  type EntryResolution,
} from './double-entry';
export { entrySheet, vetoWords } from './entry-sheet';
export { explain, sensitivitiesOf, type Explanation } from './explain';
export {
  checkObservations,
  doubledFacts,
  isSameFact,
  type DoubledFact,
  type FactDefinition,
  type FactKind,
  type FactOption,
  type FactProblem,
  type FactProblemCode,
  type FactValue,
  type Observation,
  type Sensitivity,
  type VisitStep,
  type WantedFact,
} from './fact';
export { assessedFacts, cardFacts, factCatalogue } from './facts/catalogue';
export {
  attainable,
  factsOf,
  observationsFor,
  withObservations,
  type Form,
  type FormItem,
  type Level,
  type Otherwise,
} from './form';
export { checkForm } from './form-check';
export { luocheng2015EntryForm, luocheng2015Form } from './forms/luocheng-2015';
export { freezeLine, standing, type FrozenLine, type LineApproval, type LineProblem } from './frozen-line';
export {
  fillCard,
  sourcesOf,
  type CardDecision,
  type CardField,
  type CardFilling,
  type CardSource,
  type ComputedFact,
  type DecidedFact,
  type FieldSource,
  type FilledField,
  type HouseholdCard,
  type MissingField,
} from './household-card';
export { birthDateOf, idNumberFacts, idNumberOf, isIdNumber, sexOf, type IdNumberFacts, type Sex } from './id-number';
export {
  decideLead,
  notifyOfLead,
  openLead,
  replyToLead,
  vetoFromLead,
  type Lead,
  type LeadDecision,
  type LeadOutcome,
  type LeadRefusal,
  type LeadRule,
  type LeadState,
} from './lead';
export {
  assessedBefore,
  compareAssessments,
  lookBackFigures,
  type AssessmentDifference,
  type ItemDifference,
  type LookBackFigures,
  type LookBackTerms,
  type LookedBack,
  type PointsOfItem,
} from './look-back';
export {
  meetingOf,
  type Adjournment,
  type Convening,
  type Count,
  type Laid,
  type Meeting,
  type MeetingEvent,
  type MeetingFact,
  type Signatory,
  type Signature,
  type SittingRecord,
  type Vote,
  type VoteOnTheRest,
} from './meeting';
export { checkClosing, type ClosingCode, type ClosingProblem, type MeetingRule } from './meeting-closing';
export { laidAgain, tallyOf, votersOn, type Ballot, type Presence, type Tally, type VoteRule } from './meeting-tally';
export { checkMigration } from './migration-check';
export { luocheng2015ToEntry } from './migrations/luocheng-2015';
export {
  consequenceOf,
  objectionDueAt,
  objectionFrom,
  publicityFacts,
  type Objection,
  type ObjectionChannel,
  type ObjectionConsequence,
  type ObjectionDecision,
  type ObjectionEffect,
  type ObjectionKind,
  type ObjectionOutcome,
  type ObjectionPeriod,
  type ObjectionReceipt,
  type ObjectionRule,
  type ObjectionState,
  type Recheck,
  type Term,
} from './objection';
export {
  checkReceipt,
  takeStep,
  type ObjectionProblem,
  type ObjectionStep,
  type Scorers,
  type Stepped,
} from './objection-step';
export { noticeColumns, type NoticeColumn, type NoticeRule } from './notice';
export { outliersAmong, type GroupScores, type Outlier, type OutlierRule } from './outliers';
export type { Problem } from './problem';
export type {
  LadderStep,
  MeetingTerms,
  Profile,
  StageDefinition,
  StageKind,
  StageUnit,
  Terms,
  Wording,
} from './profile';
export { checkCalendar, checkProfile, checkTerms } from './profile-check';
export { profileMigration, type StageMigration } from './profile-migration';
export type { ProfileProblem } from './profile-problem';
export { luocheng2015 } from './profiles/luocheng-2015';
export { monitoring } from './profiles/monitoring';
export { national2014 } from './profiles/national-2014';
export { shanglin2015 } from './profiles/shanglin-2015';
export {
  publicityClock,
  publicityState,
  remainingTime,
  type PublicityClock,
  type PublicityFact,
  type PublicityRule,
  type PublicityState,
} from './publicity-clock';
export { matchRecord, plainName, type DepartmentRecord, type MatchablePerson, type RecordMatch } from './record-match';
export { recusalsInRegister, type Kinship, type Recusal, type RecusalRule } from './recusal';
export {
  ageOn,
  registerFacts,
  registerObservations,
  type RegisterFact,
  type RegisteredHousehold,
  type RegisteredMember,
} from './register-fact';
export { rosterOf, type QuorumRule, type Seat, type Villager } from './roster';
export { commitmentTo, drawSample, sampleSize, type SampleRule, type Sampled } from './sample';
export {
  guangxi2015Scope,
  householdCategories,
  isHouseholdCategory,
  isInScope,
  type HouseholdCategory,
  type ScopeRule,
} from './scope';
export { missingFacts, scoreOf, type ItemScore, type Score } from './score';
export {
  isWithin,
  scenarioTable,
  type ErrorRate,
  type LineCase,
  type Listed,
  type Scenario,
  type ScenarioTable,
  type ScoreLineRule,
  type SpotCheck,
} from './score-line';
export type { Share } from './share';
export {
  keepFacts,
  migrateSheet,
  type FactRule,
  type MigratedObservation,
  type MigratedSheet,
  type Sheet,
  type SheetMigration,
} from './sheet-migration';
export { firstStage, nextStage, sameSitting, stageOf, stageToRepeat } from './stage-chain';
export {
  assetJudgement,
  hasOpenVeto,
  isVetoed,
  liftReasons,
  liftVerification,
  proposeVeto,
  suggestedVetoes,
  takeVetoStep,
  vetoState,
  type EvidenceKind,
  type Mark,
  type MatchSource,
  type Veto,
  type VetoOutcome,
  type VetoRefusal,
  type VetoRule,
  type VetoState,
  type VetoStep,
  type VetoSuggestion,
} from './veto';
export { luocheng2015Vetoes } from './vetoes/luocheng-2015';
