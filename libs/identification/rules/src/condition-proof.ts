import {
  isWithin,
  summands,
  testsIn,
  truthBy,
  type Bounds,
  type Condition,
  type Measure,
  type Sum,
  type Test,
} from './condition';
import type { FactDefinition } from './fact';

/**
 * Every kind of household that a set of conditions can tell apart. Conditions compare amounts with fixed numbers and look for
 * options, so that one value between any two numbers, each number itself and each option stand for all the others: what
 * holds in all of these cases holds for every household. Amounts are taken as independent of each other, which makes cases
 * that no household has, and leaves none out.
 */
export interface Case {
  holds(condition: Condition): boolean;
  /** The values that make the case, for a message. */
  described: string;
}

/** More cases than this are not gone through. */
const mostCases = 50_000;
/** No household is larger; a count of members ends here. */
export const largestHousehold = 30;

/** The cases, or undefined when there are too many to go through. */
export function casesOf(conditions: readonly Condition[], facts: readonly FactDefinition[]): Case[] | undefined {
  const axes = axesOf(conditions.flatMap(testsIn), facts);
  const size = axes.reduce((product, { values }) => product * values.length, 1);
  if (size > mostCases) return undefined;
  let assignments = [new Map<string, Value>()];
  for (const { key, values } of axes)
    assignments = assignments.flatMap((made) => values.map((value) => new Map([...made, [key, value]])));
  return assignments.map((values) => ({
    holds: (condition) => truthBy(condition, (test) => isTrueFor(test, values)) === true,
    described: [...values].map(([key, value]) => `${key} ${String(value)}`).join(', '),
  }));
}

/** Whether all of the conditions do nothing but compare, and compare the same amount. */
export function comparedAlike(conditions: readonly Condition[]): boolean {
  const keys = conditions.map((condition) => (condition.test === 'number' ? keyOf(condition) : undefined));
  return conditions.length > 0 && keys.every((key) => key !== undefined && key === keys[0]);
}

type Value = number | string | boolean;

interface Axis {
  key: string;
  values: Value[];
}

function axesOf(tests: readonly Test[], facts: readonly FactDefinition[]): Axis[] {
  const keys = [...new Set(tests.map(keyOf))];
  return keys.map((key) => {
    const same = tests.filter((test) => keyOf(test) === key);
    return { key, values: valuesOf(same, facts) };
  });
}

function keyOf(test: Test): string {
  switch (test.test) {
    case 'number':
      return keyOfMeasure(test.of);
    case 'is':
      return test.fact;
    case 'has':
      return `${test.fact} ${test.option}`;
  }
}

function keyOfMeasure(measure: Measure): string {
  const amount = 'count' in measure ? `members with ${JSON.stringify(measure.count)}` : sumInWords(measure);
  return measure.per ? `${amount} per head` : amount;
}

function sumInWords({ add, less = [] }: Sum): string {
  return [add.join(' + '), ...less].join(' - ');
}

function isTrueFor(test: Test, values: ReadonlyMap<string, Value>): boolean {
  const value = values.get(keyOf(test));
  if (test.test === 'number') return isWithin(Number(value), test);
  return test.test === 'is' ? test.options.includes(String(value)) : value === true;
}

function valuesOf(tests: readonly Test[], facts: readonly FactDefinition[]): Value[] {
  const [first] = tests;
  if (first?.test === 'is') return facts.find(({ key }) => key === first.fact)?.options?.map(({ key }) => key) ?? [];
  if (first?.test !== 'number') return [true, false];
  const cuts = tests.flatMap((test) => (test.test === 'number' ? cutsOf(test) : []));
  return representatives(rangeOf(first.of, facts), cuts);
}

function cutsOf({ atLeast, above, below, atMost }: Bounds): number[] {
  return [atLeast, above, below, atMost].filter((cut) => cut !== undefined);
}

interface Range {
  from: number;
  to: number;
  whole: boolean;
}

/** What an amount may be, by what its facts may be. */
function rangeOf(measure: Measure, facts: readonly FactDefinition[]): Range {
  if ('count' in measure) return { from: 0, to: measure.per ? 1 : largestHousehold, whole: !measure.per };
  const known = summands(measure).flatMap((fact) => facts.find(({ key }) => key === fact) ?? []);
  const added = known.filter(({ key }) => measure.add.includes(key));
  const taken = known.filter(({ key }) => !measure.add.includes(key));
  const from = sumOf(added, 'minimum') - sumOf(taken, 'maximum');
  const to = sumOf(added, 'maximum') - sumOf(taken, 'minimum');
  return {
    from: measure.per && from > 0 ? from / largestHousehold : from,
    to,
    whole: !measure.per && known.every(({ whole }) => whole),
  };
}

function sumOf(facts: readonly FactDefinition[], end: 'minimum' | 'maximum'): number {
  return facts.reduce((total, fact) => total + (fact[end] ?? 0), 0);
}

/** The ends of the range, each cut in it, and one value between any two of these. */
function representatives({ from, to, whole }: Range, cuts: readonly number[]): number[] {
  const points = [...new Set([from, to, ...cuts.filter((cut) => cut > from && cut < to)])].sort((a, b) => a - b);
  const values = points.flatMap((point, place) => {
    const next = points[place + 1];
    if (next === undefined) return [point];
    const between = whole ? Math.floor(point) + 1 : (point + next) / 2;
    return between < next ? [point, between] : [point];
  });
  return whole ? values.filter(Number.isInteger) : values;
}
