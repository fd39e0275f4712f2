import type { Entering, Meaning } from './enter-once';

const facts =
  (how: Entering) =>
  (...names: string[]): Meaning => ({ facts: names, how });
export const asks = facts('asks');
export const instead = facts('instead');
export const corrects = facts('corrects');
export const checks = facts('checks');

export const request = 'request';
export const which = 'which';
export const nested = 'nested';
export const secret = 'secret';

/** A decision on a record that was read: who may, by a version, with a reason of its own. */
export const step = { key: request, version: request } as const;
