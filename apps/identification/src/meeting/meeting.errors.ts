import type { ClosingProblem } from '@jingzhun/identification-rules';
import { Refusal } from '@jingzhun/kernel';

/** The meeting did not decide lawfully: everything that is wrong, at once. */
export class SittingNotValid extends Refusal {
  readonly type = 'SittingNotValid';
  readonly code = 'SITTING_NOT_VALID';
  readonly advice = 'Correct the named places and close the meeting again; it stays open.';

  constructor(readonly problems: ClosingProblem[]) {
    super(`The meeting cannot be closed as it is: ${problems.length} problems.`, 'sittingId');
  }
}
