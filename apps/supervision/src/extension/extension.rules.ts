import type { Caller, Role } from '@jingzhun/access';
import { InvalidInput, NotAllowed, StaleVersion } from '@jingzhun/kernel';
import type { ClockRow } from '../clock/clock.entity';
import { doneAt, stateAt } from '../clock/clock.rules';
import type { ExtensionRow } from './extension.entity';
import {
  DeadlinePassed,
  ExtensionDecided,
  ExtensionLimitReached,
  ExtensionWaiting,
  OwnRequest,
  StageOver,
} from './extension.errors';

/**
 * How far a deadline may be moved: twice at most, and a stage may at most become twice as long as it was opened for. Measured
 * by the stage itself, because a campaign's days may be compressed.
 */
export const extensionLimits = { granted: 2, timesAsLong: 2 };

const longestText = 1000;

const officers: readonly Role[] = ['supervisor', 'townshipOfficer'];

export interface Wish {
  version: number;
  dueAt: Date;
  reason: string;
}

/**
 * Whether this person may ask for this on that clock now.
 * @throws NotAllowed, StaleVersion, InvalidInput, StageOver, DeadlinePassed, ExtensionWaiting, ExtensionLimitReached
 */
export function assertMayAsk(
  clock: ClockRow,
  earlier: readonly Pick<ExtensionRow, 'decision'>[],
  wish: Wish,
  caller: Pick<Caller, 'roles'>,
  now: Date,
): void {
  if (!caller.roles.some((role) => role === clock.ownerRole || officers.includes(role)))
    throw new NotAllowed('This stage is not yours to finish.', 'clockId');
  if (clock.version !== wish.version) throw new StaleVersion('The deadline was moved after it was read.', 'version');
  assertText(wish.reason, 'reason');
  assertRuns(clock, now);
  if (earlier.some(({ decision }) => decision === null))
    throw new ExtensionWaiting('An earlier request on this deadline waits for its decision.', 'clockId');
  if (earlier.filter(({ decision }) => decision === 'granted').length >= extensionLimits.granted)
    throw new ExtensionLimitReached('This deadline has been moved as often as it may.', 'clockId');
  if (wish.dueAt <= clock.dueAt!) throw new InvalidInput('The new due time must lie after the present one.', 'dueAt');
  if (wish.dueAt > latestDueAt(clock))
    throw new ExtensionLimitReached('The stage would last longer than it may.', 'dueAt');
}

/**
 * Whether this person may decide this request now. A refusal may come at any time; more time is granted only before the
 * deadline.
 * @throws ExtensionDecided, OwnRequest, InvalidInput, StageOver, DeadlinePassed
 */
export function assertMayDecide(
  clock: ClockRow,
  extension: ExtensionRow,
  decision: { approve: boolean; note?: string | null },
  caller: Pick<Caller, 'accountId' | 'personId'>,
  now: Date,
): void {
  if (extension.decision) throw new ExtensionDecided('This request has been decided.', 'extensionId');
  const samePerson = caller.personId !== '' && caller.personId === extension.askedByPerson;
  if (samePerson || caller.accountId === extension.askedBy)
    throw new OwnRequest('You asked for this extension yourself.', 'extensionId');
  if (!decision.approve || decision.note) assertText(decision.note ?? '', 'note');
  if (decision.approve) assertRuns(clock, now);
}

/** The times of a clock whose extension is granted: the reminder keeps its distance from the due time. */
export function movedDeadline(clock: ClockRow, dueAt: Date): { remindAt: Date; dueAt: Date } {
  const notice = clock.dueAt!.getTime() - clock.remindAt!.getTime();
  return { remindAt: new Date(dueAt.getTime() - notice), dueAt };
}

/** The latest due time a clock may be given. */
export function latestDueAt({ openedAt, firstDueAt }: ClockRow): Date {
  const length = firstDueAt!.getTime() - openedAt!.getTime();
  return new Date(openedAt!.getTime() + extensionLimits.timesAsLong * length);
}

function assertRuns(clock: ClockRow, now: Date): void {
  if (doneAt(clock)) throw new StageOver('This stage is done.', 'clockId');
  if (clock.breachedAt || stateAt(clock, now) === 'breached')
    throw new DeadlinePassed('The deadline has passed.', 'clockId');
}

function assertText(text: string, field: string): void {
  const length = text.trim().length;
  if (length === 0 || length > longestText) throw new InvalidInput(`Write 1 to ${longestText} characters.`, field);
}
