import type { Caller } from '@jingzhun/access';
import { randomUUID } from 'node:crypto';
import type { LockedCase } from '../case/case-lock';
import { clockSkew, type Outing } from './visit.rules';

/** What is kept alike of a visit and of an attempt. */
export function outingOf({ companionIds, sentAt }: Outing, { household, at }: LockedCase, { personId }: Caller) {
  const { id: householdId, areaCode, stage, round } = household;
  const clocks = { sentAt: sentAt ?? null, clockSkewMilliseconds: clockSkew(sentAt, at), recordedAt: at };
  return { id: randomUUID(), householdId, areaCode, stage, round, ...clocks, recordedBy: personId, companionIds };
}
