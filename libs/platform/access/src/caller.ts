import { covers, NotAllowed } from '@jingzhun/kernel';
import { isAnonymous, type Passport } from './passport';
import type { Role } from './role';

/** Who asks, narrowed to the roles that one field allows: `areas` is where those roles hold, `roles` which of them he has. */
export interface Caller {
  accountId: string;
  personId: string;
  areas: string[];
  requestId: string;
  roles: Role[];
}

/** Who may use a field: holders of some roles (each in his areas), everybody signed in, or everybody. */
export type AccessRule = { roles: readonly Role[] } | { signedIn: true } | { public: true };

/**
 * The caller as far as `allowed` roles go. A right in one village never widens another role held elsewhere.
 *
 * @throws NotAllowed when the passport holds none of them
 */
export function callerFor(passport: Passport, allowed: readonly Role[]): Caller {
  const grants = passport.grants.filter((grant) => allowed.includes(grant.role));
  if (grants.length === 0) throw new NotAllowed('Your role does not allow this.');
  return callerWith(passport, grants);
}

/** @throws NotAllowed when the rule does not let this passport in */
export function callerUnder(rule: AccessRule, passport: Passport): Caller {
  if ('roles' in rule) return callerFor(passport, rule.roles);
  if ('signedIn' in rule && isAnonymous(passport)) throw new NotAllowed('Sign in first.');
  return callerWith(passport, passport.grants);
}

function callerWith({ accountId, personId, requestId }: Passport, grants: Passport['grants']): Caller {
  return {
    accountId,
    personId,
    requestId,
    roles: [...new Set(grants.map((grant) => grant.role))],
    areas: outermost(grants.flatMap((grant) => grant.areas)),
  };
}

/** Drops what lies inside another area of the list, so that no row is matched twice. */
function outermost(areas: string[]): string[] {
  return [...new Set(areas)].filter((area) => !areas.some((other) => other !== area && covers([other], area)));
}
