import type { Condition } from './condition';
import { checkCondition, countedIn } from './condition-check';
import { casesOf, comparedAlike, type Case } from './condition-proof';
import { doubledFacts, type FactDefinition } from './fact';
import { attainable, conditionsOf, factsOf, type Form, type FormItem, type Level } from './form';
import { isDate } from './date';
import { repeated, when, type ProfileProblem } from './profile-problem';
import { registerFacts } from './register-fact';

/** What keeps a form from being used: its facts, its sums, and that its levels cover every household. */
export function checkForm(form: Form): ProfileProblem[] {
  const facts = factsKnownTo(form);
  return [
    ...when(form.version === '', 'form.version', 'is empty'),
    ...when(!isDate(form.standardDate), 'form.standardDate', 'is not a date'),
    ...when(form.items.length === 0, 'form.items', 'names no item'),
    ...checkFacts(form.facts, 'form.facts'),
    ...repeated('form.items', form.items),
    ...form.items.flatMap((item, place) => checkItem(item, facts, `form.items[${place}]`)),
    ...(form.decisions ?? []).flatMap((key) =>
      when(
        facts.some((fact) => fact.key === key),
        'form.decisions',
        `${key} is a fact that is asked or known already`,
      ),
    ),
  ];
}

/** What a form's conditions may speak of: what it asks, and what the register knows. */
export function factsKnownTo(form: Form): FactDefinition[] {
  return [...form.facts, ...registerFacts];
}

/** What is wrong with definitions of facts, among themselves and against those of the register. */
export function checkFacts(facts: readonly FactDefinition[], path: string): ProfileProblem[] {
  const doubled = doubledFacts([...facts, ...registerFacts]);
  return [
    ...facts.flatMap((fact, place) => checkFact(fact, `${path}[${place}]`)),
    ...doubled.map(({ one, other, why }) => ({ path, problem: `${one} and ${other} are one fact: ${why}` })),
  ];
}

function checkFact(fact: FactDefinition, path: string): ProfileProblem[] {
  const { key, kind, options, minimum, maximum, unasked } = fact;
  const hasOptions = kind === 'choice' || kind === 'flags';
  return [
    ...when(key === '', `${path}.key`, 'is empty'),
    ...when(hasOptions && (options ?? []).length === 0, `${path}.options`, 'names no option'),
    ...when(!hasOptions && options !== undefined, `${path}.options`, `are not for the kind ${kind}`),
    ...repeated(`${path}.options`, options ?? []),
    ...when(
      kind === 'number' && (minimum === undefined || maximum === undefined),
      path,
      'is a number without a least or a greatest value',
    ),
    ...when(minimum !== undefined && maximum !== undefined && minimum > maximum, path, 'has no value in its range'),
    ...when(
      unasked !== undefined && fact.about !== 'member',
      `${path}.unasked`,
      'goes by an age that only members have',
    ),
    ...when(
      kind === 'choice' && unasked !== undefined && !(options ?? []).some((option) => option.key === unasked.value),
      `${path}.unasked`,
      'has a value that is not an option',
    ),
  ];
}

function checkItem(item: FormItem, facts: readonly FactDefinition[], path: string): ProfileProblem[] {
  const points = item.levels.map((level) => level.points);
  const conditions = item.levels.flatMap((level, place) =>
    level.when.test === 'otherwise' ? [] : checkCondition(level.when, facts, `${path}.levels[${place}].when`),
  );
  const sensitive = factsOf(item).some(({ fact }) => isSensitive(fact, facts));
  return [
    ...when(item.key === '', `${path}.key`, 'is empty'),
    ...when(item.levels.length === 0, `${path}.levels`, 'names no level'),
    ...when(
      points.some((each) => !Number.isInteger(each) || each < 0),
      `${path}.levels`,
      'must give whole points from 0',
    ),
    ...when(item.maximum !== attainable(item), `${path}.maximum`, `is not what the levels give, ${attainable(item)}`),
    ...when(sensitive && !item.sensitive, `${path}.sensitive`, 'must be true: a fact of the item is'),
    ...repeated(`${path}.levels`, item.levels),
    ...conditions,
    ...(conditions.length === 0 ? checkLevels(item, facts, `${path}.levels`) : []),
  ];
}

function isSensitive(key: string, facts: readonly FactDefinition[]): boolean {
  return facts.some((fact) => fact.key === key && fact.sensitive !== 'none');
}

/** Whether the levels cover every household: proved by going through all cases that their conditions tell apart. */
function checkLevels(item: FormItem, facts: readonly FactDefinition[], path: string): ProfileProblem[] {
  const others = item.levels.filter(({ when: { test } }) => test === 'otherwise').length;
  const conditions = conditionsOf(item);
  const counted = conditions.flatMap(countedIn).filter((condition) => !isReachable(condition, facts));
  const shape = [
    ...when(item.choice === 'sum' && others > 0, path, 'has a level for all other cases in an item that adds up'),
    ...when(others > 1, path, 'has two levels for all other cases'),
    ...counted.map(() => ({ path, problem: 'counts members for whom something holds that can hold for nobody' })),
  ];
  if (shape.length > 0) return shape;
  if (item.choice === 'sum')
    return conditions.flatMap((condition, place) =>
      when(!isReachable(condition, facts), `${path}[${place}].when`, 'can hold for no household'),
    );
  const cases = casesOf(conditions, facts);
  return cases ? coverage(item, cases, path) : [{ path, problem: 'tell too many cases apart to be proved complete' }];
}

/** Whether a condition holds in some case. */
export function isReachable(condition: Condition, facts: readonly FactDefinition[]): boolean {
  return casesOf([condition], facts)?.some((each) => each.holds(condition)) ?? true;
}

function coverage(item: FormItem, cases: readonly Case[], path: string): ProfileProblem[] {
  const disjoint = comparedAlike(conditionsOf(item));
  const taken = new Set<Level>();
  let gap: Case | undefined;
  let overlap: Case | undefined;
  for (const each of cases) {
    const holding = item.levels.filter(
      ({ when: condition }) => condition.test !== 'otherwise' && each.holds(condition),
    );
    if (holding.length > 1) overlap ??= each;
    const level =
      (item.take === 'last' ? holding.at(-1) : holding[0]) ??
      item.levels.find(({ when: condition }) => condition.test === 'otherwise');
    if (level) taken.add(level);
    else gap ??= each;
  }
  return [
    ...(gap ? [{ path, problem: `leave a gap: no level holds for ${gap.described}` }] : []),
    ...(disjoint && overlap ? [{ path, problem: `overlap: two levels hold for ${overlap.described}` }] : []),
    ...item.levels.flatMap((level, place) =>
      when(!taken.has(level), `${path}[${place}].when`, 'can be reached by no household'),
    ),
  ];
}
