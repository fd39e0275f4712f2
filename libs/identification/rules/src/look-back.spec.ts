import fc from 'fast-check';
import { assessedBefore, compareAssessments, lookBackFigures, type PointsOfItem } from './look-back';

const seed = 20151127;
const sheet = (points: Record<string, number>): PointsOfItem[] =>
  Object.entries(points).map(([item, each]) => ({ item, points: each }));

describe('two assessments of one household', () => {
  it('differ in points and by item', () => {
    const first = sheet({ house: 8, water: 4, road: 2 });
    expect(compareAssessments(first, sheet({ house: 11, water: 4, road: 1 }))).toEqual({
      difference: 2,
      items: [
        { item: 'house', first: 8, second: 11 },
        { item: 'road', first: 2, second: 1 },
      ],
    });
    expect(compareAssessments(first, [...first].reverse())).toEqual({ difference: 0, items: [] });
  });

  it('differ on an item that only one of their forms has', () => {
    expect(compareAssessments(sheet({ house: 8 }), sheet({ house: 8, boat: 0 }))).toEqual({
      difference: 0,
      items: [{ item: 'boat', first: null, second: 0 }],
    });
  });

  it('are made by different people', () => {
    expect(assessedBefore(['a', 'b'], ['c', 'd'])).toEqual([]);
    expect(assessedBefore(['a', 'b'], ['c', 'b', 'b'])).toEqual(['b']);
  });
});

describe('the figures of a look-back', () => {
  it('say what share of a place was scored otherwise, which way and on which items', () => {
    const first = sheet({ house: 8, road: 2 });
    const seconds = [sheet({ house: 11, road: 2 }), sheet({ house: 8, road: 1 }), sheet({ house: 6, road: 1 }), first];
    expect(lookBackFigures([...seconds, null].map((second) => ({ first, second })))).toEqual({
      drawn: 5,
      assessed: 4,
      changed: 3,
      changedShare: 0.75,
      meanDifference: -0.25,
      meanAbsoluteDifference: 1.75,
      items: [
        { item: 'house', households: 2 },
        { item: 'road', households: 2 },
      ],
    });
  });

  it('name the item that was found otherwise most often first', () => {
    const first = sheet({ house: 8, road: 2 });
    const seconds = [sheet({ house: 8, road: 1 }), sheet({ house: 6, road: 1 })];
    expect(lookBackFigures(seconds.map((second) => ({ first, second }))).items).toEqual([
      { item: 'road', households: 2 },
      { item: 'house', households: 1 },
    ]);
  });

  it('say nothing about a place where nobody was looked at again', () => {
    expect(lookBackFigures([{ first: sheet({ house: 8 }), second: null }])).toEqual({
      drawn: 1,
      assessed: 0,
      changed: 0,
      changedShare: null,
      meanDifference: null,
      meanAbsoluteDifference: null,
      items: [],
    });
  });

  it(`count a household that differs on an item without another total as unchanged, for any sheets (seed ${seed})`, () => {
    const sheets = fc.record({ house: fc.nat(14), road: fc.nat(4) }).map(sheet);
    fc.assert(
      fc.property(fc.array(fc.record({ first: sheets, second: fc.option(sheets) })), (households) => {
        const figures = lookBackFigures(households);
        const totals = households.flatMap(({ first, second }) =>
          second ? [[first, second].map((points) => points.reduce((sum, each) => sum + each.points, 0))] : [],
        );
        expect(figures.changed).toBe(totals.filter(([one, other]) => one !== other).length);
        expect(Math.abs(figures.meanDifference ?? 0)).toBeLessThanOrEqual(figures.meanAbsoluteDifference ?? 0);
      }),
      { seed },
    );
  });
});
