export { addDays, dateOf, isWorkingDay, type Calendar, type DayKind } from './calendar';
export { deadlineOf, publicityEnds, type Deadline } from './deadline';
export type { Form, FormItem, Level } from './form';
export { birthDateOf, idNumberFacts, idNumberOf, isIdNumber, sexOf, type IdNumberFacts, type Sex } from './id-number';
export type { LadderStep, Profile, StageDefinition, StageUnit, Wording } from './profile';
export { checkProfile, type ProfileProblem } from './profile-check';
export { luocheng2015 } from './profiles/luocheng-2015';
export { scoreOf, type Answer, type ItemProblem, type Score } from './score';
export {
  guangxi2015Scope,
  householdCategories,
  isHouseholdCategory,
  isInScope,
  type HouseholdCategory,
  type ScopeRule,
} from './scope';
export { firstStage, nextStage, stageOf } from './stage-chain';
