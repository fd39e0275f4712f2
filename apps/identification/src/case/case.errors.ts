import { Refusal } from '@jingzhun/kernel';

export class NotAtStage extends Refusal {
  readonly type = 'NotAtStage';
  readonly code = 'NOT_AT_STAGE';
  readonly advice = 'Read the record again: it may be done already, or an earlier step is missing.';
}
