import type { FactProblem } from '@jingzhun/identification-rules';
import { Refusal } from '@jingzhun/kernel';

/** What is wrong with one fact, as the graph names it. */
export interface ShownFactProblem {
  fact: string;
  memberId: string | null;
  code: string;
  problem: string;
}

/** Facts cannot be recorded as they were given, or are still wanted; nothing was recorded. */
export class FactsNotValid extends Refusal {
  readonly type = 'FactsNotValid';
  readonly code = 'FACTS_NOT_VALID';
  readonly advice = 'Correct or add the named facts and send the request again.';
  readonly problems: ShownFactProblem[];

  constructor(problems: readonly (Omit<FactProblem, 'code'> & { code: string })[], field = 'observations') {
    super(`${problems.length} facts are not as the form asks.`, field);
    this.problems = problems.map(({ fact, member = null, code, problem }) => ({ fact, memberId: member, code, problem }));
  }
}
