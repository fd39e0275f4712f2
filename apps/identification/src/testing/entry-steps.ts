import { randomUUID } from 'node:crypto';
import type { Person } from './running-service';
import type { Answer } from './steps';

export interface Entry {
  householdId: string;
  version: number;
  /** Absent where households are not scored. */
  total?: number;
  vetoed: boolean;
}

export async function recordEntries(person: Person, entries: Entry[]): Promise<Answer<{ entered: number }>> {
  const { recordEntries: answer } = await person.ask<{ recordEntries: Answer<{ entered: number }> }>(
    `mutation ($input: RecordEntriesInput!) { recordEntries(input: $input) { ... on EntriesRecorded { entered } ... on Refusal { code message field } } }`,
    { input: { key: randomUUID(), entries } },
  );
  return answer;
}
