import {
  checkEntries,
  checkResolution,
  differencesOf,
  type ClerkEntry,
  type DoubleEntryTerms,
  type EnteredValue,
  type EntryDifference,
} from '@jingzhun/identification-rules';
import { InvalidInput, NotAllowed, StaleVersion } from '@jingzhun/kernel';
import { EntryDiffers } from '../entry/entry.errors';
import { assertBatch, type EntryAsked } from '../entry/entry.rules';
import { CheckedAlready, OwnEntry } from './double-entry.errors';
import type { DoubleEntryState } from './double-entry.entity';

/** What the second clerk keys in; he has not read the household, so he names no version. */
export type SecondEntry = Omit<EntryAsked, 'version'>;

/** The first entry of a household that was drawn. */
export interface FirstEntry {
  householdId: string;
  state: DoubleEntryState;
  clerk: string;
  total: number | null;
  veto: string | null;
}

export type Stands = 'first' | 'second' | 'neither';

/** What somebody says about a difference. */
export interface Settlement {
  stands: Stands;
  /** Wanted where neither stands; empty for no veto. */
  value?: EnteredValue;
  reason: string;
}

/** @throws InvalidInput where the campaign has no double-check */
export function termsOf(terms: DoubleEntryTerms | undefined): DoubleEntryTerms {
  if (!terms) throw new InvalidInput('The campaign has no double-check of its entries.', 'areaCode');
  return terms;
}

/** @throws InvalidInput */
export function assertSecondBatch(entries: readonly SecondEntry[]): void {
  assertBatch(entries.map((entry) => ({ ...entry, version: 0 })));
}

/** @throws CheckedAlready, OwnEntry */
export function assertMayEnter(first: readonly FirstEntry[], second: readonly ClerkEntry[]): void {
  const done = first.filter(({ state }) => state !== 'waiting');
  if (done.length > 0) throw new CheckedAlready(`${done.length} households were keyed in again before.`, 'entries');
  const own = checkEntries(first.map(asClerkEntry), second).filter(({ code }) => code === 'SAME_CLERK');
  if (own.length > 0) throw new OwnEntry(`Of ${own.length} households you made the first entry.`, 'entries');
}

/** The second entry in the fields that are compared. */
export function secondOf({ householdId, total, vetoed, vetoReason }: SecondEntry, clerk: string): ClerkEntry {
  return asClerkEntry({ householdId, clerk, total: total ?? null, veto: vetoed ? (vetoReason ?? null) : null });
}

/** The difference list of households that were keyed in twice. */
export function differencesBetween(
  terms: DoubleEntryTerms,
  first: readonly FirstEntry[],
  second: readonly ClerkEntry[],
): (EntryDifference & { field: string })[] {
  return differencesOf(terms, first.map(asClerkEntry), second).flatMap((difference) =>
    difference.field === null ? [] : [{ ...difference, field: difference.field }],
  );
}

/**
 * The value that stands after the settlement.
 *
 * @throws StaleVersion, CheckedAlready, InvalidInput, NotAllowed when another role settles it, OwnEntry by a clerk of the two
 */
export function settledValue(
  difference: EntryDifference & { field: string },
  record: { version: number; decidedAt: Date | null },
  { version, stands, value, reason }: Settlement & { version: number },
  by: { personId: string; roles: readonly string[] },
): EnteredValue {
  if (record.decidedAt) throw new CheckedAlready('The difference is settled.', 'differenceId');
  if (record.version !== version) throw new StaleVersion('The record was changed after it was read.', 'version');
  if (!reason.trim()) throw new InvalidInput('Say why this value stands.', 'reason');
  if (stands === 'neither' && value === undefined) throw new InvalidInput('Say what stands instead.', 'value');
  if (stands !== 'neither' && value !== undefined && value !== null)
    throw new InvalidInput('A value of its own is given only where neither stands.', 'value');
  const standing = stands === 'neither' ? (value ?? null) : difference[stands];
  assertKind(difference.field, standing);
  const role = by.roles.find((each) => each === difference.resolver) ?? '';
  for (const { code, problem } of checkResolution(difference, { value: standing, by: by.personId, role, reason })) {
    if (code === 'NOT_THE_RESOLVER') throw new NotAllowed(`This difference is settled by the ${difference.resolver}.`);
    if (code === 'CLERK_RESOLVES') throw new OwnEntry('You entered one of the two values.', 'differenceId');
    throw new InvalidInput(problem, 'reason');
  }
  return standing;
}

/** What is on record of a household beside its entry: the total of its sheet, and whether a veto stands. */
export interface OnRecord {
  total: number | undefined;
  vetoed: boolean;
}

/** @throws EntryDiffers when what would stand is not what the sheet, or the vetoes, say: that is corrected there first */
export function assertOnRecord(
  { householdId, field }: { householdId: string; field: string },
  stands: EnteredValue,
  record: OnRecord,
): void {
  const agrees = field === 'total' ? (stands ?? undefined) === record.total : (stands !== null) === record.vetoed;
  if (!agrees) throw new EntryDiffers([householdId]);
}

/** A total is a number or missing, a veto is its reason or missing. */
function assertKind(field: string, value: EnteredValue): void {
  const fits = field === 'total' ? Number.isInteger(value) : typeof value === 'string' && value.trim() !== '';
  if (value !== null && !fits) throw new InvalidInput(`This is not what can stand as ${field}.`, 'value');
}

function asClerkEntry({ householdId, clerk, total, veto }: Omit<FirstEntry, 'state'>): ClerkEntry {
  return { householdId, clerk, fields: { total, veto } };
}
