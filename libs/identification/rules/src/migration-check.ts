import type { FactDefinition } from './fact';
import type { Form } from './form';
import { when, type ProfileProblem } from './profile-problem';
import { nextNameOf, type FactRule, type SheetMigration } from './sheet-migration';

/** What keeps sheets of one form from becoming sheets of the next: every fact of either needs exactly one rule. */
export function checkMigration(migration: SheetMigration, form: Form, next: Form): ProfileProblem[] {
  const old = migration.rules.filter(({ rule }) => rule !== 'new').map(({ fact }) => fact);
  const made = migration.rules.flatMap((rule) => (rule.rule === 'drop' ? [] : [nextNameOf(rule)]));
  return [
    ...when(migration.from !== form.version, 'from', `is not ${form.version}`),
    ...when(migration.to !== next.version, 'to', `is not ${next.version}`),
    ...covered(form.facts, old, 'form'),
    ...covered(next.facts, made, 'next form'),
    ...migration.rules.flatMap((rule, place) => checkRule(rule, form, next, `rules[${place}]`)),
  ];
}

/** Each fact of a form exactly once among those the rules name. */
function covered(facts: readonly FactDefinition[], named: readonly string[], form: string): ProfileProblem[] {
  const strangers = [...new Set(named)].filter((key) => !facts.some((fact) => fact.key === key));
  return [
    ...facts.flatMap(({ key }) => {
      const times = named.filter((each) => each === key).length;
      return when(times !== 1, 'rules', `${times} rules are about ${key} of the ${form}, one is wanted`);
    }),
    ...strangers.map((key) => ({ path: 'rules', problem: `${key} is not a fact of the ${form}` })),
  ];
}

function checkRule(rule: FactRule, form: Form, next: Form, path: string): ProfileProblem[] {
  if (rule.rule === 'drop') return when(rule.reason.zh === '' || rule.reason.en === '', `${path}.reason`, 'is empty');
  if (rule.rule === 'new')
    return when(rule.ask && rule.value !== undefined, path, 'must be asked and yet has a value that stands in for it');
  const before = form.facts.find(({ key }) => key === rule.fact);
  const after = next.facts.find(({ key }) => key === nextNameOf(rule));
  if (!before || !after) return [];
  return [
    ...when(before.about !== after.about, path, `carries a fact of a ${before.about} over to a ${after.about}`),
    ...when(before.kind !== after.kind, path, `carries a fact of the kind ${before.kind} over to ${after.kind}`),
    ...checkOptions(rule, before, after, path),
  ];
}

function checkOptions(rule: FactRule, before: FactDefinition, after: FactDefinition, path: string): ProfileProblem[] {
  const known = new Set(after.options?.map(({ key }) => key));
  return (before.options ?? []).flatMap(({ key }) => {
    const next = rule.rule === 'map' ? rule.options[key] : key;
    return [
      ...when(next === undefined, path, `does not say what becomes of the option ${key}`),
      ...when(typeof next === 'string' && !known.has(next), path, `leads the option ${key} to one that does not exist`),
    ];
  });
}
