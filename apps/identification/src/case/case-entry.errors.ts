import { Refusal } from '@jingzhun/kernel';

export class HouseholdInPublicity extends Refusal {
  readonly type = 'HouseholdInPublicity';
  readonly code = 'HOUSEHOLD_IN_PUBLICITY';
  readonly advice = 'Wait until the publicity has closed, then decide; the request is kept.';
}

export class HouseholdUnderReview extends Refusal {
  readonly type = 'HouseholdUnderReview';
  readonly code = 'HOUSEHOLD_UNDER_REVIEW';
  readonly advice = 'Let the sitting be held first; it may return the household. The request is kept.';
}
