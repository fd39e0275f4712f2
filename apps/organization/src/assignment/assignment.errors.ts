import { Refusal } from '@jingzhun/kernel';

export class TeamNotAssignable extends Refusal {
  readonly type = 'TeamNotAssignable';
  readonly code = 'TEAM_NOT_ASSIGNABLE';
  readonly advice = 'Choose a field team of the same township.';
}
