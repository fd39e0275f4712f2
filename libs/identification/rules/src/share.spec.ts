import { exceeds, fewest, reaches } from './share';

const twoThirds = { numerator: 2, denominator: 3 };

describe('a share', () => {
  it('is reached by just so much, and exceeded only by more', () => {
    expect([3, 4, 5].map((part) => reaches(part, 6, twoThirds))).toEqual([false, true, true]);
    expect([3, 4, 5].map((part) => exceeds(part, 6, twoThirds))).toEqual([false, false, true]);
  });

  it('of nothing is reached and exceeded by nothing', () => {
    expect(reaches(0, 0, twoThirds)).toBe(false);
    expect(exceeds(0, 0, twoThirds)).toBe(false);
  });

  it('is reached by the fewest that reach it', () => {
    for (let whole = 1; whole <= 60; whole += 1) {
      const least = fewest(whole, twoThirds);
      expect([least - 1, least].map((part) => reaches(part, whole, twoThirds))).toEqual([false, true]);
    }
  });
});
