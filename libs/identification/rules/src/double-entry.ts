import type { Problem } from './problem';
import type { SampleRule } from './sample';

/** What is entered twice, by two clerks who do not see each other's work. */
export interface DoubleEntryRule {
  /** The fields compared, in the order of the sheet, each with the role that settles a difference in it. */
  fields: { key: string; resolver: string }[];
  /** The role that settles it when one clerk left out a household. */
  leftOutResolver: string;
}

/** The double-check of a campaign: what is compared, and how many of the entered households of each village are drawn for it. */
export interface DoubleEntryTerms extends DoubleEntryRule {
  /** 100 percent draw every household. */
  sample: SampleRule;
}

/**
 * What a clerk keys in of a household: the total of its sheet, and the reason of its veto, empty where it has none. Yes and
 * reason are one field, so that a difference in it is settled at once and never leaves a veto without a reason.
 */
export const enteredFields = ['total', 'veto'] as const;

export type EnteredValue = string | number | boolean | null;

export interface ClerkEntry {
  householdId: string;
  clerk: string;
  fields: Record<string, EnteredValue>;
}

/**
 * One thing the two entries do not agree on. `first` and `second` are null where a clerk entered nothing; `field` is null
 * when a clerk left out the household altogether.
 */
export interface EntryDifference {
  householdId: string;
  field: string | null;
  first: EnteredValue;
  second: EnteredValue;
  missing: 'first' | 'second' | null;
  resolver: string;
  /** The clerks, who do not settle it themselves. */
  clerks: string[];
}

export interface EntryResolution {
  value: EnteredValue;
  by: string;
  role: string;
  /** Wanted when the value is neither clerk's. */
  reason: string;
}

const advice = {
  SAME_CLERK: 'Let another clerk make the second entry.',
  ENTERED_TWICE: 'Remove one of the entries: a clerk enters a household once.',
  NOT_THE_RESOLVER: 'Lay the difference before the person whose duty it is.',
  CLERK_RESOLVES: 'Let somebody settle it who entered neither value.',
  REASON_MISSING: 'Say where the value comes from, as neither clerk entered it.',
} as const;

export type DoubleEntryProblem = Problem<keyof typeof advice> & { householdId: string };

/** What keeps two entries from being compared at all. */
export function checkEntries(first: readonly ClerkEntry[], second: readonly ClerkEntry[]): DoubleEntryProblem[] {
  const clerkOf = new Map(first.map(({ householdId, clerk }) => [householdId, clerk]));
  return [
    ...repeated('first', first),
    ...repeated('second', second),
    ...second
      .filter(({ householdId, clerk }) => clerkOf.get(householdId) === clerk)
      .map(({ householdId }) =>
        say('SAME_CLERK', 'second', 'both entries of the household are by one clerk', householdId),
      ),
  ];
}

/**
 * The difference list: by household, then in the order of the sheet. Spaces around a text and full-width signs make no
 * difference, and nothing entered equals empty text.
 */
export function differencesOf(
  rule: DoubleEntryRule,
  first: readonly ClerkEntry[],
  second: readonly ClerkEntry[],
): EntryDifference[] {
  const [ones, others] = [byHousehold(first), byHousehold(second)];
  const households = [...new Set([...ones.keys(), ...others.keys()])].sort();
  return households.flatMap((householdId) => {
    const [one, other] = [ones.get(householdId), others.get(householdId)];
    const clerks = [one, other].flatMap((entry) => (entry ? [entry.clerk] : []));
    const leftOut: EntryDifference = {
      householdId,
      field: null,
      first: null,
      second: null,
      missing: one ? 'second' : 'first',
      resolver: rule.leftOutResolver,
      clerks,
    };
    if (!one || !other) return [leftOut];
    return rule.fields
      .filter(({ key }) => asRead(one.fields[key]) !== asRead(other.fields[key]))
      .map(({ key, resolver }): EntryDifference => ({
        householdId,
        field: key,
        first: one.fields[key] ?? null,
        second: other.fields[key] ?? null,
        missing: null,
        resolver,
        clerks,
      }));
  });
}

/** What speaks against settling a difference so. */
export function checkResolution(difference: EntryDifference, resolution: EntryResolution): DoubleEntryProblem[] {
  const { householdId, resolver, clerks } = difference;
  const isThird = [difference.first, difference.second].every((value) => asRead(value) !== asRead(resolution.value));
  return [
    ...(resolution.role === resolver
      ? []
      : [say('NOT_THE_RESOLVER', 'role', `it is settled by the role ${resolver}`, householdId)]),
    ...(clerks.includes(resolution.by)
      ? [say('CLERK_RESOLVES', 'by', 'the person entered one of the values', householdId)]
      : []),
    ...(isThird && resolution.reason.trim() === ''
      ? [say('REASON_MISSING', 'reason', 'the value is neither clerk’s', householdId)]
      : []),
  ];
}

function repeated(field: string, entries: readonly ClerkEntry[]): DoubleEntryProblem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ householdId }) => {
    if (seen.has(householdId)) return [say('ENTERED_TWICE', field, 'the household stands twice', householdId)];
    seen.add(householdId);
    return [];
  });
}

function byHousehold(entries: readonly ClerkEntry[]): Map<string, ClerkEntry> {
  return new Map(entries.map((entry) => [entry.householdId, entry]));
}

function asRead(value: EnteredValue | undefined): EnteredValue {
  if (typeof value === 'string') return value.normalize('NFKC').trim() || null;
  return value ?? null;
}

function say(
  code: DoubleEntryProblem['code'],
  field: string,
  problem: string,
  householdId: string,
): DoubleEntryProblem {
  return { code, field, problem, advice: advice[code], householdId };
}
