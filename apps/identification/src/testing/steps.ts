import { luocheng2015, scoreOfAnswers } from '@jingzhun/identification-rules';
import { testPng } from '@jingzhun/subgraph/testing';
import { randomUUID } from 'node:crypto';
import type { Person } from './running-service';

export interface ShownHousehold {
  id: string;
  version: number;
  number: string;
  stage: string;
  round: number;
}

export interface ShownSitting {
  id: string;
  version: number;
  kind: 'group' | 'village';
  areaCode: string;
  state: string;
  stage: string | null;
  round: number;
  households: number;
  publicity: { closesAt: string | null; closedAt: string | null } | null;
}

const refusal = `... on Refusal { code message field }`;
const household = `id version number stage round`;
const sitting = `id version kind areaCode state stage round households publicity { closesAt closedAt }`;

export type Answer<Thing> = Thing & { code?: string; message?: string; field?: string };

const form = luocheng2015.form!;

/** Every item answered with its first level. */
export const plainAnswers = form.items.map((item) => ({ item: item.key, levels: [item.levels[0]!.key] }));

const score = scoreOfAnswers(form, plainAnswers);
/** What those answers are worth. */
export const plainTotal = score.ok ? score.total : NaN;

export async function householdsOf(person: Person, areaCode: string, stage?: string): Promise<ShownHousehold[]> {
  const { households } = await person.ask<{ households: { nodes: ShownHousehold[] } }>(
    `query ($filter: HouseholdFilter) { households(filter: $filter, first: 100) { nodes { ${household} } } }`,
    { filter: { areaCode, stage } },
  );
  return households.nodes;
}

export async function recordVisit(
  person: Person,
  { id, version }: { id: string; version: number },
  change: Record<string, unknown> = {},
): Promise<Answer<ShownHousehold>> {
  const input = {
    key: randomUUID(),
    householdId: id,
    version,
    visitedAt: new Date(0).toISOString(),
    personsPresent: 2,
    observation: 'A brick house, two rooms.',
    ...change,
  };
  const { recordVisit: answer } = await person.ask<{ recordVisit: Answer<ShownHousehold> }>(
    `mutation ($input: RecordVisitInput!) { recordVisit(input: $input) { ... on Household { ${household} } ${refusal} } }`,
    { input },
  );
  return answer;
}

export async function recordScoreSheet(
  person: Person,
  { id, version }: { id: string; version: number },
  change: Record<string, unknown> = {},
): Promise<Answer<ShownHousehold & { problems?: { item: string }[] }>> {
  const input = {
    key: randomUUID(),
    householdId: id,
    version,
    formVersion: form.version,
    answers: plainAnswers,
    ...change,
  };
  const { recordScoreSheet: answer } = await person.ask<{
    recordScoreSheet: Answer<ShownHousehold & { problems?: { item: string }[] }>;
  }>(
    `mutation ($input: RecordScoreSheetInput!) {
       recordScoreSheet(input: $input) { ... on Household { ${household} } ... on SheetNotValid { problems { item } } ${refusal} }
     }`,
    { input },
  );
  return answer;
}

/** Visits and scores every household of a group. */
export async function assess(person: Person, areaCode: string): Promise<void> {
  for (const visited of await householdsOf(person, areaCode, 'visit')) await recordVisit(person, visited);
  for (const scored of await householdsOf(person, areaCode, 'scoring')) await recordScoreSheet(person, scored);
}

export async function sittingsOf(person: Person, filter: Record<string, unknown>): Promise<ShownSitting[]> {
  const { sittings } = await person.ask<{ sittings: { nodes: ShownSitting[] } }>(
    `query ($filter: SittingFilter) { sittings(filter: $filter, first: 100) { nodes { ${sitting} } } }`,
    { filter },
  );
  return sittings.nodes;
}

export async function holdReview(
  person: Person,
  kind: 'Group' | 'Village',
  { id, version }: { id: string; version: number },
  change: Record<string, unknown> = {},
): Promise<Answer<ShownSitting>> {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const input = {
    key: randomUUID(),
    sittingId: id,
    version,
    heldOn: today,
    minutes: 'Gone through one by one.',
    exceptions: [],
    ...change,
  };
  const data = await person.ask<Record<string, Answer<ShownSitting>>>(
    `mutation ($input: HoldReviewInput!) { hold${kind}Review(input: $input) { ... on Sitting { ${sitting} } ${refusal} } }`,
    { input },
  );
  return data[`hold${kind}Review`]!;
}

/** Posts a notice; with a photo of it unless other evidence is given. */
export async function postNotice(
  person: Person,
  { id, version, areaCode }: { id: string; version: number; areaCode: string },
  photoIds?: string[],
): Promise<Answer<ShownSitting>> {
  const photos = photoIds ?? [await person.upload(testPng(8, 8), `/files/photo?areaCode=${areaCode}`)];
  const { postNotice: answer } = await person.ask<{ postNotice: Answer<ShownSitting> }>(
    `mutation ($input: PostNoticeInput!) { postNotice(input: $input) { ... on Sitting { ${sitting} } ${refusal} } }`,
    { input: { key: randomUUID(), sittingId: id, version, place: 'Village board', photoIds: photos } },
  );
  return answer;
}

export interface Entry {
  householdId: string;
  version: number;
  /** Absent where households are not scored. */
  total?: number;
  vetoed: boolean;
}

export async function recordEntries(person: Person, entries: Entry[]): Promise<Answer<{ entered: number }>> {
  const { recordEntries: answer } = await person.ask<{ recordEntries: Answer<{ entered: number }> }>(
    `mutation ($input: RecordEntriesInput!) { recordEntries(input: $input) { ... on EntriesRecorded { entered } ${refusal} } }`,
    { input: { key: randomUUID(), entries } },
  );
  return answer;
}
