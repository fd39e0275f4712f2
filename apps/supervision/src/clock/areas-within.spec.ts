import { areasWithin } from './areas-within';

describe('the part of a scope in an area', () => {
  it.each([
    ['the scope itself, when no area is named', ['451225100'], undefined, ['451225100']],
    ['the area, when it lies in the scope', ['451225'], '451225100', ['451225100']],
    ['what of the scope lies in the area', ['451225100001001', '451225101'], '451225100', ['451225100001001']],
    ['nothing, when they do not meet', ['451225100'], '451225101', []],
    ['nothing of an empty scope', [], '451225', []],
  ])('is %s', (_, scope, area, expected) => {
    expect(areasWithin(scope, area)).toEqual(expected);
  });
});
