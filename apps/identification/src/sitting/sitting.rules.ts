import {
  deadlineOf,
  nextStage,
  sameSitting,
  stageOf,
  type Deadline,
  type Profile,
  type StageDefinition,
  type Tally,
} from '@jingzhun/identification-rules';
import { InvalidInput } from '@jingzhun/kernel';

export interface SittingAsRead {
  kind: 'group' | 'village';
  state: 'open' | 'held' | 'closed';
  version: number;
}

/** What a meeting said of a household. */
export interface HouseholdVerdict {
  householdId: string;
  verdict: 'confirmed' | 'returned' | 'referred';
  reason: string | null;
}

/** @throws InvalidInput when the meeting would still be to come. */
export function assertHeldOn(heldOn: string, today: string): void {
  if (heldOn > today) throw new InvalidInput(`The meeting cannot be later than today, ${today}.`, 'heldOn');
}

/** The verdicts that follow from the votes of a meeting that may close: then every household is decided. */
export function verdictsOf({ ballots }: Tally): HouseholdVerdict[] {
  return ballots.map(({ householdId, verdict, reason }) => {
    if (verdict === 'undecided') throw new RangeError(`household ${householdId} is undecided`);
    return { householdId, verdict, reason: verdict === 'confirmed' ? null : reason };
  });
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
