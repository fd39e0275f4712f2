import { isRole, type Role } from '@jingzhun/access';
import { covers, InvalidInput, NotAllowed } from '@jingzhun/kernel';
import { isHeldFor } from '../assignment/role-levels';

/** A right of an account. No area: a field worker's follow his teams, and the first administrator's has no bound. */
export interface AccountGrant {
  role: Role;
  areaCode: string | null;
}

export interface Attempts {
  failedAttempts: number;
  lockedUntil: Date | null;
}

export type AccountState = 'waiting' | 'active' | 'locked' | 'disabled';

export const attemptsBeforeLock = 5;
export const lockMilliseconds = 15 * 60_000;
export const shortestPassword = 10;
export const shortestActivationCode = 8;

const longestSecret = 200;
const loginShape = /^[a-z0-9][a-z0-9._-]{2,63}$/;

/** A login as it is compared and stored; undefined when the text cannot be one. */
export function loginOf(text: string): string | undefined {
  const login = text.trim().toLowerCase();
  return loginShape.test(login) ? login : undefined;
}

/** An attempt counts before the password is looked at, so that guesses sent side by side are counted too; undefined: locked. */
export function countAttempt({ failedAttempts, lockedUntil }: Attempts, now: Date): Attempts | undefined {
  if (lockedUntil && lockedUntil > now) return undefined;
  const counted = (lockedUntil ? 0 : failedAttempts) + 1;
  const locks = counted >= attemptsBeforeLock;
  return { failedAttempts: counted, lockedUntil: locks ? new Date(now.getTime() + lockMilliseconds) : null };
}

/** @throws InvalidInput when the password is too short, too long or the login itself */
export function checkPassword(password: string, login: string, field: string): void {
  const length = [...password].length;
  if (length < shortestPassword || length > longestSecret) {
    throw new InvalidInput(
      `A password has at least ${shortestPassword} characters.`,
      field,
      'Choose a longer password.',
    );
  }
  if (password.trim().toLowerCase() === login.trim().toLowerCase()) {
    throw new InvalidInput('The password may not be the login.', field, 'Choose another password.');
  }
}

export function isActivationCode(code: string): boolean {
  return code.length >= shortestActivationCode && code.length <= longestSecret;
}

/** What is wrong with a right on its own; undefined when nothing is. */
export function problemOfGrant(role: string, areaCode: string | null): string | undefined {
  if (!isRole(role)) return `there is no role ${role}`;
  if (role === 'fieldWorker') {
    return areaCode === null ? undefined : 'a field worker has no area of his own: his follow the teams he works in';
  }
  if (areaCode === null) return `the role ${role} needs an area`;
  return isHeldFor(role, areaCode) ? undefined : `the role ${role} is not held for the area ${areaCode}`;
}

/**
 * Whether somebody responsible for `areas` may give these rights.
 *
 * @throws InvalidInput, NotAllowed
 */
export function checkGrants(
  areas: readonly string[],
  grants: readonly { role: string; areaCode?: string | null }[],
): AccountGrant[] {
  if (grants.length === 0) throw new InvalidInput('An account needs at least one right.', 'grants');
  return grants.map(({ role, areaCode = null }) => {
    const problem = problemOfGrant(role, areaCode);
    if (problem || !isRole(role)) throw new InvalidInput(`Not a right: ${problem}.`, 'grants');
    if (areaCode !== null && !covers(areas, areaCode))
      throw new NotAllowed('This right lies outside your area.', 'grants');
    return { role, areaCode };
  });
}

/** The rights as a token carries them. Field workers' areas are those assigned to their teams at this moment. */
export function effectiveGrants(
  grants: readonly AccountGrant[],
  assignedGroups: readonly string[],
  everywhere: readonly string[],
): { role: Role; areas: string[] }[] {
  return grants.map(({ role, areaCode }) => {
    if (role === 'fieldWorker') return { role, areas: [...assignedGroups] };
    return { role, areas: areaCode === null ? [...everywhere] : [areaCode] };
  });
}

export function stateOf(
  account: { passwordHash: string | null; lockedUntil: Date | null; disabledAt: Date | null },
  now: Date,
): AccountState {
  if (account.disabledAt) return 'disabled';
  if (account.lockedUntil && account.lockedUntil > now) return 'locked';
  return account.passwordHash === null ? 'waiting' : 'active';
}
