import { perHead, total, whenAll, whenIs, whenNumber } from './condition-words';
import type { Observation } from './fact';
import { attainable, conditionsOf, factsOf, observationsFor, withObservations, type FormItem } from './form';
import { luocheng2015Form } from './forms/luocheng-2015';
import { itemOf, otherwise } from './testing/small-form';

const worth = (item: FormItem, ...points: number[]): FormItem => ({
  ...item,
  levels: points.map((each, place) => ({ ...item.levels[0]!, key: `level-${place}`, points: each })),
});

describe('the most a household can score on an item', () => {
  const one = () => itemOf('one', [otherwise]);
  const sum = () => itemOf('sum', [whenIs('road', 'none')]);

  it('is its best level where one is taken, and never less than nothing', () => {
    expect(attainable(worth(one(), 2, 7, 4))).toBe(7);
    expect(attainable(worth(one(), -3, -1))).toBe(0);
  });

  it('is all levels together where they add up, but no more than the cap', () => {
    expect(attainable(worth(sum(), 2, 3, 4))).toBe(9);
    expect(attainable({ ...worth(sum(), 2, 3, 4), cap: 5 })).toBe(5);
    expect(attainable({ ...worth(sum(), 2, 3, 4), cap: 12 })).toBe(9);
  });
});

describe('what an item depends on', () => {
  it('is the conditions of its levels but the one for all other cases, and each of their facts once', () => {
    const poor = whenIs('road', 'none');
    const both = whenAll(poor, whenNumber(total('pigs'), { atLeast: 1 }));
    const item = itemOf('one', [poor, both, otherwise]);
    expect(conditionsOf(item)).toEqual([poor, both]);
    expect(factsOf(item).map(({ fact }) => fact)).toEqual(['road', 'pigs']);
    expect(factsOf(item)).toBe(factsOf(item));
    expect(
      factsOf(itemOf('one', [whenNumber(perHead('paddy'), { below: 1 }), otherwise])).map(({ fact }) => fact),
    ).toEqual(expect.arrayContaining(['paddy']));
  });
});

describe('the observations of a household', () => {
  const seen = (fact: string, value: number, member?: string): Observation => ({
    fact,
    value,
    ...(member !== undefined && { member }),
  });

  it('are those the form asks for, whatever else is known', () => {
    const [asked] = luocheng2015Form.facts;
    const known = [seen(asked!.key, 1), seen('luck', 7)];
    expect(observationsFor(luocheng2015Form, known)).toEqual([seen(asked!.key, 1)]);
  });

  it('are the newer ones in the place of those they correct, of the same fact and the same member', () => {
    const before = [seen('pigs', 1), seen('months', 2, 'wife'), seen('months', 3, 'son')];
    expect(withObservations(before, [seen('months', 9, 'wife'), seen('paddy', 4)])).toEqual([
      seen('pigs', 1),
      seen('months', 3, 'son'),
      seen('months', 9, 'wife'),
      seen('paddy', 4),
    ]);
    expect(withObservations(before, [])).toEqual(before);
  });
});
