import { randomUUID } from 'node:crypto';
import type { Person } from './running-service';
import type { Answer } from './steps';

export interface ShownVeto {
  id: string;
  version: number;
  state: string;
  rule: string;
  steps: { step: string; by: string | null; sittingId: string | null; reason: string | null }[];
}

const refusal = `... on Refusal { code message field }`;
const veto = `id version state rule steps { step by sittingId reason }`;

/** Takes one step of a veto; the changes stand beside what is always sent. */
async function step(person: Person, mutation: string, type: string, input: object): Promise<Answer<ShownVeto>> {
  const { answer } = await person.ask<{ answer: Answer<ShownVeto> }>(
    `mutation ($input: ${type}!) { answer: ${mutation}(input: $input) { ... on Veto { ${veto} } ${refusal} } }`,
    { input: { key: randomUUID(), ...input } },
  );
  return answer;
}

export function proposeVeto(person: Person, householdId: string, change: object = {}): Promise<Answer<ShownVeto>> {
  return step(person, 'proposeVeto', 'ProposeVetoInput', {
    householdId,
    rule: 'V4',
    reason: 'A van stands in the yard.',
    evidence: [{ kind: 'vehicle-record', reference: 'Sheet 17' }],
    ...change,
  });
}

const grounds = { reason: 'other-person', evidence: [{ kind: 'vehicle-record', reference: 'Sheet 18' }] };

export function verifyLift(
  person: Person,
  { id, version }: ShownVeto,
  change: object = {},
): Promise<Answer<ShownVeto>> {
  return step(person, 'verifyVetoLift', 'VerifyVetoLiftInput', { vetoId: id, version, ...grounds, ...change });
}

export function decideLift(
  person: Person,
  { id, version }: ShownVeto,
  change: object = {},
): Promise<Answer<ShownVeto>> {
  return step(person, 'decideVetoLift', 'DecideVetoLiftInput', {
    vetoId: id,
    version,
    lift: true,
    ...grounds,
    ...change,
  });
}

export async function letStand(person: Person, vetoIds: string[]): Promise<Answer<{ vetoes?: ShownVeto[] }>> {
  const { answer } = await person.ask<{ answer: Answer<{ vetoes?: ShownVeto[] }> }>(
    `mutation ($input: LetVetoesStandInput!) {
       answer: letVetoesStand(input: $input) { ... on VetoesStanding { vetoes { ${veto} } } ${refusal} }
     }`,
    { input: { key: randomUUID(), vetoIds } },
  );
  return answer;
}

export async function vetoesOf(person: Person, householdId: string): Promise<ShownVeto[]> {
  const { household } = await person.ask<{ household: { vetoes: ShownVeto[] } }>(
    `query ($id: ID!) { household(id: $id) { vetoes { ${veto} } } }`,
    { id: householdId },
  );
  return household.vetoes;
}
