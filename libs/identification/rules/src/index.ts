export { addDays, dateOf, isWorkingDay, type Calendar, type DayKind } from './calendar';
export { deadlineOf, publicityEnds, type Deadline } from './deadline';
export {
  checkEntries,
  checkResolution,
  differencesOf,
  type ClerkEntry,
  type DoubleEntryProblem,
  type DoubleEntryRule,
  type EnteredValue,
  type EntryDifference,
  type EntryResolution,
} from './double-entry';
export type { Form, FormItem, Level } from './form';
export { freezeLine, standing, type FrozenLine, type LineApproval, type LineProblem } from './frozen-line';
export { birthDateOf, idNumberOf, isIdNumber, sexOf } from './id-number';
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
export { outliersAmong, type GroupScores, type Outlier, type OutlierRule } from './outliers';
export type { Problem } from './problem';
export type { LadderStep, Profile, StageDefinition, StageUnit, Wording } from './profile';
export { checkProfile, type ProfileProblem } from './profile-check';
export { luocheng2015 } from './profiles/luocheng-2015';
export {
  publicityClock,
  publicityState,
  remainingTime,
  type PublicityClock,
  type PublicityFact,
  type PublicityRule,
  type PublicityState,
} from './publicity-clock';
export { recusalsInRegister, type Kinship, type Recusal, type RecusalRule } from './recusal';
export { rosterOf, type QuorumRule, type Seat, type Villager } from './roster';
export { commitmentTo, drawSample, sampleSize, type Sampled, type SampleRule } from './sample';
export { scoreOf, type Answer, type ItemProblem, type Score } from './score';
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
export { firstStage, nextStage, stageOf } from './stage-chain';
