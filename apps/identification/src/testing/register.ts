import { randomUUID } from 'node:crypto';
import type { Person } from './running-service';
import type { Answer } from './steps';

/** What a spec looks at in a household of the register. */
export interface RegisteredHousehold {
  id: string;
  version: number;
  number: string;
  areaCode: string;
  stage: string | null;
  category: string;
  members: RegisteredMember[];
}

export interface RegisteredMember {
  id: string;
  version: number;
  name: string;
  relation: string;
  sex: string;
  birthDate: string;
  idNumberMasked: string;
}

export interface ShownChange {
  id: string;
  version: number;
  state: string;
  caseEffects: { householdId: string; effect: string }[];
  after: { id: string; number: string | null; members: { id: string; name: string; relation: string }[] }[];
}

const household = `id version number areaCode stage category members { id version name relation sex birthDate idNumberMasked }`;
const change = `id version state caseEffects { householdId effect } after { id number members { id name relation } }`;

export async function registerOf(person: Person, areaCode: string): Promise<RegisteredHousehold[]> {
  const { households } = await person.ask<{ households: { nodes: RegisteredHousehold[] } }>(
    `query ($filter: HouseholdFilter) { households(filter: $filter, first: 100) { nodes { ${household} } } }`,
    { filter: { areaCode } },
  );
  return households.nodes;
}

/** A household of the register, also one that has ended. */
export async function householdOf<Fields>(person: Person, id: string, fields: string): Promise<Fields | null> {
  const answer = await person.ask<{ household: Fields | null }>(
    `query ($id: ID!) { household(id: $id) { ${fields} } }`,
    { id },
  );
  return answer.household;
}

const kinds = {
  Split: 'requestSplit',
  Merger: 'requestMerger',
  Transfer: 'requestTransfer',
  ChangeOfHead: 'requestChangeOfHead',
  IdentityCorrection: 'requestIdentityCorrection',
  MemberAdded: 'requestMemberAdded',
  MemberRemoved: 'requestMemberRemoved',
  HouseholdAdded: 'requestHouseholdAdded',
} as const;

/** Asks for a change of the register. */
export async function askFor(
  person: Person,
  kind: keyof typeof kinds,
  asked: Record<string, unknown>,
): Promise<Answer<ShownChange>> {
  const mutation = kinds[kind];
  const input = { key: randomUUID(), reason: 'The village says so.', evidence: 'Household book, seen.', ...asked };
  const data = await person.ask<Record<string, Answer<ShownChange>>>(
    `mutation ($input: Request${kind}Input!) {
       ${mutation}(input: $input) { ... on ChangeRequest { ${change} } ... on Refusal { code message field } }
     }`,
    { input },
  );
  return data[mutation]!;
}

export async function decideOn(
  person: Person,
  { id, version }: { id: string; version: number },
  decision: Record<string, unknown> = {},
): Promise<Answer<ShownChange>> {
  const input = { key: randomUUID(), changeRequestId: id, version, approve: true, ...decision };
  const { decideChangeRequest } = await person.ask<{ decideChangeRequest: Answer<ShownChange> }>(
    `mutation ($input: DecideChangeRequestInput!) {
       decideChangeRequest(input: $input) { ... on ChangeRequest { ${change} } ... on Refusal { code message field } }
     }`,
    { input },
  );
  return decideChangeRequest;
}

/** Asks and has it approved by another. */
export async function carryOut(
  asker: Person,
  officer: Person,
  kind: keyof typeof kinds,
  asked: Record<string, unknown>,
): Promise<Answer<ShownChange>> {
  return decideOn(officer, await askFor(asker, kind, asked));
}
