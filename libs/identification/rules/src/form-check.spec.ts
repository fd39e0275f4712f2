import { membersWho, whenIs, whenNumber } from './condition-words';
import type { FactDefinition } from './fact';
import { checkForm } from './form-check';
import { luocheng2015EntryForm, luocheng2015Form } from './forms/luocheng-2015';
import { facts, formOf, itemOf, otherwise, problemsOf, word } from './testing/small-form';

describe('the check of a form', () => {
  it('finds nothing wrong with either form of 2015', () => {
    expect(checkForm(luocheng2015Form)).toEqual([]);
    expect(checkForm(luocheng2015EntryForm)).toEqual([]);
  });

  it('refuses a form without version, date or items', () => {
    expect(checkForm({ version: '', standardDate: '2015-02-30', facts: [], items: [] })).toEqual([
      { path: 'form.version', problem: 'is empty' },
      { path: 'form.standardDate', problem: 'is not a date' },
      { path: 'form.items', problem: 'names no item' },
    ]);
  });

  it('refuses an item shown to neighbours although a fact of it may not be', () => {
    const item = itemOf('one', [whenNumber(membersWho(whenIs('health', 'grave')), { atLeast: 1 }), otherwise]);
    expect(problemsOf({ ...item, sensitive: false })).toEqual([
      'form.items[0].sensitive must be true: a fact of the item is',
    ]);
    expect(problemsOf({ ...itemOf('one', [whenIs('road', 'none'), otherwise]), sensitive: false })).toEqual([]);
  });

  it('refuses items, levels and options of one key, and points that are not whole', () => {
    const item = itemOf('one', [whenIs('road', 'none'), otherwise]);
    expect(checkForm(formOf(item, item)).map(({ path }) => path)).toEqual(['form.items[1].key']);
    const doubled = { ...item, levels: item.levels.map((level) => ({ ...level, key: 'L0' })) };
    expect(problemsOf(doubled)).toEqual(['form.items[0].levels[1].key L0 stands twice']);
    const halved = {
      ...item,
      maximum: 0.5,
      levels: item.levels.map((level) => ({ ...level, points: level.points / 2 })),
    };
    expect(problemsOf(halved)).toEqual(['form.items[0].levels must give whole points from 0']);
    expect(problemsOf({ ...item, key: '' })).toEqual(['form.items[0].key is empty']);
    expect(problemsOf({ ...item, levels: [], maximum: 0 })).toEqual([
      'form.items[0].levels names no level',
      expect.stringContaining('gap'),
    ]);
  });

  it('refuses to show as a decision what is asked or known already', () => {
    const item = itemOf('one', [whenIs('road', 'none'), otherwise]);
    const form = { ...formOf(item), decisions: ['vetoed', 'road', 'age'] };
    expect(checkForm(form).map(({ problem }) => problem)).toEqual([
      'road is a fact that is asked or known already',
      'age is a fact that is asked or known already',
    ]);
  });
});

describe('the check of facts', () => {
  const item = itemOf('one', [whenIs('road', 'none'), otherwise]);
  const withFact = (fact: Partial<FactDefinition>) =>
    checkForm({ ...formOf(item), facts: [...facts, { ...facts[0]!, key: 'new', name: word('new'), ...fact }] }).map(
      ({ path, problem }) => `${path} ${problem}`,
    );

  it('refuses a second definition of one fact, and one that the register answers', () => {
    expect(withFact({ means: 'pigs' })).toEqual(['form.facts pigs and new are one fact: same meaning']);
    expect(withFact({ key: 'age', about: 'member' })).toEqual(['form.facts age and age are one fact: same key']);
    expect(withFact({ card: 'A5' })).toEqual(['form.facts new and sex are one fact: same card field']);
  });

  it('refuses numbers without a range, choices without options, options of numbers', () => {
    expect(withFact({ maximum: undefined })).toEqual(['form.facts[6] is a number without a least or a greatest value']);
    expect(withFact({ minimum: undefined })).toHaveLength(1);
    expect(withFact({ minimum: 60 })).toEqual(['form.facts[6] has no value in its range']);
    expect(withFact({ kind: 'choice' })).toEqual(['form.facts[6].options names no option']);
    expect(withFact({ kind: 'flags', options: [] })).toEqual(['form.facts[6].options names no option']);
    expect(withFact({ options: [] })).toEqual(['form.facts[6].options are not for the kind number']);
    expect(withFact({ kind: 'choice', options: [0, 1].map(() => ({ key: 'a', name: word('a') })) })).toEqual([
      'form.facts[6].options[1].key a stands twice',
    ]);
    expect(withFact({ key: '' })).toEqual(['form.facts[6].key is empty']);
  });

  it('refuses to spare a household a question by its age, and an answer that is not an option', () => {
    expect(withFact({ unasked: { belowAge: 3, value: 0 } })).toEqual([
      'form.facts[6].unasked goes by an age that only members have',
    ]);
    const options = [{ key: 'a', name: word('a') }];
    const choice = { kind: 'choice', about: 'member', options } as const;
    expect(withFact({ ...choice, unasked: { belowAge: 3, value: 'a' } })).toEqual([]);
    expect(withFact({ ...choice, unasked: { belowAge: 3, value: 'b' } })).toEqual([
      'form.facts[6].unasked has a value that is not an option',
    ]);
  });
});
