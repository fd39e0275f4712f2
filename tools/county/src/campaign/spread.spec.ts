import { spreadOf } from './spread';

describe('the spread of a figure', () => {
  it('is its middle and its greatest value, in whatever order they come', () => {
    expect(spreadOf([9, 1, 5, 40, 3])).toEqual({ median: 5, max: 40 });
  });

  it('is nothing when there is nothing', () => {
    expect(spreadOf([])).toEqual({ median: 0, max: 0 });
  });
});
