import { callerFor, type Caller, type Passport, type Role } from '@jingzhun/access';
import { covers, InvalidInput, NotFound } from '@jingzhun/kernel';
import { maskName } from '../print/mask-name';
import type { Disclosure, ExportRight } from './export-kind';

const longestReason = 500;

/** Who may read members one by one, as the graph's type `Member` has it, and so their names in a list. */
export const memberReaders = [
  'administrator',
  'supervisor',
  'townshipOfficer',
  'villageSecretary',
  'groupSecretary',
  'fieldWorker',
  'entryClerk',
] as const satisfies readonly Role[];

/** @throws InvalidInput */
export function assertReason(reason: string): void {
  if (!reason.trim() || reason.length > longestReason)
    throw new InvalidInput(
      'An export needs a reason.',
      'reason',
      `Say why it is wanted, in up to ${longestReason} characters.`,
    );
}

/** @throws NotFound for an area that is not there, or not the caller's */
export function assertOwnArea({ areas }: Pick<Caller, 'areas'>, areaCode: string, exists: boolean): void {
  if (!exists || !covers(areas, areaCode)) throw new NotFound('There is no such area among yours.', 'areaCode');
}

/** How names of an area are shown to the holder of a passport. A right in one village never widens a role held elsewhere. */
export function namesFor(passport: Passport, { namesTo }: Pick<ExportRight, 'namesTo'>, areaCode: string): Disclosure {
  if (!namesTo) return 'absent';
  return holdsIn(passport, namesTo, areaCode) ? 'inFull' : 'masked';
}

/** A name as it goes out. */
export function shownName(name: string, names: Disclosure): string {
  return names === 'inFull' ? name.trim() : maskName(name);
}

/** Whether an export may still be fetched: by its account alone, and by that one only while it holds the right it was made under. */
export function mayFetch(
  passport: Passport,
  right: ExportRight,
  { areaCode, names }: { areaCode: string; names: Disclosure },
): boolean {
  return (
    holdsIn(passport, right.roles, areaCode) && (names !== 'inFull' || namesFor(passport, right, areaCode) === 'inFull')
  );
}

function holdsIn(passport: Passport, roles: readonly Role[], areaCode: string): boolean {
  const holds = passport.grants.some(({ role }) => roles.includes(role));
  return holds && covers(callerFor(passport, roles).areas, areaCode);
}
