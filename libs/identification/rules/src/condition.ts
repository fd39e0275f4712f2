import { thousandths, type FactValue, type WantedFact } from './fact';

/** Number facts added up, less others; `per: 'head'` divides by the number of members. */
export interface Sum {
  add: string[];
  less?: string[];
  per?: 'head';
}

/** The members for whom something holds; `per: 'head'` makes it their share of the household, 0 to 1. */
export interface Count {
  count: Condition;
  per?: 'head';
}

export type Measure = Sum | Count;

/** What an amount is compared with, exactly to a thousandth: one lower bound, one upper bound, or both. */
export interface Bounds {
  atLeast?: number;
  above?: number;
  below?: number;
  atMost?: number;
}

/** A condition that asks for facts directly. */
export type Test =
  | ({ test: 'number'; of: Measure } & Bounds)
  | { test: 'is'; fact: string; options: string[] }
  | { test: 'has'; fact: string; option: string };

/** When a level or a suggestion holds, as data: it is stored with the form and read without running any code of it. */
export type Condition =
  Test | { test: 'all'; of: Condition[] } | { test: 'any'; of: Condition[] } | { test: 'not'; of: Condition };

/** Undefined: it depends on a fact that is not known. */
export type Truth = boolean | undefined;

/** What is known of a household, or of one of its members. */
export interface Reading {
  /** The member read; absent for a household. */
  member?: string;
  /** The members of a household; empty for a member. */
  members: readonly Reading[];
  valueOf(fact: string): FactValue | undefined;
}

/** Whether a condition holds, as far as it can be told from what is known: a fact that cannot change it is not missed. */
export function truthOf(condition: Condition, reading: Reading): Truth {
  return truthBy(condition, (test) => truthOfTest(test, reading));
}

/** Whether a condition holds when `truth` says which of its tests do. */
export function truthBy(condition: Condition, truth: (test: Test) => Truth): Truth {
  switch (condition.test) {
    case 'all':
      return allOf(condition.of.map((each) => truthBy(each, truth)));
    case 'any':
      return negated(allOf(condition.of.map((each) => negated(truthBy(each, truth)))));
    case 'not':
      return negated(truthBy(condition.of, truth));
    default:
      return truth(condition);
  }
}

/** The tests a condition is made of, those inside a count of members left in it. */
export function testsIn(condition: Condition): Test[] {
  switch (condition.test) {
    case 'all':
    case 'any':
      return condition.of.flatMap(testsIn);
    case 'not':
      return testsIn(condition.of);
    default:
      return [condition];
  }
}

/** The facts a condition speaks of, in its order: those of the household, and those of members that it counts. */
export function factsIn(condition: Condition): { fact: string; about: 'household' | 'member' }[] {
  return testsIn(condition).flatMap((test) => {
    if (test.test !== 'number') return [{ fact: test.fact, about: 'household' as const }];
    const heads = test.of.per ? [{ fact: 'members', about: 'household' as const }] : [];
    if ('count' in test.of)
      return [...factsIn(test.of.count).map(({ fact }) => ({ fact, about: 'member' as const })), ...heads];
    return [...summands(test.of).map((fact) => ({ fact, about: 'household' as const })), ...heads];
  });
}

/** The facts that keep a condition from being decided; none when it is decided. */
export function unknownsIn(condition: Condition, reading: Reading): WantedFact[] {
  if (truthOf(condition, reading) !== undefined) return [];
  switch (condition.test) {
    case 'all':
    case 'any':
      return condition.of.flatMap((each) => unknownsIn(each, reading));
    case 'not':
      return unknownsIn(condition.of, reading);
    case 'number':
      return unknownsOf(condition.of, reading);
    default:
      return unknown([condition.fact], reading);
  }
}

/** The facts that keep an amount from being told. */
export function unknownsOf(measure: Measure, reading: Reading): WantedFact[] {
  if ('count' in measure) return reading.members.flatMap((member) => unknownsIn(measure.count, member));
  return unknown(summands(measure), reading);
}

function unknown(facts: readonly string[], { member, valueOf }: Reading): WantedFact[] {
  const subject = member === undefined ? {} : { member };
  return facts.filter((fact) => valueOf(fact) === undefined).map((fact) => ({ fact, ...subject }));
}

/** The amount in thousandths before it is divided; undefined while a fact of it is not known. */
export function amountOf(measure: Measure, reading: Reading): number | undefined {
  const range = rangeOf(measure, reading);
  return range && range.low === range.high ? range.low : undefined;
}

/** Whether a number lies within bounds. */
export function isWithin(value: number, { atLeast, above, below, atMost }: Bounds): boolean {
  return (
    (atLeast === undefined || value >= atLeast) &&
    (above === undefined || value > above) &&
    (below === undefined || value < below) &&
    (atMost === undefined || value <= atMost)
  );
}

/** The facts that a sum takes. */
export function summands({ add, less = [] }: Sum): string[] {
  return [...add, ...less];
}

function truthOfTest(test: Test, reading: Reading): Truth {
  if (test.test === 'number') return truthOfNumber(test, reading);
  const value = reading.valueOf(test.fact);
  if (value === undefined) return undefined;
  if (test.test === 'is') return typeof value === 'string' && test.options.includes(value);
  return Array.isArray(value) && value.includes(test.option);
}

/** Bounds are multiplied by the heads instead of dividing the amount, which would round. */
function truthOfNumber(test: { of: Measure } & Bounds, reading: Reading): Truth {
  const range = rangeOf(test.of, reading);
  if (!range) return undefined;
  const heads = test.of.per ? reading.members.length : 1;
  const times = (bound: number | undefined) => (bound === undefined ? undefined : thousandths(bound) * heads);
  const lower = { atLeast: times(test.atLeast), above: times(test.above) };
  const upper = { below: times(test.below), atMost: times(test.atMost) };
  if (!isWithin(range.high, lower) || !isWithin(range.low, upper)) return false;
  return isWithin(range.low, lower) && isWithin(range.high, upper) ? true : undefined;
}

interface Range {
  low: number;
  high: number;
}

/** What an amount lies between, in thousandths: members who are not known yet may count or not. */
function rangeOf(measure: Measure, reading: Reading): Range | undefined {
  if ('count' in measure) {
    const truths = reading.members.map((member) => truthOf(measure.count, member));
    const low = truths.filter((truth) => truth === true).length;
    const open = truths.filter((truth) => truth === undefined).length;
    return { low: thousandths(low), high: thousandths(low + open) };
  }
  const added = totalOf(measure.add, reading);
  const taken = totalOf(measure.less ?? [], reading);
  if (added === undefined || taken === undefined) return undefined;
  return { low: added - taken, high: added - taken };
}

function totalOf(facts: readonly string[], reading: Reading): number | undefined {
  let total = 0;
  for (const fact of facts) {
    const value = reading.valueOf(fact);
    if (typeof value !== 'number') return undefined;
    total += thousandths(value);
  }
  return total;
}

/** False when one is false, whatever is not known. */
function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

function negated(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}
