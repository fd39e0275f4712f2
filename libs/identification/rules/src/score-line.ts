/** How the line of a county is found. Neither operator nor choice was found in a source (domain reference 3): both are data. */
export interface ScoreLineRule {
  /** Whether a household on the line itself is poor. */
  comparison: 'at-or-below' | 'below';
  /**
   * All households with one score fall on the same side, so a line seldom meets the quota exactly: the candidate is the
   * highest line within it, the lowest one that reaches it, or the nearer of the two (in doubt the one within).
   */
  choice: 'within-quota' | 'reaching-quota' | 'nearest';
  /** How many lines the table shows on either side of the candidate. */
  shown: number;
}

/** A case with its score (whole points). Only `scored` ones can be listed; `unresolved` ones still wait for a decision. */
export interface LineCase {
  caseId: string;
  township: string;
  score: number;
  persons: number;
  status: 'scored' | 'vetoed' | 'excluded' | 'unresolved';
}

/** What a spot check found a household to be. */
export interface SpotCheck {
  caseId: string;
  poor: boolean;
}

export interface Listed {
  households: number;
  persons: number;
}

/** `wrong` of the `sample` checked; the rate is null when nothing was checked that could be wrong. */
export interface ErrorRate {
  wrong: number;
  sample: number;
  rate: number | null;
}

export interface Scenario extends Listed {
  line: number;
  /** Persons above the advisory quota; negative below it. */
  overQuota: number;
  /** Every township with a case, by code. */
  townships: ({ township: string } & Listed)[];
  /** 漏评: poor households not listed, of the poor ones checked. Null without spot checks. */
  exclusion: ErrorRate | null;
  /** 错评: households listed that are not poor, of the listed ones checked. */
  inclusion: ErrorRate | null;
}

export interface ScenarioTable {
  comparison: ScoreLineRule['comparison'];
  quota: number;
  /** How many cases could be listed, and how many were dropped, by status. */
  cases: Record<LineCase['status'], number>;
  /** The line the rule proposes; null when no line fits it. */
  candidate: number | null;
  /** Ordered by line. */
  scenarios: Scenario[];
}

/**
 * What each line would mean for the county: the `lines` asked for (whole points), or those around the candidate. The quota
 * counts persons and only advises. Takes n log n for n cases, and for each line the number of townships and spot checks.
 */
export function scenarioTable(
  rule: ScoreLineRule,
  quota: number,
  cases: readonly LineCase[],
  spotChecks: readonly SpotCheck[] | null,
  lines: readonly number[] | null = null,
): ScenarioTable {
  const scored = cases.filter(({ status }) => status === 'scored').sort((one, other) => one.score - other.score);
  const candidate = candidateLine(rule, quota, scored);
  const checked = spotChecks && checkedCases(cases, spotChecks);
  const townships = [...new Set(cases.map(({ township }) => township))].sort();
  const totals = new Map(townships.map((township) => [township, { households: 0, persons: 0 }]));
  const scenarios: Scenario[] = [];
  let taken = 0;
  for (const line of ascending(lines ?? linesAround(rule, candidate, scored))) {
    for (let next = scored[taken]; next && isWithin(rule, next.score, line); next = scored[++taken]) {
      const total = totals.get(next.township)!;
      total.households += 1;
      total.persons += next.persons;
    }
    const byTownship = townships.map((township) => ({ township, ...totals.get(township)! }));
    const persons = byTownship.reduce((sum, each) => sum + each.persons, 0);
    scenarios.push({
      line,
      households: taken,
      persons,
      overQuota: persons - quota,
      townships: byTownship,
      ...errorsOf(checked, ({ status, score }) => status === 'scored' && isWithin(rule, score, line)),
    });
  }
  return { comparison: rule.comparison, quota, cases: countByStatus(cases), candidate, scenarios };
}

/** Whether a score is on the poor side of a line. */
export function isWithin({ comparison }: Pick<ScoreLineRule, 'comparison'>, score: number, line: number): boolean {
  return comparison === 'below' ? score < line : score <= line;
}

/** The lines that part the cases in different ways, each with the persons on its poor side. */
function partings(rule: ScoreLineRule, scored: readonly LineCase[]): { line: number; persons: number }[] {
  const found: { line: number; persons: number }[] = [];
  let persons = 0;
  scored.forEach((each, place) => {
    persons += each.persons;
    if (scored[place + 1]?.score === each.score) return;
    found.push({ line: rule.comparison === 'below' ? each.score + 1 : each.score, persons });
  });
  return found;
}

function candidateLine(rule: ScoreLineRule, quota: number, scored: readonly LineCase[]): number | null {
  const lines = partings(rule, scored);
  const within = lines.findLast(({ persons }) => persons <= quota);
  const reaching = lines.find(({ persons }) => persons >= quota) ?? within;
  switch (rule.choice) {
    case 'within-quota':
      return within?.line ?? null;
    case 'reaching-quota':
      return reaching?.line ?? null;
    case 'nearest': {
      if (!within || !reaching) return reaching?.line ?? null;
      return reaching.persons - quota < quota - within.persons ? reaching.line : within.line;
    }
  }
}

/** Around the candidate; around the lowest score when no line fits; none without a score. */
function linesAround({ shown }: ScoreLineRule, candidate: number | null, scored: readonly LineCase[]): number[] {
  const middle = candidate ?? scored[0]?.score;
  return middle === undefined ? [] : Array.from({ length: 2 * shown + 1 }, (_, place) => middle - shown + place);
}

function ascending(lines: readonly number[]): number[] {
  return [...new Set(lines)].sort((one, other) => one - other);
}

/** Cases that are still unresolved prove nothing about the line. */
function checkedCases(cases: readonly LineCase[], spotChecks: readonly SpotCheck[]): (LineCase & SpotCheck)[] {
  const poor = new Map(spotChecks.map((check) => [check.caseId, check.poor]));
  return cases.flatMap((each) => {
    const found = poor.get(each.caseId);
    return found === undefined || each.status === 'unresolved' ? [] : [{ ...each, poor: found }];
  });
}

function errorsOf(
  checked: readonly (LineCase & SpotCheck)[] | null,
  isListed: (each: LineCase) => boolean,
): Pick<Scenario, 'exclusion' | 'inclusion'> {
  if (!checked) return { exclusion: null, inclusion: null };
  const poor = checked.filter((each) => each.poor);
  const listed = checked.filter(isListed);
  return {
    exclusion: rateOf(poor.filter((each) => !isListed(each)).length, poor.length),
    inclusion: rateOf(listed.filter((each) => !each.poor).length, listed.length),
  };
}

function rateOf(wrong: number, sample: number): ErrorRate {
  return { wrong, sample, rate: sample === 0 ? null : wrong / sample };
}

function countByStatus(cases: readonly LineCase[]): Record<LineCase['status'], number> {
  const counts = { scored: 0, vetoed: 0, excluded: 0, unresolved: 0 };
  for (const { status } of cases) counts[status] += 1;
  return counts;
}
