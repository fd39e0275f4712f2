import type { Condition } from '../condition';
import type { FactDefinition } from '../fact';
import type { Form, FormItem, Otherwise } from '../form';
import { checkForm } from '../form-check';

export const otherwise: Otherwise = { test: 'otherwise' };
const start = { sensitive: 'none', about: 'household' } as const;
export const word = (key: string) => ({ zh: key, en: key });
/** Two numbers, a choice and flags of a household, a choice and a number of a member. */
export const facts: FactDefinition[] = [
  { ...start, key: 'pigs', name: word('pigs'), kind: 'number', whole: true, minimum: 0, maximum: 50 },
  { ...start, key: 'paddy', name: word('paddy'), kind: 'number', minimum: 0, maximum: 50 },
  {
    ...start,
    key: 'road',
    name: word('road'),
    kind: 'choice',
    options: ['none', 'earth', 'paved'].map((key) => ({ key, name: word(key) })),
  },
  {
    ...start,
    key: 'machines',
    name: word('machines'),
    kind: 'flags',
    options: ['tractor', 'tiller'].map((key) => ({ key, name: word(key) })),
  },
  {
    ...start,
    key: 'health',
    name: word('health'),
    about: 'member',
    kind: 'choice',
    options: ['healthy', 'grave'].map((key) => ({ key, name: word(key) })),
    sensitive: 'health',
  },
  {
    ...start,
    key: 'months',
    name: word('months'),
    about: 'member',
    kind: 'number',
    whole: true,
    minimum: 0,
    maximum: 12,
  },
];

/** An item whose levels are worth 0, 1, 2 … points. */
export function itemOf(
  choice: 'one' | 'sum',
  whens: (Condition | Otherwise)[],
  more: Partial<FormItem> = {},
): FormItem {
  const levels = whens.map((when, place) => ({ key: `L${place}`, text: word(`level ${place}`), points: place, when }));
  const sum = levels.reduce((points, level) => points + level.points, 0);
  const maximum = choice === 'one' ? levels.length - 1 : sum;
  return { key: 'item', name: word('item'), choice, maximum, sensitive: true, levels, ...more };
}

export const formOf = (...items: FormItem[]): Form => ({ version: 'v', standardDate: '2015-10-16', facts, items });
/** What is wrong with a form of that one item. */
export const problemsOf = (item: FormItem) => checkForm(formOf(item)).map(({ path, problem }) => `${path} ${problem}`);
/** What is wrong with an item that takes one of these levels. */
export const oneOf = (...whens: (Condition | Otherwise)[]) => problemsOf(itemOf('one', whens));
