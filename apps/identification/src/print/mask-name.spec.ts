import fc from 'fast-check';
import { maskName } from './mask-name';

describe('a name in public', () => {
  it.each([
    ['罗小明', '罗*明'],
    ['罗明', '罗*'],
    ['欧阳小明', '欧*小明'],
    ['罗', '*'],
    [' 罗明 ', '罗*'],
    ['𠮷小明', '𠮷*明'],
    ['', ''],
  ])('%s is read as %s', (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });

  it('hides exactly one character of any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'罗小明欧阳𠮷'), minLength: 1, maxLength: 5 }), (name) => {
        const [before, after] = [[...name], [...maskName(name)]];
        return after.length === before.length && after.filter((each, place) => each !== before[place]).length === 1;
      }),
      { seed: 20_151_026 },
    );
  });
});
