import type { FactProblem } from '@jingzhun/identification-rules';
import { Refusal } from '@jingzhun/kernel';

export class OwnAssessment extends Refusal {
  readonly type = 'OwnAssessment';
  readonly code = 'OWN_ASSESSMENT';
  readonly advice = 'Let people assess the household who had no part in its first assessment.';

  constructor(readonly personIds: string[]) {
    super(`${personIds.length} of the assessors took part in the first assessment.`, 'assessors');
  }
}

export class AssessedAgain extends Refusal {
  readonly type = 'AssessedAgain';
  readonly code = 'ASSESSED_AGAIN';
  readonly advice = 'Read the result; a household is assessed once in a look-back.';
}

export class NobodyToDraw extends Refusal {
  readonly type = 'NobodyToDraw';
  readonly code = 'NOBODY_TO_DRAW';
  readonly advice = 'Draw again when households of the area have been scored.';
}

/** What is wrong with one fact, as the graph names it. */
export interface AssessmentProblem {
  fact: string;
  memberId: string | null;
  code: string;
  problem: string;
}

export class AssessmentNotValid extends Refusal {
  readonly type = 'AssessmentNotValid';
  readonly code = 'ASSESSMENT_NOT_VALID';
  readonly advice = 'Correct or add the named facts and send the assessment again.';
  readonly problems: AssessmentProblem[];

  constructor(problems: readonly FactProblem[]) {
    super(`${problems.length} facts are not as the form asks.`, 'facts');
    this.problems = problems.map(({ fact, member = null, code, problem }) => ({
      fact,
      memberId: member,
      code,
      problem,
    }));
  }
}
