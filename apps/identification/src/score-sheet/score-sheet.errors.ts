import { Refusal } from '@jingzhun/kernel';

/** The meeting has spoken on the sheet: it can no longer be altered by those who filled it. */
export class SheetClosed extends Refusal {
  readonly type = 'SheetClosed';
  readonly code = 'SHEET_CLOSED';
  readonly advice =
    'Have the village meeting return the household, or raise an objection: either has it assessed again.';
}
