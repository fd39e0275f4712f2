import {
  deadlineOf,
  nextStage,
  sameSitting,
  stageOf,
  type Deadline,
  type Profile,
  type StageDefinition,
} from '@jingzhun/identification-rules';
import { InvalidInput, NotFound, StaleVersion } from '@jingzhun/kernel';
import { NotAtStage } from '../case/case.errors';

export interface SittingAsRead {
  kind: 'group' | 'village';
  state: 'open' | 'held' | 'closed';
  version: number;
}

export interface Exception {
  householdId: string;
  verdict: 'confirmed' | 'returned';
  reason?: string | null;
}

/** @throws NotFound, NotAtStage, StaleVersion */
export function assertMayBeHeld(sitting: SittingAsRead, kind: 'group' | 'village', version: number): void {
  if (sitting.kind !== kind) throw new NotFound(`There is no such ${kind} sitting.`, 'sittingId');
  if (sitting.state !== 'open') throw new NotAtStage('The sitting was held already.', 'sittingId');
  if (sitting.version !== version) throw new StaleVersion('The sitting was changed after it was read.', 'version');
}

/** The date of a meeting, and not one that is still to come. */
export function assertHeldOn(heldOn: string, today: string): void {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(heldOn) || Number.isNaN(Date.parse(`${heldOn}T00:00:00Z`)))
    throw new InvalidInput('A date is written YYYY-MM-DD.', 'heldOn');
  if (heldOn > today) throw new InvalidInput(`The meeting cannot be later than today, ${today}.`, 'heldOn');
}

/**
 * Which of the households laid before a sitting it returns; all others are confirmed.
 * @throws InvalidInput when a household is named that was not laid before it, is named twice, or is returned without a reason.
 */
export function returnedBy(exceptions: readonly Exception[], laid: readonly string[]): Exception[] {
  const before = new Set(laid);
  const named = new Set<string>();
  for (const { householdId, verdict, reason } of exceptions) {
    if (!before.has(householdId))
      throw new InvalidInput(`Household ${householdId} was not laid before this sitting.`, 'exceptions');
    if (named.has(householdId)) throw new InvalidInput(`Household ${householdId} is named twice.`, 'exceptions');
    if (verdict === 'returned' && !reason?.trim())
      throw new InvalidInput(
        `Household ${householdId} is returned without a reason.`,
        'exceptions',
        'Say why it is returned.',
      );
    named.add(householdId);
  }
  return exceptions.filter(({ verdict }) => verdict === 'returned');
}

/** What follows in the same sitting once its meeting has spoken: a publicity, with the deadline to post its notice. */
export function publicityAfter(
  profile: Profile,
  reviewStage: string,
  at: Date,
): { stage: StageDefinition; deadline: Deadline } | undefined {
  const next = nextStage(profile, reviewStage);
  if (!next || !sameSitting(stageOf(profile, reviewStage), next)) return undefined;
  return { stage: next, deadline: deadlineOf(next, profile.calendar, at) };
}
