import fc from 'fast-check';
import { scenarioTable, type LineCase, type ScoreLineRule } from './score-line';

const seed = 20151125;
const rule: ScoreLineRule = { comparison: 'at-or-below', choice: 'within-quota', shown: 1 };
const below: ScoreLineRule = { ...rule, comparison: 'below' };

let number = 0;
const household = (score: number, persons: number, content: Partial<LineCase> = {}): LineCase => ({
  caseId: `c${(number += 1)}`,
  township: '451225100',
  score,
  persons,
  status: 'scored',
  ...content,
});
/** 3 persons at 58, 9 at 60, 4 at 63. */
const county = [household(63, 4), household(60, 5), household(58, 3), household(60, 4, { township: '451225101' })];
const candidate = (by: ScoreLineRule, quota: number, cases = county) => scenarioTable(by, quota, cases, null).candidate;

describe('the line proposed', () => {
  it('is the highest score whose persons are within the quota', () => {
    expect(candidate(rule, 12)).toBe(60);
    expect(candidate(rule, 15)).toBe(60);
    expect(candidate(rule, 16)).toBe(63);
    expect(candidate(rule, 999)).toBe(63);
  });

  it('keeps all households with one score on one side', () => {
    expect(candidate(rule, 11)).toBe(58);
  });

  it('is not there when the poorest alone are more than the quota, or nobody is scored', () => {
    expect(candidate(rule, 2)).toBeNull();
    expect(candidate({ ...rule, choice: 'nearest' }, 12, [])).toBeNull();
    expect(candidate({ ...rule, choice: 'reaching-quota' }, 12, [])).toBeNull();
  });

  it('lists the same households when the line itself is not poor', () => {
    expect(candidate(below, 12)).toBe(61);
    const [at60] = scenarioTable(rule, 12, county, null, [60]).scenarios;
    const [below61] = scenarioTable(below, 12, county, null, [61]).scenarios;
    expect(below61).toEqual({ ...at60, line: 61 });
  });

  it('is the lowest that reaches the quota where the rule says so, or all when none does', () => {
    const reaching: ScoreLineRule = { ...rule, choice: 'reaching-quota' };
    expect(candidate(reaching, 4)).toBe(60);
    expect(candidate(reaching, 3)).toBe(58);
    expect(candidate(reaching, 12)).toBe(60);
    expect(candidate(reaching, 999)).toBe(63);
  });

  it('is the nearer one where the rule says so, and in doubt the one within', () => {
    const nearest: ScoreLineRule = { ...rule, choice: 'nearest' };
    expect(candidate(nearest, 13)).toBe(60);
    expect(candidate(nearest, 14)).toBe(60);
    expect(candidate(nearest, 15)).toBe(63);
    expect(candidate(nearest, 1)).toBe(58);
    expect(candidate(nearest, 99)).toBe(63);
  });

  it('leaves out who is vetoed, excluded or unresolved', () => {
    const dropped = (['vetoed', 'excluded', 'unresolved'] as const).map((status) => household(10, 50, { status }));
    expect(candidate(rule, 12, [...county, ...dropped])).toBe(60);
  });
});

describe('the table of scenarios', () => {
  it('shows for every line the households, the persons, the distance from the quota and the townships', () => {
    const table = scenarioTable(
      rule,
      12,
      [...county, household(1, 2, { status: 'vetoed', township: '451225200' })],
      null,
    );
    expect(table).toEqual({
      comparison: 'at-or-below',
      quota: 12,
      cases: { scored: 4, vetoed: 1, excluded: 0, unresolved: 0 },
      candidate: 60,
      scenarios: [
        {
          line: 59,
          households: 1,
          persons: 3,
          overQuota: -9,
          townships: [
            { township: '451225100', households: 1, persons: 3 },
            { township: '451225101', households: 0, persons: 0 },
            { township: '451225200', households: 0, persons: 0 },
          ],
          exclusion: null,
          inclusion: null,
        },
        {
          line: 60,
          households: 3,
          persons: 12,
          overQuota: 0,
          townships: [
            { township: '451225100', households: 2, persons: 8 },
            { township: '451225101', households: 1, persons: 4 },
            { township: '451225200', households: 0, persons: 0 },
          ],
          exclusion: null,
          inclusion: null,
        },
        expect.objectContaining({ line: 61, households: 3, persons: 12 }),
      ],
    });
  });

  it('shows the lines asked for, each once and in their order', () => {
    const { scenarios } = scenarioTable(rule, 12, county, null, [63, 57, 58, 63]);
    expect(scenarios.map(({ line, households }) => [line, households])).toEqual([
      [57, 0],
      [58, 1],
      [63, 4],
    ]);
  });

  it('shows the lines around the lowest score when no line is within the quota, and none without a score', () => {
    expect(scenarioTable(rule, 0, county, null).scenarios.map(({ line }) => line)).toEqual([57, 58, 59]);
    expect(scenarioTable(rule, 12, [], null).scenarios).toEqual([]);
  });
});

describe('the errors of a line', () => {
  const cases = [
    household(50, 4, { caseId: 'poor-listed' }),
    household(51, 4, { caseId: 'poor-listed-too' }),
    household(55, 4, { caseId: 'rich-listed' }),
    household(70, 4, { caseId: 'poor-missed' }),
    household(40, 4, { caseId: 'poor-vetoed', status: 'vetoed' }),
    household(75, 4, { caseId: 'rich' }),
    household(30, 4, { caseId: 'open', status: 'unresolved' }),
  ];
  const checks = [
    { caseId: 'poor-listed', poor: true },
    { caseId: 'poor-listed-too', poor: true },
    { caseId: 'rich-listed', poor: false },
    { caseId: 'poor-missed', poor: true },
    { caseId: 'poor-vetoed', poor: true },
    { caseId: 'rich', poor: false },
    { caseId: 'open', poor: true },
    { caseId: 'not in the county', poor: true },
  ];

  it('are counted from the spot checks, each with the size of its sample', () => {
    const [scenario] = scenarioTable(rule, 8, cases, checks, [60]).scenarios;
    expect(scenario?.exclusion).toEqual({ wrong: 2, sample: 4, rate: 1 / 2 });
    expect(scenario?.inclusion).toEqual({ wrong: 1, sample: 3, rate: 1 / 3 });
  });

  it('have no rate when nothing was checked', () => {
    const [scenario] = scenarioTable(rule, 8, cases, [], [60]).scenarios;
    expect(scenario?.exclusion).toEqual({ wrong: 0, sample: 0, rate: null });
    expect(scenario?.inclusion).toEqual({ wrong: 0, sample: 0, rate: null });
  });
});

describe(`the line, for any county (seed ${seed})`, () => {
  const counties = fc.array(
    fc.record({
      score: fc.integer({ min: 0, max: 30 }),
      persons: fc.integer({ min: 1, max: 8 }),
      township: fc.constantFrom('451225100', '451225101', '451225200'),
      status: fc.constantFrom('scored', 'scored', 'scored', 'vetoed', 'excluded', 'unresolved'),
    }),
    { maxLength: 40 },
  );
  const rules = fc.record({
    comparison: fc.constantFrom('at-or-below' as const, 'below' as const),
    choice: fc.constant('within-quota' as const),
    shown: fc.constant(40),
  });

  it('is within the quota, and one more whole score would list the same persons or too many', () => {
    fc.assert(
      fc.property(counties, rules, fc.nat(200), (drawn, by, quota) => {
        const cases = drawn.map((each, place): LineCase => ({ ...each, caseId: `${place}` }));
        const table = scenarioTable(
          by,
          quota,
          cases,
          null,
          Array.from({ length: 33 }, (_, line) => line - 1),
        );
        const persons = (line: number) =>
          cases
            .filter(
              ({ status, score }) => status === 'scored' && (by.comparison === 'below' ? score < line : score <= line),
            )
            .reduce((sum, each) => sum + each.persons, 0);
        for (const scenario of table.scenarios) {
          expect(scenario.persons).toBe(persons(scenario.line));
          expect(scenario.overQuota).toBe(scenario.persons - quota);
          expect(scenario.townships.reduce((sum, each) => sum + each.persons, 0)).toBe(scenario.persons);
          expect(scenario.townships.reduce((sum, each) => sum + each.households, 0)).toBe(scenario.households);
        }
        const all = persons(40);
        if (table.candidate === null) {
          const lowest = Math.min(...cases.filter(({ status }) => status === 'scored').map(({ score }) => score));
          expect(all === 0 || persons(lowest + 1) > quota).toBe(true);
        } else {
          expect(persons(table.candidate)).toBeLessThanOrEqual(quota);
          const next = Array.from({ length: 40 }, (_, more) => persons(table.candidate! + more + 1));
          const more = next.find((each) => each > persons(table.candidate!));
          expect(more === undefined || more > quota).toBe(true);
        }
      }),
      { seed },
    );
  });

  it('does not depend on the order of the cases', () => {
    fc.assert(
      fc.property(counties, rules, fc.nat(200), (drawn, by, quota) => {
        const cases = drawn.map((each, place): LineCase => ({ ...each, caseId: `${place}` }));
        expect(scenarioTable(by, quota, [...cases].reverse(), null)).toEqual(scenarioTable(by, quota, cases, null));
      }),
      { seed },
    );
  });
});
