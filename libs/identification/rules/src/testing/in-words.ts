import type { Problem } from '../problem';

/** The problems, once it is sure that each says in words what is wrong and what to do. */
export function inWords<Found extends Problem>(problems: readonly Found[]): readonly Found[] {
  for (const { code, problem, advice } of problems)
    if (problem.length < 10 || advice.length < 10) throw new Error(`${code} says nothing`);
  return problems;
}
