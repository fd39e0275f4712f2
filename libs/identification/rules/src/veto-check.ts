import { checkCondition } from './condition-check';
import type { Form } from './form';
import { factsKnownTo, isReachable } from './form-check';
import type { LeadRule } from './lead';
import { isCount, repeated, when, type ProfileProblem } from './profile-problem';
import type { VetoRule } from './veto';

/** What keeps veto rules from being used with a form. */
export function checkVetoes(rules: readonly VetoRule[], form: Form): ProfileProblem[] {
  return [...repeated('vetoes', rules), ...rules.flatMap((rule, place) => checkRule(rule, form, `vetoes[${place}]`))];
}

function checkRule({ key, evidence, suggests }: VetoRule, form: Form, path: string): ProfileProblem[] {
  const facts = factsKnownTo(form);
  const problems = suggests ? checkCondition(suggests, facts, `${path}.suggests`) : [];
  const hopeless = suggests !== undefined && problems.length === 0 && !isReachable(suggests, facts);
  return [
    ...when(key === '', `${path}.key`, 'is empty'),
    ...when(evidence.length === 0, `${path}.evidence`, 'wants no evidence'),
    ...problems,
    ...when(hopeless, `${path}.suggests`, 'can hold for no household'),
  ];
}

/** What keeps a rule for leads from being used. */
export function checkLeadRule({ replyDays, minimumConfidence }: LeadRule): ProfileProblem[] {
  return [
    ...when(!isCount(replyDays), 'leads.replyDays', 'must be a whole number from 1'),
    ...when(
      !(minimumConfidence > 0 && minimumConfidence <= 1),
      'leads.minimumConfidence',
      'must lie above 0 and be at most 1',
    ),
  ];
}
