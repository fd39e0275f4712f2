import { InvalidInput, StaleVersion } from '@jingzhun/kernel';
import type { DuplicateState } from './duplicate.entity';
import { LeadDecided } from './duplicate.errors';

export interface LeadAsRead {
  version: number;
  state: DuplicateState;
}

/** One side of a lead: what the register says of the member. */
export interface Side {
  memberId: string;
  householdId: string;
}

export interface DuplicateVerdict {
  version: number;
  verdict: 'differentPeople' | 'samePerson';
  keeperHouseholdId?: string | null;
  reason: string;
}

/**
 * Who is to be taken out of which household, when the two are one person; undefined when they are two.
 *
 * @param requestState the state of the change request that followed from an earlier decision, if there was one
 * @throws StaleVersion, LeadDecided, InvalidInput
 */
export function removalBy(
  lead: LeadAsRead,
  requestState: string | undefined,
  sides: readonly Side[],
  { version, verdict, keeperHouseholdId, reason }: DuplicateVerdict,
): Side | undefined {
  const cameToNothing = lead.state === 'samePerson' && (requestState === 'declined' || requestState === 'withdrawn');
  if (lead.state !== 'open' && !cameToNothing) throw new LeadDecided('This lead is decided.', 'leadId');
  if (lead.version !== version) throw new StaleVersion('The lead was changed after it was read.', 'version');
  const length = reason.trim().length;
  if (length === 0 || length > 1000) throw new InvalidInput('Write 1 to 1000 characters.', 'reason');
  if (verdict === 'differentPeople') {
    if (keeperHouseholdId) throw new InvalidInput('Two people each stay where they are.', 'keeperHouseholdId');
    return undefined;
  }
  const leaving = sides.find(({ householdId }) => householdId !== keeperHouseholdId);
  if (!leaving || !sides.some(({ householdId }) => householdId === keeperHouseholdId))
    throw new InvalidInput('Say which of the two households keeps the person.', 'keeperHouseholdId');
  return leaving;
}

/** What is compared side by side. */
const compared = ['name', 'sex', 'birthDate', 'ethnicity', 'relation', 'idNumberMasked'] as const;

export type Compared = Record<(typeof compared)[number], string>;

/** The fields in which the register says otherwise of the one than of the other. Equal masks do not mean equal numbers. */
export function differences(one: Compared, other: Compared, sameNumber: boolean): string[] {
  const differing = compared.filter((field) => field !== 'idNumberMasked' && one[field] !== other[field]);
  return sameNumber ? differing : [...differing, 'idNumber'];
}
