import { Refusal } from '@jingzhun/kernel';

export class CodeTaken extends Refusal {
  readonly type = 'CodeTaken';
  readonly code = 'CODE_TAKEN';
  readonly advice = 'Take the next free code of the official list; a code is never given twice.';
}

export class VillageUnderReview extends Refusal {
  readonly type = 'VillageUnderReview';
  readonly code = 'VILLAGE_UNDER_REVIEW';
  readonly advice = 'Hold the open sittings and let the publicities of these villages close, then merge them.';
}
