import { testsIn, type Bounds, type Condition, type Measure, type Test } from './condition';
import type { FactDefinition, FactKind } from './fact';
import { when, type ProfileProblem } from './profile-problem';

/** What a condition may speak of: facts of the household outside a count of members, facts of a member inside. */
type About = FactDefinition['about'];

/** What keeps a condition from being read: facts that do not exist or are of another kind, bounds that leave nothing. */
export function checkCondition(
  condition: Condition,
  facts: readonly FactDefinition[],
  path: string,
  about: About = 'household',
): ProfileProblem[] {
  switch (condition.test) {
    case 'all':
    case 'any':
      return [
        ...when(condition.of.length === 0, `${path}.of`, 'names no condition'),
        ...condition.of.flatMap((each, place) => checkCondition(each, facts, `${path}.of[${place}]`, about)),
      ];
    case 'not':
      return checkCondition(condition.of, facts, `${path}.of`, about);
    case 'number':
      return [...checkMeasure(condition.of, facts, `${path}.of`, about), ...checkBounds(condition, path)];
    case 'is':
      return [
        ...checkFact(condition.fact, 'choice', facts, `${path}.fact`, about),
        ...when(condition.options.length === 0, `${path}.options`, 'names no option'),
        ...condition.options.flatMap((option) => checkOption(condition, option, facts, `${path}.options`)),
      ];
    case 'has':
      return [
        ...checkFact(condition.fact, 'flags', facts, `${path}.fact`, about),
        ...checkOption(condition, condition.option, facts, `${path}.option`),
      ];
  }
}

/** What keeps an amount from being computed. */
export function checkMeasure(
  measure: Measure,
  facts: readonly FactDefinition[],
  path: string,
  about: About = 'household',
): ProfileProblem[] {
  const ofMember = about === 'member';
  const perHead = when(ofMember && measure.per !== undefined, `${path}.per`, 'is divided by the members of a member');
  if (!('count' in measure))
    return [
      ...perHead,
      ...when(measure.add.length === 0, `${path}.add`, 'names no fact'),
      ...measure.add.flatMap((fact) => checkFact(fact, 'number', facts, `${path}.add`, about)),
      ...(measure.less ?? []).flatMap((fact) => checkFact(fact, 'number', facts, `${path}.less`, about)),
    ];
  return [
    ...perHead,
    ...when(ofMember, `${path}.count`, 'counts the members of a member'),
    ...checkCondition(measure.count, facts, `${path}.count`, 'member'),
  ];
}

/** Every condition a condition is made of by counting members, with its path. */
export function countedIn(condition: Condition): Condition[] {
  return testsIn(condition).flatMap((test) => (test.test === 'number' && 'count' in test.of ? [test.of.count] : []));
}

function checkFact(
  key: string,
  kind: FactKind,
  facts: readonly FactDefinition[],
  path: string,
  about: About,
): ProfileProblem[] {
  const fact = facts.find((each) => each.key === key);
  if (!fact) return [{ path, problem: `${key} is not a fact` }];
  return [
    ...when(fact.about !== about, path, `${key} is a fact of a ${fact.about}, here one of a ${about} is wanted`),
    ...when(fact.kind !== kind, path, `${key} is of the kind ${fact.kind}, here ${kind} is wanted`),
  ];
}

function checkOption(
  { fact }: Extract<Test, { fact: string }>,
  option: string,
  facts: readonly FactDefinition[],
  path: string,
): ProfileProblem[] {
  const options = facts.find(({ key }) => key === fact)?.options;
  return when(
    options !== undefined && options.every(({ key }) => key !== option),
    path,
    `${option} is not an option of ${fact}`,
  );
}

function checkBounds({ atLeast, above, below, atMost }: Bounds, path: string): ProfileProblem[] {
  const lower = atLeast ?? above;
  const upper = below ?? atMost;
  return [
    ...when(lower === undefined && upper === undefined, path, 'compares with nothing'),
    ...when(atLeast !== undefined && above !== undefined, path, 'has two lower bounds'),
    ...when(below !== undefined && atMost !== undefined, path, 'has two upper bounds'),
    ...when(lower !== undefined && upper !== undefined && lower >= upper, path, 'leaves nothing between its bounds'),
    ...when(
      [atLeast, above, below, atMost].some((bound) => bound !== undefined && !isExact(bound)),
      path,
      'has a bound of more than three decimals',
    ),
  ];
}

/** Bounds are compared to a thousandth. */
function isExact(bound: number): boolean {
  return Math.round(bound * 1000) / 1000 === bound;
}
