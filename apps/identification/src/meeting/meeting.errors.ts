import type { ClosingProblem } from '@jingzhun/identification-rules';
import { Refusal } from '@jingzhun/kernel';

/** The meeting did not decide lawfully: everything that is wrong, at once. */
export class SittingNotValid extends Refusal {
  readonly type = 'SittingNotValid';
  readonly code = 'SITTING_NOT_VALID';
  readonly advice = 'Correct the named places and close the meeting again; it stays open.';

  constructor(readonly problems: ClosingProblem[]) {
    super(`The meeting cannot be closed as it is: ${inWords(problems)}.`, 'sittingId');
  }
}

function inWords([first, ...others]: readonly ClosingProblem[]): string {
  const more = others.length > 0 ? `, and ${others.length} more` : '';
  return `${first?.problem}${more}`;
}
