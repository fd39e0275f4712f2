import { enteredFields, type DoubleEntryTerms } from './double-entry';
import type { Terms } from './profile';
import { isCount, repeated, when, type ProfileProblem } from './profile-problem';
import type { SampleRule } from './sample';

/** What is looked at a second time: entries by another clerk, scores by other people. */
export function checkSecondLooks({ stages, form, doubleEntry, lookBack }: Terms): ProfileProblem[] {
  const entered = stages.some(({ kind }) => kind === 'entry');
  return [
    ...when(doubleEntry !== undefined && !entered, 'doubleEntry', 'needs a stage at which households are entered'),
    ...(doubleEntry ? checkDoubleEntry(doubleEntry) : []),
    ...when(lookBack !== undefined && !form, 'lookBack', 'needs a form by which households are assessed'),
    ...(lookBack ? checkSample(lookBack.sample, 'lookBack.sample') : []),
  ];
}

function checkDoubleEntry(terms: DoubleEntryTerms): ProfileProblem[] {
  const known: readonly string[] = enteredFields;
  return [
    ...when(terms.fields.length === 0, 'doubleEntry.fields', 'names nothing to compare'),
    ...repeated('doubleEntry.fields', terms.fields),
    ...terms.fields.flatMap(({ key }, place) =>
      when(!known.includes(key), `doubleEntry.fields[${place}].key`, `${key} is not entered`),
    ),
    ...resolversOf(terms).flatMap(({ role, path }) => when(role === '', path, 'is empty: nobody would settle it')),
    ...checkSample(terms.sample, 'doubleEntry.sample'),
  ];
}

/** The roles that settle differences, and where they stand. */
export function resolversOf({ fields, leftOutResolver }: DoubleEntryTerms): { role: string; path: string }[] {
  return [
    ...fields.map(({ resolver }, place) => ({ role: resolver, path: `doubleEntry.fields[${place}].resolver` })),
    { role: leftOutResolver, path: 'doubleEntry.leftOutResolver' },
  ];
}

function checkSample({ percent, minimum }: SampleRule, path: string): ProfileProblem[] {
  return [
    ...when(!isCount(percent) || percent > 100, `${path}.percent`, 'must be a whole number from 1 to 100'),
    ...when(!Number.isInteger(minimum) || minimum < 0, `${path}.minimum`, 'must be a whole number from 0'),
  ];
}
