import type { Form } from '@jingzhun/identification-rules';
import fc from 'fast-check';
import { sampleHouseholds, sampleForm as form, sampleNotice } from '../testing/sample-papers';
import { itemsInOneSum, noticeView } from './notice.view';

describe('a notice', () => {
  it('lists the poorest first; equal totals share a rank', () => {
    const [some] = sampleHouseholds(1, 1);
    const totals = [40, 31, 40, 55];
    const households = totals.map((total, place) => ({ ...some!, total, number: `000${place}` }));
    const view = noticeView({ ...sampleNotice(1, 1), households });
    expect(view.households.map(({ rank, total, code }) => [rank, total, code])).toEqual([
      [1, 31, '0001'],
      [2, 40, '0000'],
      [2, 40, '0002'],
      [4, 55, '0003'],
    ]);
  });

  it('shows for each household points that add up to its total', () => {
    for (const { points, rest, total } of noticeView(sampleNotice(40, 7)).households) {
      expect(points.reduce((sum, each) => sum + each, rest ?? 0)).toBe(total);
    }
  });

  it('has no column and no rule for health and schooling, and says so', () => {
    const view = noticeView(sampleNotice(3, 7));
    const names = view.items.map(({ name }) => name);
    expect(names).toHaveLength(14);
    expect(names).not.toContain('健康状况');
    expect(names).not.toContain('子女读书');
    expect(view.rest).toMatchObject({ name: '其余项目合计', maximum: 8 + 6 + 8 + 8 });
    expect(view.rest?.note).toContain('劳动力占家庭人口比重、务工与依法不单独公开的项目');
  });

  it('never lets the points of sensitive items be told by taking the others from the total', () => {
    const anyForm = fc.array(fc.boolean(), { minLength: 4, maxLength: 18 }).map((sensitive): Form => ({
      ...form,
      items: sensitive.map((isSensitive, place) => ({ ...form.items[place]!, sensitive: isSensitive })),
    }));
    fc.assert(
      fc.property(anyForm, (some) => {
        const pooled = itemsInOneSum(some);
        const hidden = some.items.filter((item) => item.sensitive);
        const others = pooled.filter((item) => !item.sensitive);
        const possible = Math.min(hidden.length, some.items.length - hidden.length);
        return hidden.every((item) => pooled.includes(item)) && others.length === possible;
      }),
      { seed: 20_151_027 },
    );
  });

  it('publishes every item of a form without sensitive ones', () => {
    const open = { ...form, items: form.items.map((item) => ({ ...item, sensitive: false })) };
    const view = noticeView({ ...sampleNotice(5, 7), form: open });
    expect(view.items).toHaveLength(18);
    expect(view.rest).toBeNull();
    expect(view.households.every(({ rest }) => rest === null)).toBe(true);
  });
});
