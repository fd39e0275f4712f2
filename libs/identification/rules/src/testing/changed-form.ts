import { membersWho, total, whenHas, whenIs, whenNumber } from '../condition-words';
import type { FactDefinition } from '../fact';
import type { Form, FormItem } from '../form';
import { luocheng2015Form } from '../forms/luocheng-2015';
import type { FactRule, SheetMigration } from '../sheet-migration';

const word = (key: string) => ({ zh: key, en: key });
const options = (...keys: string[]) => keys.map((key) => ({ key, name: word(key) }));

const dropped = 'fowl';
const newFacts: FactDefinition[] = [
  {
    key: 'stove',
    name: word('stove'),
    about: 'household',
    kind: 'choice',
    options: options('clay', 'steel'),
    sensitive: 'none',
  },
  {
    key: 'reads',
    name: word('reads'),
    about: 'member',
    kind: 'choice',
    options: options('no', 'yes'),
    sensitive: 'none',
    unasked: { belowAge: 7, value: 'no' },
  },
  { key: 'bees', name: word('bees'), about: 'household', kind: 'number', minimum: 0, maximum: 99, sensitive: 'none' },
];
const changedFacts = luocheng2015Form.facts
  .filter(({ key }) => key !== dropped)
  .map((fact): FactDefinition => {
    if (fact.key === 'debt') return { ...fact, key: 'money-owed', name: word('owed') };
    if (fact.key === 'road') return { ...fact, options: options('none', 'unpaved', 'paved') };
    if (fact.key === 'vehicles') return { ...fact, key: 'cars', name: word('cars'), options: options('slow', 'fast') };
    if (fact.key === 'pigs') return { ...fact, maximum: 20 };
    if (fact.key === 'motorcycles') return { ...fact, maximum: 5 };
    return fact;
  });
const item = (key: string, whens: FormItem['levels'][number]['when'][]): FormItem => ({
  key,
  name: word(key),
  choice: 'one',
  maximum: whens.length - 1,
  sensitive: false,
  levels: whens.map((when, points) => ({ key: String(points), text: word(String(points)), points, when })),
});
/** The form of 2015 as nobody ever changed it. */
export const changedForm: Form = {
  version: 'third',
  standardDate: luocheng2015Form.standardDate,
  facts: [...changedFacts, ...newFacts],
  items: [
    item('road', [whenIs('road', 'none', 'unpaved'), whenIs('road', 'paved')]),
    item('owed', [whenNumber(total('money-owed'), { above: 0 }), { test: 'otherwise' }]),
    item('cars', [{ test: 'otherwise' }, whenHas('cars', 'fast')]),
    item('pigs', [whenNumber(total('pigs'), { below: 3 }), whenNumber(total('pigs'), { atLeast: 3 })]),
    item('stove', [whenIs('stove', 'clay'), whenIs('stove', 'steel')]),
    item('ill', [whenNumber(membersWho(whenIs('health', 'grave')), { atLeast: 1 }), { test: 'otherwise' }]),
  ],
};
/** Why a fact was dropped. */
export const reason = { zh: '不再统计', en: 'no longer counted' };
const special: Record<string, FactRule> = {
  debt: { rule: 'rename', fact: 'debt', to: 'money-owed' },
  road: { rule: 'map', fact: 'road', options: { none: 'none', earth: 'unpaved', gravel: null, paved: 'paved' } },
  vehicles: {
    rule: 'map',
    fact: 'vehicles',
    to: 'cars',
    options: {
      'electric-bicycle': 'slow',
      'motor-tricycle': 'slow',
      'farm-vehicle': 'slow',
      van: 'fast',
      car: 'fast',
      truck: 'fast',
      boat: null,
    },
  },
  employment: {
    rule: 'map',
    fact: 'employment',
    options: {
      none: 'none',
      'odd-jobs': 'odd-jobs',
      steady: 'steady',
      'large-firm': 'steady',
      'public-post': 'public-post',
      'public-pension': null,
    },
  },
  fowl: { rule: 'drop', fact: 'fowl', reason },
};
/** The way to it: every kind of rule at once. */
export const changed: SheetMigration = {
  from: luocheng2015Form.version,
  to: changedForm.version,
  rules: [
    ...luocheng2015Form.facts.map(({ key }): FactRule => special[key] ?? { rule: 'keep', fact: key }),
    { rule: 'new', fact: 'stove', ask: false, value: 'clay' },
    { rule: 'new', fact: 'reads', ask: true },
    { rule: 'new', fact: 'bees', ask: false },
  ],
};
