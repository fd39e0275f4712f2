import { stageOf, type Profile, type StageDefinition } from '@jingzhun/identification-rules';
import { HouseholdInPublicity, HouseholdUnderReview } from './case-entry.errors';
import { done } from './case.rules';

/** What the case of a household is at that ended before its last stage. */
export const withdrawn = 'withdrawn';

/** Where a household's case stands, seen by whoever wants to change the household. */
export interface Standing {
  id: string;
  areaCode: string;
  /** Null before the campaign is open. */
  stage: string | null;
  /** Whether it lies before a sitting that has not been held. */
  laidBefore: boolean;
}

/** What a change of the register does to a case. `keeps`: it goes on where it is. */
export type CaseEffect = 'keeps' | 'moves' | 'ends';

/**
 * Whether a household may be changed now. What a notice says must stay true while it hangs; and a household that was laid before a
 * meeting is not taken from its table.
 * @throws HouseholdInPublicity, HouseholdUnderReview
 */
export function assertMayChange(
  profile: Profile | undefined,
  { stage, laidBefore }: Standing,
  effect: CaseEffect,
): void {
  if (!profile || stage === null || stage === done) return;
  if (stageOf(profile, stage).publicDays !== undefined)
    throw new HouseholdInPublicity('The publicity of this household runs.', 'householdId');
  if (laidBefore && effect !== 'keeps')
    throw new HouseholdUnderReview('This household lies before a sitting that has not been held.', 'householdId');
}

/** The stages at which a sitting may have waited for a household that is gone: the first of each run on another's clock. */
export function sittingStages(profile: Profile): StageDefinition[] {
  return profile.stages.filter(({ unit }, index) => unit !== 'household' && unit !== profile.stages[index - 1]?.unit);
}
