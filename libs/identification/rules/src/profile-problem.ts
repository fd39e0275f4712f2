/** Something wrong in a profile, and where. */
export interface ProfileProblem {
  path: string;
  problem: string;
}

/** The problem, when there is one. */
export function when(wrong: boolean, path: string, problem: string): ProfileProblem[] {
  return wrong ? [{ path, problem }] : [];
}

/** Keys that stand a second time in a list. */
export function repeated(path: string, entries: readonly { key: string }[]): ProfileProblem[] {
  return entries.flatMap((entry, place) =>
    when(
      entries.findIndex((other) => other.key === entry.key) < place,
      `${path}[${place}].key`,
      `${entry.key} stands twice`,
    ),
  );
}

export function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1;
}
