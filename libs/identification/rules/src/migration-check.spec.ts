import type { FactDefinition } from './fact';
import type { Form } from './form';
import { luocheng2015EntryForm, luocheng2015Form } from './forms/luocheng-2015';
import { checkMigration } from './migration-check';
import { luocheng2015ToEntry } from './migrations/luocheng-2015';
import { keepFacts, type FactRule } from './sheet-migration';
import { changed, changedForm } from './testing/changed-form';

describe('the check of a migration', () => {
  const problemsOf = (rules: FactRule[], form: Form = luocheng2015Form, next: Form = changedForm) =>
    checkMigration({ ...changed, rules }, form, next).map(({ path, problem }) => `${path} ${problem}`);
  const without = (fact: string) => changed.rules.filter((rule) => rule.fact !== fact);

  it('finds nothing wrong with that of 2015, nor with one that does everything', () => {
    expect(checkMigration(luocheng2015ToEntry, luocheng2015Form, luocheng2015EntryForm)).toEqual([]);
    expect(checkMigration(changed, luocheng2015Form, changedForm)).toEqual([]);
    expect(keepFacts(luocheng2015Form)).toHaveLength(luocheng2015Form.facts.length);
  });

  it('refuses one that belongs to other forms', () => {
    expect(checkMigration({ ...changed, from: 'a', to: 'b' }, luocheng2015Form, changedForm)).toEqual([
      { path: 'from', problem: `is not ${luocheng2015Form.version}` },
      { path: 'to', problem: 'is not third' },
    ]);
  });

  it('refuses to forget a fact or to treat one twice', () => {
    expect(problemsOf(without('paddy'))).toEqual([
      'rules 0 rules are about paddy of the form, one is wanted',
      'rules 0 rules are about paddy of the next form, one is wanted',
    ]);
    expect(problemsOf(without('fowl'))).toEqual(['rules 0 rules are about fowl of the form, one is wanted']);
    expect(problemsOf([...changed.rules, { rule: 'new', fact: 'paddy', ask: true }])).toEqual([
      'rules 2 rules are about paddy of the next form, one is wanted',
    ]);
  });

  it('refuses facts that neither form has', () => {
    expect(problemsOf([...changed.rules, { rule: 'keep', fact: 'luck' }])).toEqual([
      'rules luck is not a fact of the form',
      'rules luck is not a fact of the next form',
    ]);
  });

  it('refuses to leave an option without a successor', () => {
    const rules = (options: Record<string, string | null>) => [
      ...without('road'),
      { rule: 'map', fact: 'road', options } satisfies FactRule,
    ];
    expect(problemsOf(rules({ none: 'none', earth: 'unpaved', paved: 'gold' }))).toEqual([
      expect.stringMatching(/does not say what becomes of the option gravel$/),
      expect.stringMatching(/leads the option paved to one that does not exist$/),
    ]);
    expect(problemsOf([...without('road'), { rule: 'keep', fact: 'road' }])).toEqual([
      expect.stringMatching(/leads the option earth to one that does not exist$/),
      expect.stringMatching(/leads the option gravel to one that does not exist$/),
    ]);
  });

  it('refuses to carry a fact over to one of another kind or subject', () => {
    const next = (change: Partial<FactDefinition>) => ({
      ...changedForm,
      facts: changedForm.facts.map((fact) => (fact.key === 'paddy' ? { ...fact, ...change } : fact)),
    });
    expect(problemsOf(changed.rules, luocheng2015Form, next({ kind: 'text' }))).toEqual([
      expect.stringMatching(/carries a fact of the kind number over to text$/),
    ]);
    expect(problemsOf(changed.rules, luocheng2015Form, next({ about: 'member' }))).toEqual([
      expect.stringMatching(/carries a fact of a household over to a member$/),
    ]);
  });

  it('refuses a drop without a reason and a new fact both asked and answered', () => {
    const silent = [...without('fowl'), { rule: 'drop', fact: 'fowl', reason: { zh: '', en: 'x' } } satisfies FactRule];
    expect(problemsOf(silent)).toEqual([`rules[${silent.length - 1}].reason is empty`]);
    const inChinese = [
      ...without('fowl'),
      { rule: 'drop', fact: 'fowl', reason: { zh: '无', en: '' } } satisfies FactRule,
    ];
    expect(problemsOf(inChinese)).toEqual([`rules[${inChinese.length - 1}].reason is empty`]);
    const both = [...without('bees'), { rule: 'new', fact: 'bees', ask: true, value: 1 } satisfies FactRule];
    expect(problemsOf(both)).toEqual([expect.stringMatching(/must be asked and yet has a value/)]);
  });
});
