import { randomUUID } from 'node:crypto';
import type { Person } from './running-service';
import type { Answer } from './steps';

export interface ShownObjection {
  id: string;
  version: number;
  state: string;
  effect: string;
  receipt: string;
  consequence: string | null;
  problems?: { code: string; field: string }[];
}

const objection = `id version state effect receipt consequence`;
const members = `... on Objection { ${objection} } ... on Refusal { code message field }
                 ... on ObjectionRefused { problems { code field } }`;

async function ask(person: Person, name: string, input: string, value: object): Promise<Answer<ShownObjection>> {
  const { answer } = await person.ask<{ answer: Answer<ShownObjection> }>(
    `mutation ($input: ${input}!) { answer: ${name}(input: $input) { ${members} } }`,
    { input: { key: randomUUID(), ...value } },
  );
  return answer;
}

export function object(
  person: Person,
  householdId: string | null,
  change: object = {},
): Promise<Answer<ShownObjection>> {
  const objector = { name: '韦秀兰', phone: '10012345678' };
  const statement = 'The new house is my brother’s.';
  const input = { kind: 'own', channel: 'paper', householdId, statement, objector, ...change };
  return ask(person, 'recordObjection', 'RecordObjectionInput', input);
}

type Read = Pick<ShownObjection, 'id' | 'version'>;
const at = ({ id, version }: Read) => ({ objectionId: id, version });

export const registerObjection = (person: Person, read: Read) =>
  ask(person, 'registerObjection', 'ObjectionStepInput', at(read));

export const assignRecheck = (person: Person, read: Read, persons: string[], team = 'FIELD0002') =>
  ask(person, 'assignRecheck', 'AssignRecheckInput', { ...at(read), team, persons });

export async function recordRecheck(
  person: Person,
  read: Read,
  finding = 'The house belongs to the brother.',
): Promise<{ recorded?: boolean; code?: string; problems?: { code: string }[] }> {
  const { answer } = await person.ask<{ answer: { recorded?: boolean; code?: string } }>(
    `mutation ($input: RecordRecheckInput!) {
       answer: recordRecheck(input: $input) {
         ... on RecheckRecorded { recorded } ... on Refusal { code } ... on ObjectionRefused { problems { code } }
       }
     }`,
    { input: { key: randomUUID(), ...at(read), finding } },
  );
  return answer;
}

export const decideObjection = (person: Person, read: Read, decision: string, change: object = {}) =>
  ask(person, 'decideObjection', 'DecideObjectionInput', {
    ...at(read),
    decision,
    reason: 'Seen on the spot.',
    ...change,
  });

export const answerObjection = (person: Person, read: Read) =>
  ask(person, 'answerObjection', 'ObjectionStepInput', at(read));

export const callBack = (person: Person, read: Read) =>
  ask(person, 'callObjectorBack', 'CallObjectorBackInput', { ...at(read), satisfied: true });

/** From the receipt to the decision, by an officer and somebody who goes to look. */
export async function settle(
  officer: Person,
  checker: Person,
  received: Read,
  decision: string,
  change: object = {},
): Promise<Answer<ShownObjection>> {
  const registered = await registerObjection(officer, received);
  const assigned = await assignRecheck(officer, registered, [checker.id]);
  const { code } = await recordRecheck(checker, assigned);
  if (code) throw new Error(code);
  return decideObjection(officer, { ...assigned, version: assigned.version + 1 }, decision, change);
}
