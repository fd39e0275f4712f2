import type { ProfileProblem } from '@jingzhun/identification-rules';
import { Refusal } from '@jingzhun/kernel';

export class ProfileNotValid extends Refusal {
  readonly type = 'ProfileNotValid';
  readonly code = 'PROFILE_NOT_VALID';
  readonly advice = 'Correct the named places and save again; nothing was saved.';

  constructor(readonly problems: ProfileProblem[]) {
    super(`The profile cannot be used as it is: ${problems.length} problems.`, 'terms');
  }
}
