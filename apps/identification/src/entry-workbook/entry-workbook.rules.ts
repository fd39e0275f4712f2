import type { Caller, Role } from '@jingzhun/access';
import { covers, InvalidInput, isAreaCode, NotFound } from '@jingzhun/kernel';

/** Who may take the list of an area. */
export const exporters = [
  'administrator',
  'countyLeader',
  'supervisor',
  'townshipOfficer',
  'entryClerk',
] as const satisfies readonly Role[];

const longestReason = 500;

/** @throws InvalidInput, NotFound for an area that is not the caller's */
export function assertExport(caller: Caller, areaCode: string, reason: string): void {
  if (!reason.trim() || reason.length > longestReason)
    throw new InvalidInput(
      'An export needs a reason.',
      'reason',
      `Say why it is wanted, in up to ${longestReason} characters.`,
    );
  if (!isAreaCode(areaCode) || !covers(caller.areas, areaCode))
    throw new NotFound('There is no such area among yours.', 'areaCode');
}

/**
 * Whether heads' names are masked. In bulk they are shown to the one whose work it is to compare them with the signed sheets, and to
 * nobody else, however much he may look up one by one.
 */
export function masksNames({ roles }: Pick<Caller, 'roles'>): boolean {
  return !roles.includes('entryClerk');
}
