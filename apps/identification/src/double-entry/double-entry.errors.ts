import { Refusal } from '@jingzhun/kernel';

export class OwnEntry extends Refusal {
  readonly type = 'OwnEntry';
  readonly code = 'OWN_ENTRY';
  readonly advice = 'Leave it to somebody who has entered neither of the two.';
}

export class CheckedAlready extends Refusal {
  readonly type = 'CheckedAlready';
  readonly code = 'CHECKED_ALREADY';
  readonly advice = 'Read the list again; what was keyed in or settled once stays.';
}

export class NothingToDraw extends Refusal {
  readonly type = 'NothingToDraw';
  readonly code = 'NOTHING_TO_DRAW';
  readonly advice = 'Draw again when more households have been entered.';
}
