import type { ItemProblem } from '@jingzhun/identification-rules';
import { Refusal } from '@jingzhun/kernel';

export class SheetNotValid extends Refusal {
  readonly type = 'SheetNotValid';
  readonly code = 'SHEET_NOT_VALID';
  readonly advice = 'Correct the named items and send the sheet again.';

  constructor(readonly problems: ItemProblem[]) {
    super(`${problems.length} items of the sheet are not filled as the form asks.`, 'answers');
  }
}
