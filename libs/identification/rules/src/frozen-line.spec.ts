import { freezeLine, standing, type FrozenLine, type LineApproval } from './frozen-line';
import { scenarioTable, type LineCase } from './score-line';
import { inWords } from './testing/in-words';

const household = (caseId: string, score: number, status: LineCase['status'] = 'scored'): LineCase => ({
  caseId,
  township: '451225100',
  score,
  persons: 4,
  status,
});
const rule = { comparison: 'at-or-below', choice: 'within-quota', shown: 2 } as const;
const table = () => scenarioTable(rule, 4, [household('a', 58), household('b', 60)], null);
const openTable = () => scenarioTable(rule, 4, [household('a', 58), household('b', 60, 'unresolved')], null);
const approval: LineApproval = {
  line: 60,
  reason: '与全区规模衔接',
  proposedBy: 'office',
  approvedBy: 'leader',
  approvedAt: '2015-12-10T00:00:00.000Z',
};

const frozen = (...asked: Parameters<typeof freezeLine>): FrozenLine => {
  const result = freezeLine(...asked);
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  return result.line;
};
const refused = (...asked: Parameters<typeof freezeLine>) => {
  const result = freezeLine(...asked);
  return result.ok ? [] : inWords(result.problems).map(({ code, field }) => [code, field]);
};

describe('the frozen line', () => {
  it('keeps the decision with the figures it was taken on', () => {
    expect(frozen(table(), approval, null, false)).toEqual({
      version: 1,
      comparison: 'at-or-below',
      ...approval,
      scenario: table().scenarios.find(({ line }) => line === 60),
      quota: 4,
      cases: { scored: 2, vetoed: 0, excluded: 0, unresolved: 0 },
      candidate: 58,
    });
  });

  it('is followed by another version, never changed', () => {
    const first = frozen(table(), approval, null, false);
    const later = { ...approval, line: 58, approvedAt: '2015-12-11T00:00:00.000Z' };
    expect(frozen(table(), later, first, false)).toMatchObject({ version: 2, line: 58 });
    expect(refused(table(), approval, first, false)).toEqual([['APPROVED_EARLIER', 'approvedAt']]);
  });

  it('was in the table, so that its consequences were seen', () => {
    expect(refused(table(), { ...approval, line: 75 }, null, false)).toEqual([['NOT_IN_TABLE', 'line']]);
  });

  it('waits for open cases, unless the county leaves them open', () => {
    expect(refused(openTable(), approval, null, false)).toEqual([['UNRESOLVED', 'cases']]);
    expect(refused(openTable(), approval, null, true)).toEqual([]);
  });

  it('has a reason, and is approved by another than who proposed it', () => {
    expect(refused(table(), { ...approval, reason: ' ', approvedBy: 'office' }, null, false)).toEqual([
      ['REASON_MISSING', 'reason'],
      ['SAME_PERSON', 'approvedBy'],
    ]);
  });

  it('decides on a case that is reopened later, by its own operator', () => {
    const line = frozen(table(), approval, null, false);
    expect([59, 60, 61].map((score) => standing(score, line))).toEqual(['poor', 'poor', 'not-poor']);
    const strict = { line: 60, comparison: 'below' } as const;
    expect([59, 60].map((score) => standing(score, strict))).toEqual(['poor', 'not-poor']);
  });
});
