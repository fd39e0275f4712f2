import { proxyActivities } from '@temporalio/workflow';
import type {
  CloseHouseholdPublicity,
  ClosePublicity,
  DeadlineAnswer,
  DeadlineReached,
  HouseholdPublicityAnswer,
  StageOfSubject,
  StageOpenAnswer,
} from '@jingzhun/contracts/identification/case-messages';

/** What a case asks of the services. Every call may be repeated: the service does the thing once and answers again. */
export interface CaseActivities {
  isStageOpen(stage: StageOfSubject): Promise<StageOpenAnswer>;
  remind(reached: DeadlineReached): Promise<DeadlineAnswer>;
  recordBreach(reached: DeadlineReached): Promise<DeadlineAnswer>;
  closePublicity(publicity: ClosePublicity): Promise<void>;
  closeHouseholdPublicity(publicity: CloseHouseholdPublicity): Promise<HouseholdPublicityAnswer>;
}

/** Tried until the service answers, however long it is away; only a refusal ends it. */
export const caseActivities = proxyActivities<CaseActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '250 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
});
