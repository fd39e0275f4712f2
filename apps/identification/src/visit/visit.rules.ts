import type { Caller } from '@jingzhun/access';
import type { Profile } from '@jingzhun/identification-rules';
import { InvalidInput, isUuid, NotAllowed } from '@jingzhun/kernel';
import { stageToComplete, type OpenCase } from '../case/case.rules';
import { VisitDecided } from './visit.errors';

/** Who came, and by which clock: of a visit and of a vain attempt. */
export interface Outing {
  /** The other members of the team by person id: one or two. */
  companionIds: string[];
  /** The device's clock when it sent this; with it the device's times are judged by the device's own clock. */
  sentAt?: Date | null;
}

export interface VisitAsked extends Outing {
  visitedAt: Date;
  personsPresent: number;
  observation: string;
  commitmentId?: string | null;
}

export interface AttemptAsked extends Outing {
  attemptedAt: Date;
  outcome: 'absent' | 'refused';
  reason: string;
  /** `YYYY-MM-DD` */
  plannedOn: string;
}

/** A device's clock may run ahead by this much, in milliseconds, before its visit counts as one in the future. */
const clockTolerance = 10 * 60_000;

/** @throws InvalidInput */
export function assertVisit(asked: VisitAsked, profile: Profile, personId: string, now: Date): void {
  const { visitedAt, personsPresent, observation, commitmentId } = asked;
  assertOuting(asked, { at: visitedAt, field: 'visitedAt' }, personId, now);
  if (personsPresent < 1)
    throw new InvalidInput('Nobody was at home.', 'personsPresent', 'Record an attempt; an absence is not a visit.');
  if (!observation.trim()) throw new InvalidInput('Nothing was observed.', 'observation', 'Write down what was seen.');
  if (profile.commitment && !commitmentId)
    throw new InvalidInput(
      'The signed letter of commitment is missing.',
      'commitmentId',
      'Hand in a picture of the signed letter and send its id.',
    );
}

/** @throws InvalidInput */
export function assertAttempt(asked: AttemptAsked, { calendar }: Profile, personId: string, now: Date): void {
  const { attemptedAt, reason, plannedOn } = asked;
  assertOuting(asked, { at: attemptedAt, field: 'attemptedAt' }, personId, now);
  if (!reason.trim()) throw new InvalidInput('No reason is given.', 'reason', 'Say what was found, or what was said.');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(plannedOn) || Number.isNaN(Date.parse(`${plannedOn}T00:00:00Z`)))
    throw new InvalidInput('A date is written YYYY-MM-DD.', 'plannedOn');
  // Both are dates of the team's life: the days of a compressed campaign run ahead of it.
  const tried = new Date(attemptedAt.getTime() + calendar.utcOffsetMinutes * 60_000).toISOString().slice(0, 10);
  if (plannedOn < tried)
    throw new InvalidInput('The next visit is planned before this one.', 'plannedOn', 'Plan a day that is to come.');
}

function assertOuting(
  { companionIds, sentAt }: Outing,
  { at, field }: { at: Date; field: string },
  personId: string,
  now: Date,
): void {
  if (at.getTime() > (sentAt ?? now).getTime() + clockTolerance)
    throw new InvalidInput('It lies in the future.', field, 'Check the clock of the device.');
  const team = new Set([personId, ...companionIds].map((id) => id.toLowerCase()));
  if (!companionIds.every(isUuid) || team.size !== companionIds.length + 1 || team.size < 2 || team.size > 3)
    throw new InvalidInput(
      'A team is two or three different people.',
      'companionIds',
      'Name the one or two who went with you.',
    );
}

/** By how many milliseconds the device's clock seems to be behind ours: a claim, with the way of the message in it. */
export function clockSkew(sentAt: Date | null | undefined, now: Date): number | null {
  return sentAt ? now.getTime() - sentAt.getTime() : null;
}

/**
 * Whether a visit is the one that the household's stage waits for. A late one was made before the household moved: somebody
 * else was quicker, or the device was without signal.
 *
 * @throws NotAtStage, StaleVersion when the household has not moved at all, so that nothing can be late
 */
export function isLate(household: OpenCase, profile: Profile, version: number): boolean {
  const stage = profile.stages.find(({ key }) => key === household.stage);
  if (stage?.kind === 'visit' && household.version === version) return false;
  if (household.sequence === 0) stageToComplete(household, profile, 'visit', version);
  return true;
}

/** @throws VisitDecided, InvalidInput, NotAllowed */
export function assertMayDecide(
  { taken }: { taken: string | null },
  recorders: readonly string[],
  { roles, personId }: Pick<Caller, 'roles' | 'personId'>,
  reason: string,
): void {
  if (taken !== null) throw new VisitDecided('It was decided which of the visits counts.', 'visitId');
  if (!reason.trim()) throw new InvalidInput('No reason is given.', 'reason', 'Say why this visit counts.');
  if (!roles.includes('townshipOfficer') && recorders.includes(personId))
    throw new NotAllowed('Nobody chooses between his own record and that of another.', 'visitId');
}
