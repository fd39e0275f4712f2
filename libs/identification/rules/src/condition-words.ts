import type { Bounds, Condition, Count, Measure, Sum } from './condition';

/** Words to write conditions with: `whenIs('road', 'earth')`, `whenNumber(perHead('paddy'), { below: 0.2 })`. */
export function whenIs(fact: string, ...options: string[]): Condition {
  return { test: 'is', fact, options };
}

export function whenHas(fact: string, option: string): Condition {
  return { test: 'has', fact, option };
}

/** Holds when at least one of the flags is set. */
export function whenHasAny(fact: string, ...options: string[]): Condition {
  return whenAny(...options.map((option) => whenHas(fact, option)));
}

export function whenNumber(of: Measure, bounds: Bounds): Condition {
  return { test: 'number', of, ...bounds };
}

export function whenAll(...of: Condition[]): Condition {
  return { test: 'all', of };
}

export function whenAny(...of: Condition[]): Condition {
  return { test: 'any', of };
}

export function whenNot(of: Condition): Condition {
  return { test: 'not', of };
}

/** Number facts of the household, added up. */
export function total(...add: string[]): Sum {
  return { add };
}

/** Number facts of the household, added up and divided by its members. */
export function perHead(...add: string[]): Sum {
  return { add, per: 'head' };
}

/** The members for whom something holds. */
export function membersWho(count: Condition): Count {
  return { count };
}

/** The members for whom something holds, as a share of the household. */
export function shareWho(count: Condition): Count {
  return { count, per: 'head' };
}
