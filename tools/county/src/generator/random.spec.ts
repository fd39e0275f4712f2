import { random } from './random';

describe('the seeded source of chance', () => {
  it('gives the same numbers for the same labels and others for other labels', () => {
    const drawn = (...labels: (string | number)[]) => {
      const chance = random(...labels);
      return Array.from({ length: 5 }, () => chance.between(0, 1_000_000));
    };
    expect(drawn('a', 1)).toEqual(drawn('a', 1));
    expect(drawn('a', 1)).not.toEqual(drawn('a', 2));
  });

  it('never changes its numbers from one release to the next', () => {
    const chance = random('jingzhun', 2015);
    expect(Array.from({ length: 4 }, () => chance.between(0, 999))).toMatchInlineSnapshot(`
     [
       59,
       254,
       883,
       908,
     ]
    `);
  });

  it('draws evenly', () => {
    const chance = random('even');
    const counts = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 100_000; draw++) counts[chance.between(0, 9)]! += 1;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it('draws a heavy choice as often as its weight says, and never one without weight', () => {
    const chance = random('weights');
    const drawn = Array.from({ length: 10_000 }, () =>
      chance.weighted([
        ['often', 9],
        ['never', 0],
        ['seldom', 1],
      ] as const),
    );
    expect(drawn).not.toContain('never');
    expect(drawn.filter((value) => value === 'often').length / 10_000).toBeCloseTo(0.9, 1);
  });

  it('shuffles without losing or doubling a value', () => {
    const values = [1, 2, 3, 4, 5, 6];
    const shuffled = random('shuffle').shuffled(values);
    expect(shuffled).not.toEqual(values);
    expect([...shuffled].sort()).toEqual(values);
  });
});
