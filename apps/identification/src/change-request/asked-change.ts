import { birthDateOf, sexOf, type HouseholdCategory } from '@jingzhun/identification-rules';
import { randomUUID } from 'node:crypto';
import { checkedIdNumber } from '../identity-number/identity-number.rules';
import { maskIdNumber } from '../identity-number/mask-id-number';
import type { CauseOfAdding, CauseOfRemoving, MemberRelation, NewMember, NumberFacts, Proposal } from './proposal';

export interface AskedMember {
  name: string;
  relation: string;
  idNumber: string;
  ethnicity: string;
}

/** A change as a person asks for it, with identity numbers as he wrote them. */
export type AskedChange =
  | {
      kind: 'split';
      householdId: string;
      members: MemberRelation[];
      hamletCode?: string | null;
      address?: string | null;
    }
  | { kind: 'merge'; householdId: string; intoHouseholdId: string; members: MemberRelation[] }
  | { kind: 'transfer'; householdId: string; areaCode: string; hamletCode: string; address: string }
  | { kind: 'head'; householdId: string; members: MemberRelation[] }
  | {
      kind: 'identity';
      householdId: string;
      memberId: string;
      name?: string | null;
      idNumber?: string | null;
      ethnicity?: string | null;
    }
  | { kind: 'memberAdded'; householdId: string; cause: CauseOfAdding; member: AskedMember }
  | { kind: 'memberRemoved'; householdId: string; cause: CauseOfRemoving; memberId: string }
  | {
      kind: 'householdAdded';
      areaCode: string;
      hamletCode: string;
      address: string;
      category: HouseholdCategory;
      members: AskedMember[];
    };

/** The proposal, and apart from it the numbers it brings, by member. */
export interface ProposedChange {
  proposal: Proposal;
  numbers: Record<string, string>;
}

/**
 * Gives what is new its ids, and takes identity numbers out.
 * @throws InvalidInput when a number is none
 */
export function proposed(asked: AskedChange): ProposedChange {
  const numbers: Record<string, string> = {};
  return { proposal: proposalOf(asked, numbers), numbers };
}

/** Every identity number that somebody wrote, as he wrote it. */
export function numbersWritten(asked: AskedChange): string[] {
  switch (asked.kind) {
    case 'identity':
      return asked.idNumber ? [asked.idNumber] : [];
    case 'memberAdded':
      return [asked.member.idNumber];
    case 'householdAdded':
      return asked.members.map(({ idNumber }) => idNumber);
    case 'split':
    case 'merge':
    case 'transfer':
    case 'head':
    case 'memberRemoved':
      return [];
  }
}

function proposalOf(asked: AskedChange, numbers: Record<string, string>): Proposal {
  switch (asked.kind) {
    case 'split': {
      const { hamletCode, address, ...split } = asked;
      return { ...split, newHouseholdId: randomUUID(), ...given({ hamletCode, address }) };
    }
    case 'identity': {
      const { kind, householdId, memberId, name, ethnicity, idNumber } = asked;
      const number = idNumber ? factsOf(memberId, idNumber, numbers) : undefined;
      return { kind, householdId, memberId, ...given({ name, ethnicity }), ...(number ? { number } : {}) };
    }
    case 'memberAdded':
      return { ...asked, member: newMember(asked.member, numbers) };
    case 'householdAdded':
      return {
        ...asked,
        householdId: randomUUID(),
        members: asked.members.map((member) => newMember(member, numbers)),
      };
    case 'merge':
    case 'transfer':
    case 'head':
    case 'memberRemoved':
      return asked;
  }
}

function newMember({ name, relation, ethnicity, idNumber }: AskedMember, numbers: Record<string, string>): NewMember {
  const id = randomUUID();
  return { id, name, relation, ethnicity, ...factsOf(id, idNumber, numbers) };
}

function factsOf(memberId: string, written: string, numbers: Record<string, string>): NumberFacts {
  const number = checkedIdNumber(written, 'idNumber');
  numbers[memberId] = number;
  return { idNumberMasked: maskIdNumber(number), birthDate: birthDateOf(number), sex: sexOf(number) };
}

/** What was given, without what was left out. */
function given<Texts extends Record<string, string | null | undefined>>(
  texts: Texts,
): { [Name in keyof Texts]?: string } {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== null && text !== undefined)) as {
    [Name in keyof Texts]?: string;
  };
}
