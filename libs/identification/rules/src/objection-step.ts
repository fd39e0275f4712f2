import {
  type Objection,
  type ObjectionDecision,
  type ObjectionKind,
  type ObjectionReceipt,
  type ObjectionRule,
  type ObjectionState,
} from './objection';
import type { Problem } from './problem';

/** What a person does to an objection. Instants in ISO 8601; `by` is the person. */
export type ObjectionStep = { at: string; by: string } & (
  | { kind: 'register' }
  | { kind: 'assign'; team: string; persons: string[] }
  | { kind: 'recheck'; finding: string }
  | { kind: 'decide'; role: string; decision: ObjectionDecision; reason: string; newHouseholdId: string | null }
  | { kind: 'answer' }
  | { kind: 'call-back'; satisfied: boolean }
);

/** Who scored the household: not the ones to check it again. Empty for a household that was missed. */
export interface Scorers {
  teams: string[];
  persons: string[];
}

const advice = {
  NOT_AT_STATE: 'Take the steps in their order: register, assign, recheck, decide, answer, call back.',
  BEFORE_LAST_STEP: 'Correct the time of the step.',
  HOUSEHOLD_MISSING: 'Name the household the objection is about.',
  HOUSEHOLD_NOT_WANTED: 'Leave the household out: the one that was missed is named by the decision.',
  ANONYMOUS_NOT_ALLOWED: 'Ask for the name: this kind of objection cannot be followed up without it.',
  RECEIVED_LATER: 'Correct the time of receipt: nothing is recorded before it was received.',
  NOBODY_ASSIGNED: 'Name the team and those who go.',
  SCORED_BY_TEAM: 'Assign another team: nobody checks his own scores.',
  NOT_OF_RECHECK: 'Let one of those assigned report what was found.',
  FINDING_MISSING: 'Write down what was found.',
  MAY_NOT_DECIDE: 'Lay it before those who decide in this period.',
  RECHECKED_SAME_PERSON: 'Let another person decide: who checks does not decide.',
  DECISION_DOES_NOT_FIT: 'Choose a decision that answers this kind of objection.',
  NEW_HOUSEHOLD_MISSING: 'Name the household that is to be assessed.',
  REASON_MISSING: 'Give the reason: it is the answer to the objector.',
} as const;

export type ObjectionProblem = Problem<keyof typeof advice>;
export type Stepped = { ok: true; objection: Objection } | { ok: false; problems: ObjectionProblem[] };

/** From which state each step leads, and to which. */
const steps: Record<ObjectionStep['kind'], { from: ObjectionState; to: ObjectionState }> = {
  register: { from: 'received', to: 'registered' },
  assign: { from: 'registered', to: 'assigned' },
  recheck: { from: 'assigned', to: 'rechecked' },
  decide: { from: 'rechecked', to: 'decided' },
  answer: { from: 'decided', to: 'answered' },
  'call-back': { from: 'answered', to: 'closed' },
};

const answers: Record<ObjectionKind, ObjectionDecision[]> = {
  own: ['unchanged', 'score-changed', 'veto-found'],
  report: ['unchanged', 'score-changed', 'veto-found'],
  missed: ['unchanged', 'new-household'],
};

/** What keeps an objection from being recorded. */
export function checkReceipt(rule: ObjectionRule, receipt: ObjectionReceipt): ObjectionProblem[] {
  const { kind, householdId, anonymous, receivedAt, recordedAt } = receipt;
  return [
    ...when(kind !== 'missed' && householdId === null, 'HOUSEHOLD_MISSING', 'householdId', 'no household is named'),
    ...when(
      kind === 'missed' && householdId !== null,
      'HOUSEHOLD_NOT_WANTED',
      'householdId',
      'a household that was missed is not one of the register',
    ),
    ...when(
      anonymous && !rule.anonymous.kinds.includes(kind),
      'ANONYMOUS_NOT_ALLOWED',
      'anonymous',
      `an objection of the kind ${kind} needs a name`,
    ),
    ...when(
      Date.parse(receivedAt) > Date.parse(recordedAt),
      'RECEIVED_LATER',
      'receivedAt',
      'it was received after it was recorded',
    ),
  ];
}

/**
 * The objection after one step, or all that speaks against it. The answer to an anonymous objection hangs beside the
 * notice and closes the matter, as there is nobody to call back.
 */
export function takeStep(rule: ObjectionRule, objection: Objection, scorers: Scorers, step: ObjectionStep): Stepped {
  const problems = [...checkOrder(objection, step), ...checkContent(rule, objection, scorers, step)];
  if (problems.length > 0) return { ok: false, problems };
  const { to } = steps[step.kind];
  const state = to === 'answered' && objection.anonymous ? 'closed' : to;
  return { ok: true, objection: { ...objection, ...changes(objection, step), state, since: step.at } };
}

function changes(objection: Objection, step: ObjectionStep): Partial<Objection> {
  switch (step.kind) {
    case 'register':
    case 'answer':
      return {};
    case 'assign':
      return { recheck: { team: step.team, persons: step.persons, finding: '' } };
    case 'recheck':
      return { recheck: objection.recheck && { ...objection.recheck, finding: step.finding } };
    case 'decide': {
      const { decision, reason, by, role, at, newHouseholdId } = step;
      return { outcome: { decision, reason, by, role, at, newHouseholdId } };
    }
    case 'call-back':
      return { satisfied: step.satisfied };
  }
}

function checkOrder({ state, since }: Objection, { kind, at }: ObjectionStep): ObjectionProblem[] {
  return [
    ...when(steps[kind].from !== state, 'NOT_AT_STATE', 'kind', `the objection is ${state}`),
    ...when(Date.parse(at) < Date.parse(since), 'BEFORE_LAST_STEP', 'at', `the step before was at ${since}`),
  ];
}

function checkContent(
  rule: ObjectionRule,
  { kind, period, recheck }: Objection,
  scorers: Scorers,
  step: ObjectionStep,
): ObjectionProblem[] {
  const rechecked = recheck?.persons ?? [];
  switch (step.kind) {
    case 'register':
    case 'answer':
    case 'call-back':
      return [];
    case 'assign':
      return [
        ...when(step.team === '' || step.persons.length === 0, 'NOBODY_ASSIGNED', 'persons', 'nobody is to go'),
        ...when(scorers.teams.includes(step.team), 'SCORED_BY_TEAM', 'team', 'the team scored this household'),
        ...when(
          step.persons.some((person) => scorers.persons.includes(person)),
          'SCORED_BY_TEAM',
          'persons',
          'one of those named scored this household',
        ),
      ];
    case 'recheck':
      return [
        ...when(!rechecked.includes(step.by), 'NOT_OF_RECHECK', 'by', 'somebody else was assigned'),
        ...when(step.finding.trim() === '', 'FINDING_MISSING', 'finding', 'nothing is said to have been found'),
      ];
    case 'decide':
      return [
        ...when(
          !rule.deciders[period].includes(step.role),
          'MAY_NOT_DECIDE',
          'role',
          `in the ${period} period it is decided by ${rule.deciders[period].join(', ')}`,
        ),
        ...when(rechecked.includes(step.by), 'RECHECKED_SAME_PERSON', 'by', 'this person made the re-check'),
        ...when(
          !answers[kind].includes(step.decision),
          'DECISION_DOES_NOT_FIT',
          'decision',
          `${step.decision} does not answer an objection of the kind ${kind}`,
        ),
        ...when(
          step.decision === 'new-household' && step.newHouseholdId === null,
          'NEW_HOUSEHOLD_MISSING',
          'newHouseholdId',
          'no household is named',
        ),
        ...when(step.reason.trim() === '', 'REASON_MISSING', 'reason', 'there is no reason'),
      ];
  }
}

function when(wrong: boolean, code: ObjectionProblem['code'], field: string, problem: string): ObjectionProblem[] {
  return wrong ? [{ code, field, problem, advice: advice[code] }] : [];
}
