import type { HouseholdCategory } from '@jingzhun/identification-rules';

/** What a valid identity number says; the number itself is kept sealed, apart from the proposal. */
export interface NumberFacts {
  idNumberMasked: string;
  birthDate: string;
  sex: string;
}

/** A member and what he is to the head of the household he will be in. */
export interface MemberRelation {
  memberId: string;
  relation: string;
}

export interface NewMember extends NumberFacts {
  id: string;
  name: string;
  relation: string;
  ethnicity: string;
}

export const causesOfAdding = ['birth', 'marriage', 'adoption', 'movedIn', 'returned', 'other'] as const;
export type CauseOfAdding = (typeof causesOfAdding)[number];

export const causesOfRemoving = ['death', 'marriage', 'movedOut', 'enlisted', 'duplicate', 'other'] as const;
export type CauseOfRemoving = (typeof causesOfRemoving)[number];

/** A change of the register that somebody asks for. Ids of what is new are given when it is asked for. */
export type Proposal =
  | {
      kind: 'split';
      householdId: string;
      newHouseholdId: string;
      /** Those who leave, with their relation to the new head. */
      members: MemberRelation[];
      /** Where they go; the place of the old household when absent. */
      hamletCode?: string;
      address?: string;
    }
  | {
      kind: 'merge';
      /** The one that ends. */
      householdId: string;
      intoHouseholdId: string;
      /** Those who come over, with their relation to the head there; whoever is there already is left out. */
      members: MemberRelation[];
    }
  | { kind: 'transfer'; householdId: string; areaCode: string; hamletCode: string; address: string }
  /** Everybody of the household with his relation to the new head. */
  | { kind: 'head'; householdId: string; members: MemberRelation[] }
  | { kind: 'identity'; householdId: string; memberId: string; name?: string; ethnicity?: string; number?: NumberFacts }
  | { kind: 'memberAdded'; householdId: string; cause: CauseOfAdding; member: NewMember }
  | { kind: 'memberRemoved'; householdId: string; cause: CauseOfRemoving; memberId: string }
  | {
      kind: 'householdAdded';
      /** The new household's. */
      householdId: string;
      areaCode: string;
      hamletCode: string;
      address: string;
      category: HouseholdCategory;
      members: NewMember[];
    };

export type ChangeKind = Proposal['kind'];

/** The households that must exist for a proposal to make sense. */
export function householdsOf(proposal: Proposal): string[] {
  switch (proposal.kind) {
    case 'householdAdded':
      return [];
    case 'merge':
      return [proposal.householdId, proposal.intoHouseholdId];
    default:
      return [proposal.householdId];
  }
}

/** The members of the register whom a proposal names. */
export function membersNamed(proposal: Proposal): string[] {
  switch (proposal.kind) {
    case 'split':
    case 'merge':
    case 'head':
      return proposal.members.map(({ memberId }) => memberId);
    case 'identity':
    case 'memberRemoved':
      return [proposal.memberId];
    case 'transfer':
    case 'memberAdded':
    case 'householdAdded':
      return [];
  }
}

/** The members to whom a proposal gives an identity number. */
export function membersWithNumbers(proposal: Proposal): string[] {
  switch (proposal.kind) {
    case 'identity':
      return proposal.number ? [proposal.memberId] : [];
    case 'memberAdded':
      return [proposal.member.id];
    case 'householdAdded':
      return proposal.members.map(({ id }) => id);
    case 'split':
    case 'merge':
    case 'transfer':
    case 'head':
    case 'memberRemoved':
      return [];
  }
}
