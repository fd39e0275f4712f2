import type { Problem } from './problem';
import { isWithin, type Scenario, type ScenarioTable, type ScoreLineRule } from './score-line';

/** The county's decision on its line. A later one is a new version; this one is never changed. */
export interface FrozenLine {
  version: number;
  line: number;
  comparison: ScoreLineRule['comparison'];
  reason: string;
  proposedBy: string;
  approvedBy: string;
  approvedAt: string;
  /** The figures it was approved on. */
  scenario: Scenario;
  quota: number;
  cases: ScenarioTable['cases'];
  candidate: number | null;
}

export interface LineApproval {
  line: number;
  reason: string;
  proposedBy: string;
  approvedBy: string;
  approvedAt: string;
}

const advice = {
  NOT_IN_TABLE: 'Choose a line of the table, so that its consequences were seen.',
  UNRESOLVED: 'Decide the open cases first, or say that the line may be frozen without them.',
  REASON_MISSING: 'Give the reason of the decision.',
  SAME_PERSON: 'Let somebody else approve what was proposed.',
  APPROVED_EARLIER: 'Correct the time: a version is approved after the one before.',
} as const;

export type LineProblem = Problem<keyof typeof advice>;

/**
 * The next version of the line, or all that speaks against it. `mayLeaveOpen` says whether the county has agreed to freeze while cases
 * are unresolved: they are compared with the frozen line when they are decided.
 */
export function freezeLine(
  table: ScenarioTable,
  approval: LineApproval,
  before: FrozenLine | null,
  mayLeaveOpen: boolean,
): { ok: true; line: FrozenLine } | { ok: false; problems: LineProblem[] } {
  const scenario = table.scenarios.find(({ line }) => line === approval.line);
  const problems = [
    ...when(!scenario, 'NOT_IN_TABLE', 'line', `there is no scenario for the line ${approval.line}`),
    ...when(
      table.cases.unresolved > 0 && !mayLeaveOpen,
      'UNRESOLVED',
      'cases',
      `${table.cases.unresolved} cases are unresolved`,
    ),
    ...when(approval.reason.trim() === '', 'REASON_MISSING', 'reason', 'there is no reason'),
    ...when(
      approval.proposedBy === approval.approvedBy,
      'SAME_PERSON',
      'approvedBy',
      'it was proposed and approved by one person',
    ),
    ...when(
      before !== null && Date.parse(approval.approvedAt) <= Date.parse(before.approvedAt),
      'APPROVED_EARLIER',
      'approvedAt',
      `version ${before?.version} was approved at ${before?.approvedAt}`,
    ),
  ];
  if (!scenario || problems.length > 0) return { ok: false, problems };
  const { comparison, quota, cases, candidate } = table;
  const version = (before?.version ?? 0) + 1;
  return { ok: true, line: { version, comparison, ...approval, scenario, quota, cases, candidate } };
}

/** Where a household stands by the frozen line, whenever it is scored: a case reopened later does not move the line. */
export function standing(score: number, line: Pick<FrozenLine, 'line' | 'comparison'>): 'poor' | 'not-poor' {
  return isWithin(line, score, line.line) ? 'poor' : 'not-poor';
}

function when(wrong: boolean, code: LineProblem['code'], field: string, problem: string): LineProblem[] {
  return wrong ? [{ code, field, problem, advice: advice[code] }] : [];
}
