import fc from 'fast-check';
import { lowerOf100, outliersAmong, type GroupScores, type OutlierRule } from './outliers';

const seed = 20151125;
const rule: OutlierRule = { households: 5, pairsOf100: 80, sameScorePercent: 50 };
const group = (name: string, scores: number[], ...neighbours: string[]): GroupScores => ({
  group: name,
  name: `${name}组`,
  scores,
  neighbours,
});
const usual = [50, 55, 60, 65, 70];

describe('a group whose ranking stands out', () => {
  it('is reported when its households score lower than the neighbours’, in numbers and in words', () => {
    const groups = [
      group('1', [30, 35, 40, 45, 62], '1', '2', '3'),
      group('2', usual, '3'),
      group('3', [52, 58, 61], '2'),
    ];
    expect(outliersAmong(rule, groups)).toEqual([
      {
        group: '1',
        finding: 'scores-lower',
        measure: 85,
        median: 40,
        neighboursMedian: 59,
        words: {
          zh: '1组与邻组各任取一户相比，100次中有85次本组得分较低（中位数：本组40分，邻组59分）。请说明是实际更困难，还是打分尺度不一。',
          en: 'Take one household of 1组 and one of its neighbours: in 85 of 100 cases that of 1组 scores lower (median 40, neighbours 59). Is it really poorer, or was it scored by another measure?',
        },
      },
    ]);
  });

  it('is reported when its households score higher', () => {
    const groups = [group('1', [75, 80, 85, 90, 58], '2'), group('2', usual)];
    const [outlier, ...others] = outliersAmong(rule, groups);
    expect(outlier).toMatchObject({ finding: 'scores-higher', measure: 88, median: 80, neighboursMedian: 60 });
    expect(outlier?.words.zh).toContain('本组得分较高');
    expect(outlier?.words.zh).toContain('更宽裕');
    expect(outlier?.words.en).toContain('scores higher');
    expect(outlier?.words.en).toContain('better off');
    expect(others).toEqual([]);
  });

  it('is not reported for a difference that chance may bring, up to the very limit', () => {
    const groups = [group('1', usual, '2'), group('2', usual)];
    expect(outliersAmong(rule, groups)).toEqual([]);
    const limit = [group('1', [10, 20, 30, 40, 90], '2'), group('2', usual)];
    expect(outliersAmong(rule, limit)).toMatchObject([{ measure: 80 }]);
    expect(outliersAmong({ ...rule, pairsOf100: 81 }, limit)).toEqual([]);
  });

  it('is not compared when it, or all its neighbours together, are too few', () => {
    expect(outliersAmong(rule, [group('1', [1, 2, 3, 4], '2'), group('2', usual)])).toEqual([]);
    expect(outliersAmong(rule, [group('1', [1, 2, 3, 4, 5], '2'), group('2', [50, 60, 70, 80])])).toEqual([]);
    const five = [group('1', [1, 2, 3, 4, 5], '2', '3'), group('2', [50, 60, 70]), group('3', [55, 56])];
    expect(outliersAmong(rule, five)).toMatchObject([{ group: '1', finding: 'scores-lower', measure: 100 }]);
  });

  it('is not compared with itself, nor with a group that is not there', () => {
    expect(outliersAmong(rule, [group('1', [1, 2, 3, 4, 5], '1', '9')])).toEqual([]);
  });
});

describe('a group with one score for half of its households', () => {
  it('is reported, as its sheets may have been copied', () => {
    expect(outliersAmong(rule, [group('1', [61, 58, 58, 58, 40, 41])])).toEqual([
      {
        group: '1',
        finding: 'same-score',
        measure: 50,
        median: 58,
        neighboursMedian: null,
        words: {
          zh: '1组6户中有3户同为58分。请核对是否逐户打分。',
          en: '3 of the 6 households of 1组 score 58 exactly. Was each of them scored by itself?',
        },
      },
    ]);
  });

  it('is not reported for fewer, or for a small group', () => {
    expect(outliersAmong(rule, [group('1', [61, 58, 58, 58, 40, 41, 42])])).toEqual([]);
    expect(outliersAmong(rule, [group('1', [58, 58, 58, 58])])).toEqual([]);
  });
});

describe(`the comparison by rank, for any scores (seed ${seed})`, () => {
  const scores = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 20 });

  it('is what counting all pairs gives', () => {
    fc.assert(
      fc.property(scores, scores, (ones, others) => {
        const pairs = ones.flatMap((one) => others.map((other) => (one < other ? 1 : one === other ? 0.5 : 0)));
        const counted = (100 * pairs.reduce<number>((sum, each) => sum + each, 0)) / pairs.length;
        expect(lowerOf100(ones, others)).toBeCloseTo(counted, 9);
        expect(lowerOf100(ones, others) + lowerOf100(others, ones)).toBeCloseTo(100, 9);
      }),
      { seed },
    );
  });
});
