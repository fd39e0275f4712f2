import { InvalidInput, levelOf } from '@jingzhun/kernel';
import { HeadMayNotLeave, RegisterChanged } from './change-request.errors';
import { membersNamed, membersWithNumbers, type MemberRelation, type NewMember, type Proposal } from './proposal';
import { headRelation, type ExtractedHousehold, type ExtractedMember, type RegisterExtract } from './register-extract';

/**
 * The register as it becomes when a proposal is carried out on `before`, which holds the households it names.
 * @throws InvalidInput, HeadMayNotLeave
 */
export function changed(before: RegisterExtract, proposal: Proposal): RegisterExtract {
  switch (proposal.kind) {
    case 'split':
      return split(theOne(before, proposal.householdId), proposal);
    case 'merge':
      return merge(theOne(before, proposal.householdId), theOne(before, proposal.intoHouseholdId), proposal);
    case 'transfer':
      return transfer(theOne(before, proposal.householdId), proposal);
    case 'head':
      return changeHead(theOne(before, proposal.householdId), proposal);
    case 'identity':
      return correct(theOne(before, proposal.householdId), proposal);
    case 'memberAdded':
      return add(theOne(before, proposal.householdId), proposal);
    case 'memberRemoved':
      return remove(theOne(before, proposal.householdId), proposal);
    case 'householdAdded':
      return begin(proposal);
  }
}

/**
 * Whether everybody who is to come is new to the household. In another household he may be: that becomes a duplicate lead.
 * `indexes` gives what a new member's number may be found under.
 * @throws InvalidInput
 */
export function assertNobodyTwice(
  before: RegisterExtract,
  proposal: Proposal,
  indexes: (memberId: string) => readonly string[],
): void {
  const there = new Map(
    before.households.flatMap(({ members }) => members.map(({ id, numberIndex }) => [numberIndex ?? id, id] as const)),
  );
  for (const coming of membersWithNumbers(proposal)) {
    const taken = indexes(coming)
      .map((index) => there.get(index))
      .find((id) => id !== undefined);
    if (taken === coming) throw new InvalidInput('This is the number the member has already.', 'idNumber');
    if (taken !== undefined) throw new InvalidInput('Another member of this household has this number.', 'idNumber');
    for (const index of indexes(coming)) there.set(index, coming);
  }
}

/** The versions of the members whom a proposal names, as they were seen when it was made. */
export function versionsSeen(before: RegisterExtract, proposal: Proposal): Record<string, number> {
  const members = new Map(
    before.households.flatMap(({ members: all }) => all.map((member) => [member.id, member.version])),
  );
  return Object.fromEntries(membersNamed(proposal).map((id) => [id, members.get(id) ?? 0]));
}

/**
 * Whether everybody the proposal names is still who he was when it was made.
 * @throws RegisterChanged
 */
export function assertAsSeen(present: RegisterExtract, seen: Record<string, number>): void {
  const members = new Map(
    present.households.flatMap(({ members: all }) => all.map((member) => [member.id, member.version])),
  );
  for (const [id, version] of Object.entries(seen))
    if (members.get(id) !== version)
      throw new RegisterChanged('A member was changed, or has left, after this request was made.', 'changeRequestId');
}

type Of<Kind extends Proposal['kind']> = Extract<Proposal, { kind: Kind }>;

function split(
  household: ExtractedHousehold,
  { newHouseholdId, members, hamletCode, address }: Of<'split'>,
): RegisterExtract {
  const relations = relationsOf(household, members);
  if (relations.size === 0) throw new InvalidInput('Name those who leave.', 'members');
  const leaving = household.members.filter(({ id }) => relations.has(id));
  if (leaving.length === household.members.length)
    throw new InvalidInput('Somebody must stay; a household that moves as a whole is a transfer.', 'members');
  if (leaving.some(isHead)) throw new HeadMayNotLeave('The head of the household is among those who leave.', 'members');
  assertOneHead([...relations.values()]);
  const { areaCode, category } = household;
  const begun: ExtractedHousehold = {
    id: newHouseholdId,
    number: null,
    areaCode,
    hamletCode: hamletCode ?? household.hamletCode,
    address: address === undefined ? household.address : text(address, 'address', 200),
    category,
    members: withRelations(leaving, relations),
  };
  return { households: [{ ...household, members: without(household.members, relations) }, begun] };
}

function merge(ending: ExtractedHousehold, into: ExtractedHousehold, { members }: Of<'merge'>): RegisterExtract {
  if (ending.id === into.id) throw new InvalidInput('A household is not merged into itself.', 'intoHouseholdId');
  const relations = relationsOf(ending, members);
  if ([...relations.values()].includes(headRelation))
    throw new InvalidInput('The head of the household they come to stays its head.', 'members');
  const known = new Set(into.members.map(({ numberIndex }) => numberIndex));
  for (const { id, numberIndex } of ending.members) {
    const isThere = numberIndex !== undefined && known.has(numberIndex);
    if (relations.has(id) && isThere)
      throw new InvalidInput('A member is named who is in the other household already: leave him out.', 'members');
    if (!relations.has(id) && !isThere)
      throw new InvalidInput('Name every member who comes over, with his relation to the head there.', 'members');
  }
  const coming = ending.members.filter(({ id }) => relations.has(id));
  return { households: [{ ...into, members: [...into.members, ...withRelations(coming, relations)] }] };
}

function transfer(household: ExtractedHousehold, { areaCode, hamletCode, address }: Of<'transfer'>): RegisterExtract {
  assertGroup(areaCode);
  if (areaCode === household.areaCode) throw new InvalidInput('The household is in this group already.', 'areaCode');
  return { households: [{ ...household, areaCode, hamletCode, address: text(address, 'address', 200) }] };
}

function changeHead(household: ExtractedHousehold, { members }: Of<'head'>): RegisterExtract {
  const relations = relationsOf(household, members);
  if (relations.size < household.members.length)
    throw new InvalidInput('Name every member with his relation to the new head.', 'members');
  assertOneHead([...relations.values()]);
  const present = household.members.find(isHead);
  if (present && relations.get(present.id) === headRelation)
    throw new InvalidInput('This member is the head already.', 'members');
  return { households: [{ ...household, members: withRelations(household.members, relations) }] };
}

function correct(
  household: ExtractedHousehold,
  { memberId, name, ethnicity, number }: Of<'identity'>,
): RegisterExtract {
  const member = memberOf(household, memberId);
  const corrected = {
    ...member,
    ...(name === undefined ? {} : { name: text(name, 'name', 50) }),
    ...(ethnicity === undefined ? {} : { ethnicity: text(ethnicity, 'ethnicity', 20) }),
    ...number,
  };
  const same = corrected.name === member.name && corrected.ethnicity === member.ethnicity && number === undefined;
  if (same) throw new InvalidInput('Nothing would be corrected.', 'memberId');
  return { households: [replaceMember(household, corrected)] };
}

function add(household: ExtractedHousehold, { member }: Of<'memberAdded'>): RegisterExtract {
  const added = newMember(member);
  if (isHead(added))
    throw new InvalidInput('The household has a head.', 'relation', 'Ask for a change of head afterwards.');
  return { households: [{ ...household, members: [...household.members, added] }] };
}

function remove(household: ExtractedHousehold, { memberId }: Of<'memberRemoved'>): RegisterExtract {
  const leaving = memberOf(household, memberId);
  const members = household.members.filter(({ id }) => id !== memberId);
  // With its last member a household ends.
  if (members.length === 0) return { households: [] };
  if (isHead(leaving)) throw new HeadMayNotLeave('He is the head of the household, and others stay.', 'memberId');
  return { households: [{ ...household, members }] };
}

function begin({
  householdId,
  areaCode,
  hamletCode,
  address,
  category,
  members,
}: Of<'householdAdded'>): RegisterExtract {
  assertGroup(areaCode);
  if (category === 'fiveGuarantees')
    throw new InvalidInput('Households of the five guarantees are not assessed.', 'category');
  assertOneHead(members.map(({ relation }) => relation));
  const household = {
    id: householdId,
    number: null,
    areaCode,
    hamletCode,
    address: text(address, 'address', 200),
    category,
  };
  return { households: [{ ...household, members: members.map(newMember) }] };
}

function newMember({ id, name, relation, sex, birthDate, idNumberMasked, ethnicity }: NewMember): ExtractedMember {
  assertRelation(relation);
  return {
    id,
    version: 1,
    name: text(name, 'name', 50),
    relation,
    sex,
    birthDate,
    idNumberMasked,
    ethnicity: text(ethnicity, 'ethnicity', 20),
  };
}

/** What is asked for each member, checked: a member of this household, once, with a code of a relation. */
function relationsOf(household: ExtractedHousehold, members: readonly MemberRelation[]): Map<string, string> {
  const relations = new Map<string, string>();
  for (const { memberId, relation } of members) {
    memberOf(household, memberId);
    assertRelation(relation);
    if (relations.has(memberId)) throw new InvalidInput('A member is named twice.', 'members');
    relations.set(memberId, relation);
  }
  return relations;
}

function assertOneHead(relations: readonly string[]): void {
  if (relations.filter((relation) => relation === headRelation).length !== 1)
    throw new InvalidInput(`A household has one head, with the relation ${headRelation}.`, 'members');
}

function assertRelation(relation: string): void {
  if (!/^\d{2}$/.test(relation)) throw new InvalidInput('A relation is a code of two digits.', 'relation');
}

function assertGroup(areaCode: string): void {
  if (levelOf(areaCode) !== 'group') throw new InvalidInput('Name a villager group.', 'areaCode');
}

function text(given: string, field: string, longest: number): string {
  const trimmed = given.trim();
  if (trimmed.length === 0 || trimmed.length > longest)
    throw new InvalidInput(`Write 1 to ${longest} characters.`, field);
  return trimmed;
}

function theOne({ households }: RegisterExtract, id: string): ExtractedHousehold {
  const household = households.find((candidate) => candidate.id === id);
  if (!household) throw new RangeError('an extract lacks a household of its proposal');
  return household;
}

function memberOf({ members }: ExtractedHousehold, id: string): ExtractedMember {
  const member = members.find((candidate) => candidate.id === id);
  if (!member) throw new InvalidInput('He is not a member of this household.', 'memberId');
  return member;
}

function isHead({ relation }: Pick<ExtractedMember, 'relation'>): boolean {
  return relation === headRelation;
}

function withRelations(members: readonly ExtractedMember[], relations: Map<string, string>): ExtractedMember[] {
  return members.map((member) => ({ ...member, relation: relations.get(member.id) ?? member.relation }));
}

function without(members: readonly ExtractedMember[], left: Map<string, unknown>): ExtractedMember[] {
  return members.filter(({ id }) => !left.has(id));
}

function replaceMember(household: ExtractedHousehold, member: ExtractedMember): ExtractedHousehold {
  return { ...household, members: household.members.map((other) => (other.id === member.id ? member : other)) };
}
