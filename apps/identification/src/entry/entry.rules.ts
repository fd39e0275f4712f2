import { InvalidInput } from '@jingzhun/kernel';
import { EntryDiffers } from './entry.errors';

export interface EntryAsked {
  householdId: string;
  version: number;
  /** Null where the chain does not score. */
  total?: number | null;
  vetoed: boolean;
  vetoReason?: string | null;
}

/** Entries a batch may hold. */
export const largestBatch = 100;

/** @throws InvalidInput */
export function assertBatch(entries: readonly EntryAsked[]): void {
  if (entries.length === 0 || entries.length > largestBatch)
    throw new InvalidInput(`A batch has 1 to ${largestBatch} entries.`, 'entries', 'Split the batch.');
  if (new Set(entries.map(({ householdId }) => householdId)).size < entries.length)
    throw new InvalidInput('A household is entered twice in this batch.', 'entries');
  if (entries.some(({ vetoed, vetoReason }) => vetoed && !vetoReason?.trim()))
    throw new InvalidInput('A veto has no reason.', 'entries', 'Enter the reason of the veto.');
}

/**
 * The flag keyed in must be what the vetoes on record say: one stands, or none does. `vetoed` tells it of households that have any.
 *
 * @throws EntryDiffers naming the households whose total or flag is not what is on record
 */
export function assertAgrees(
  entries: readonly EntryAsked[],
  totals: ReadonlyMap<string, number>,
  vetoed: ReadonlyMap<string, boolean>,
): void {
  const different = entries.filter(
    ({ householdId, total, vetoed: keyed }) =>
      totals.get(householdId) !== (total ?? undefined) || (vetoed.get(householdId) ?? false) !== keyed,
  );
  if (different.length > 0) throw new EntryDiffers(different.map(({ householdId }) => householdId));
}
