import type { ScenarioTable } from '@jingzhun/identification-rules';
import { scenarioRows } from './score-line-table.export';

const table: ScenarioTable = {
  comparison: 'at-or-below',
  quota: 100,
  cases: { scored: 60, vetoed: 0, excluded: 0, unresolved: 0 },
  candidate: 55,
  scenarios: [
    {
      line: 54,
      households: 30,
      persons: 90,
      overQuota: -10,
      townships: [{ township: '451225100', households: 30, persons: 90 }],
      exclusion: { wrong: 1, sample: 40, rate: 0.025 },
      inclusion: { wrong: 0, sample: 0, rate: null },
    },
    {
      line: 55,
      households: 40,
      persons: 120,
      overQuota: 20,
      townships: [{ township: '451225100', households: 40, persons: 120 }],
      exclusion: null,
      inclusion: null,
    },
  ],
};

describe('the table of scenarios as rows', () => {
  const rows = scenarioRows(table, '451225', new Map([['451225', '罗城县']]));

  it('has the county under each line and then its townships, with a code for a name that is missing', () => {
    expect(rows.map(({ line, area, households, persons }) => [line, area, households, persons])).toEqual([
      [54, '罗城县', 30, 90],
      [54, '451225100', 30, 90],
      [55, '罗城县', 40, 120],
      [55, '451225100', 40, 120],
    ]);
  });

  it('compares with the quota, and gives rates of error, for the county alone', () => {
    expect(rows.map(({ quota, overQuota }) => [quota, overQuota])).toEqual([
      [100, -10],
      [null, null],
      [100, 20],
      [null, null],
    ]);
    expect(rows.map(({ exclusion, inclusion }) => [exclusion, inclusion])).toEqual([
      ['2.50%（1/40）', null],
      [null, null],
      [null, null],
      [null, null],
    ]);
  });

  it('says on which side the line itself is, and which line the rule proposes', () => {
    expect(rows.map(({ side, proposed }) => [side, proposed])).toEqual([
      ['得分≤54', null],
      ['得分≤54', null],
      ['得分≤55', '是'],
      ['得分≤55', '是'],
    ]);
    const [below] = scenarioRows({ ...table, comparison: 'below' }, '451225', new Map());
    expect(below?.side).toBe('得分＜54');
  });
});
