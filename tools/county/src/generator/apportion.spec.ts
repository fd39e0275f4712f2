import { apportion } from './apportion';

describe('sharing out whole things', () => {
  it('loses and adds nothing', () => {
    expect(apportion(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(apportion(7, [0.5, 3, 2.25]).reduce((sum, share) => sum + share)).toBe(7);
  });

  it('leaves nobody below the minimum', () => {
    expect(apportion(10, [0, 100, 0], 2)).toEqual([2, 6, 2]);
  });

  it('refuses to share out less than the minimum takes', () => {
    expect(() => apportion(3, [1, 1], 2)).toThrow('3 cannot give 2 shares at least 2 each');
  });
});
