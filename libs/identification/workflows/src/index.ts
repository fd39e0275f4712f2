/** Everything exported here at run time is a workflow type, so only workflows are. */
export type { CaseActivities } from './case-activities';
export type { CaseClosed, CompletedStage } from './case-record';
export { groupSitting } from './group-sitting';
export { householdCase } from './household-case';
export { objectionCase } from './objection-case';
export { villageSitting } from './village-sitting';
