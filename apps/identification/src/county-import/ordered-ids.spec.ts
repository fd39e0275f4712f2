import { isUuid } from '@jingzhun/kernel';
import { OrderedIds } from './ordered-ids';

describe('the ids of an import', () => {
  it('are ids, each behind the one before, also over the edge of a millisecond, and none comes twice', () => {
    const ids = new OrderedIds();
    const drawn = Array.from({ length: 10_000 }, () => ids.next());
    expect(drawn.every((id) => isUuid(id) && id[14] === '7' && '89ab'.includes(id[19]!))).toBe(true);
    expect([...drawn].sort()).toEqual(drawn);
    expect(new Set(drawn.map((id) => id.slice(19))).size).toBe(10_000);
  });

  it('keep their order over the years', () => {
    const years = [0, 1_000_000_000_000, Date.now(), 2 ** 47].map((now) => new OrderedIds(now).next());
    expect([...years].sort()).toEqual(years);
  });
});
