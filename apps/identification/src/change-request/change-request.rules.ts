import { guangxi2015Scope, isInScope, type HouseholdCategory } from '@jingzhun/identification-rules';
import { InvalidInput, StaleVersion } from '@jingzhun/kernel';
import type { CaseEffect } from '../case/case-entry.rules';
import { ChangeRequestDecided, NotInScope, OwnChangeRequest } from './change-request.errors';
import type { RegisterExtract } from './register-extract';

export type ChangeRequestState = 'waiting' | 'approved' | 'declined' | 'withdrawn';

/** A request as far as a decision on it goes. */
export interface RequestAsRead {
  version: number;
  state: ChangeRequestState;
  /** The account. */
  requestedBy: string;
  requestedByPerson: string;
}

export interface Decision {
  version: number;
  approve: boolean;
  note?: string | null;
}

interface Person {
  accountId: string;
  personId: string;
}

const longestText = 1000;

/**
 * What somebody writes of his request, without the space around it.
 * @throws InvalidInput
 */
export function statement(given: string, field: string): string {
  const text = given.trim();
  if (text.length === 0 || text.length > longestText)
    throw new InvalidInput(`Write 1 to ${longestText} characters.`, field);
  return text;
}

/**
 * Whether this person may decide the request: another than who asked for it, once, and with a note when he declines.
 * @throws ChangeRequestDecided, StaleVersion, OwnChangeRequest, InvalidInput
 */
export function assertMayDecide(request: RequestAsRead, { version, approve, note }: Decision, person: Person): void {
  assertWaits(request, version);
  if (isOwn(request, person)) throw new OwnChangeRequest('You asked for this change yourself.', 'changeRequestId');
  if (!approve || note) statement(note ?? '', 'note');
}

/**
 * Whether this person may take the request back: who asked for it, while it waits. Nobody else's is shown to be there.
 * @throws ChangeRequestDecided, StaleVersion, InvalidInput
 */
export function assertMayWithdraw(request: RequestAsRead, version: number, person: Person): void {
  if (!isOwn(request, person))
    throw new InvalidInput('Somebody else asked for this change.', 'changeRequestId', 'Leave it to him, or decide it.');
  assertWaits(request, version);
}

/** What a change does to the cases of the households it concerns. */
export interface CaseEffects {
  /** Households that enter the campaign at its first stage. */
  enter: string[];
  /** Households whose case is closed where it stands. */
  end: string[];
  move: { id: string; from: string; to: string }[];
}

export function effectsOn(before: RegisterExtract, after: RegisterExtract): CaseEffects {
  const was = new Map(before.households.map((household) => [household.id, household]));
  const becomes = new Map(after.households.map((household) => [household.id, household]));
  const stay = before.households.flatMap(({ id, areaCode }) => {
    const to = becomes.get(id)?.areaCode;
    return to === undefined ? [] : [{ id, from: areaCode, to }];
  });
  return {
    enter: after.households.filter(({ id }) => !was.has(id)).map(({ id }) => id),
    end: before.households.filter(({ id }) => !becomes.has(id)).map(({ id }) => id),
    move: stay.filter(({ from, to }) => from !== to),
  };
}

/** What becomes of one household's case. */
export function effectOn({ end, move }: CaseEffects, householdId: string): CaseEffect {
  if (end.includes(householdId)) return 'ends';
  return move.some(({ id }) => id === householdId) ? 'moves' : 'keeps';
}

/**
 * Whether a household that is to be added belongs into the campaign.
 * @throws NotInScope
 */
export function assertInScope(category: HouseholdCategory, inPoorVillage: boolean): void {
  if (!isInScope(guangxi2015Scope, { category, inPoorVillage }))
    throw new NotInScope('A household of this category is not assessed in this village.', 'category');
}

function assertWaits({ state, version }: RequestAsRead, seen: number): void {
  if (state !== 'waiting') throw new ChangeRequestDecided(`This request is ${state}.`, 'changeRequestId');
  if (version !== seen) throw new StaleVersion('The request was changed after it was read.', 'version');
}

function isOwn({ requestedBy, requestedByPerson }: RequestAsRead, { accountId, personId }: Person): boolean {
  return accountId === requestedBy || (personId !== '' && personId === requestedByPerson);
}
