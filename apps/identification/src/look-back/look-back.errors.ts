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
