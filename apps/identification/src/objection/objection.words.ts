import type { ObjectionConsequence, ObjectionDecision } from '@jingzhun/identification-rules';

/** The words of the rules have hyphens, which a graph does not allow. */
const decisions = {
  unchanged: 'unchanged',
  scoreChanged: 'score-changed',
  vetoFound: 'veto-found',
  newHousehold: 'new-household',
} as const satisfies Record<string, ObjectionDecision>;

const consequences = {
  resumes: 'resumes',
  stands: 'stands',
  'returns-to-review': 'returnsToReview',
  reopened: 'reopened',
  'is-assessed': 'isAssessed',
} as const satisfies Record<ObjectionConsequence, string>;

export type ShownDecision = keyof typeof decisions;

export function decisionOf(shown: ShownDecision): ObjectionDecision {
  return decisions[shown];
}

export function shownDecision(decision: ObjectionDecision): ShownDecision {
  return (Object.keys(decisions) as ShownDecision[]).find((shown) => decisions[shown] === decision)!;
}

export function shownConsequence(consequence: ObjectionConsequence): string {
  return consequences[consequence];
}
