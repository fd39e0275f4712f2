import type { ObjectionProblem } from '@jingzhun/identification-rules';
import { Refusal } from '@jingzhun/kernel';

export class ObjectionRefused extends Refusal {
  readonly type = 'ObjectionRefused';
  readonly code = 'OBJECTION_REFUSED';
  readonly advice = 'See to each of the problems; nothing was recorded.';

  constructor(readonly problems: ObjectionProblem[]) {
    super(problems.map(({ problem }) => problem).join('; '), problems[0]?.field);
  }
}

export class TooManyObjections extends Refusal {
  readonly type = 'TooManyObjections';
  readonly code = 'TOO_MANY_OBJECTIONS';
  readonly advice = 'Come again in an hour, or object on paper or by telephone.';
}
