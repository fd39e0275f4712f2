import { luocheng2015, scoreOf, type FactDefinition, type FactValue } from '@jingzhun/identification-rules';
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

export async function householdsOf(person: Person, areaCode: string, stage?: string): Promise<ShownHousehold[]> {
  const { households } = await person.ask<{ households: { nodes: ShownHousehold[] } }>(
    `query ($filter: HouseholdFilter) { households(filter: $filter, first: 100) { nodes { ${household} } } }`,
    { filter: { areaCode, stage } },
  );
  return households.nodes;
}

/** `visitId` where the visit came late and was kept aside. */
export type VisitAnswer = Answer<ShownHousehold & { visitId?: string; problems?: { fact: string; code: string }[] }>;

export interface GivenFact {
  fact: string;
  memberId?: string;
  value: FactValue;
}

/** What the form asks, of everybody concerned: the least of each number, the first of the options, nothing of what one may have. */
export function plainFacts(memberIds: readonly string[]): GivenFact[] {
  return form.facts.flatMap((fact) => {
    const value = plainValue(fact);
    return fact.about === 'household'
      ? [{ fact: fact.key, value }]
      : memberIds.map((memberId) => ({ fact: fact.key, memberId, value }));
  });
}

function plainValue({ kind, options = [], minimum = 0 }: FactDefinition): FactValue {
  switch (kind) {
    case 'number':
      return minimum;
    case 'choice':
      return options[0]!.key;
    case 'flags':
      return [];
    case 'text':
      return 'None.';
    case 'date':
      return '2015-10-16';
  }
}

const couple = ['01', '02'].map((relation) => ({
  id: relation,
  relation,
  sex: 'male' as const,
  birthDate: '1970-01-01',
  ethnicity: 'Han',
}));
const score = scoreOf(
  form,
  couple,
  plainFacts(couple.map(({ id }) => id)).map(({ fact, memberId, value }) => ({
    fact,
    ...(memberId && { member: memberId }),
    value,
  })),
);
/** What those facts are worth to a household of two. */
export const plainTotal = score.ok ? score.total : NaN;

/** Everything that the campaign's form asks of a household; nothing where it has no form, or the household is not his. */
export async function factsOf(person: Person, householdId: string): Promise<GivenFact[]> {
  const { household, campaign } = await person.ask<{
    household: { members: { id: string }[] } | null;
    campaign: { profile: { form: object | null } };
  }>(`query ($id: ID!) { household(id: $id) { members { id } } campaign { profile { form { version } } } }`, {
    id: householdId,
  });
  return campaign.profile.form && household ? plainFacts(household.members.map(({ id }) => id)) : [];
}

/** The person who goes with everybody. */
export const companion = randomUUID();

export async function recordVisit(
  person: Person,
  { id, version }: { id: string; version: number },
  change: Record<string, unknown> = {},
): Promise<VisitAnswer> {
  const input = {
    key: randomUUID(),
    householdId: id,
    version,
    visitedAt: new Date(0).toISOString(),
    companionIds: [companion],
    personsPresent: 2,
    observation: 'A brick house, two rooms.',
    observations: change['observations'] ?? (await factsOf(person, id)),
    ...change,
  };
  const { recordVisit: answer } = await person.ask<{ recordVisit: VisitAnswer }>(
    `mutation ($input: RecordVisitInput!) {
       recordVisit(input: $input) {
         ... on Household { ${household} } ... on LateVisitKept { visitId } ... on FactsNotValid { problems { fact code } } ${refusal}
       }
     }`,
    { input },
  );
  return answer;
}

export async function recordScoreSheet(
  person: Person,
  { id, version }: { id: string; version: number },
  change: Record<string, unknown> = {},
): Promise<Answer<ShownHousehold & { problems?: { fact: string; code: string }[] }>> {
  const input = {
    key: randomUUID(),
    householdId: id,
    version,
    formVersion: form.version,
    observations: [],
    ...change,
  };
  const { recordScoreSheet: answer } = await person.ask<{
    recordScoreSheet: Answer<ShownHousehold & { problems?: { fact: string; code: string }[] }>;
  }>(
    `mutation ($input: RecordScoreSheetInput!) {
       recordScoreSheet(input: $input) { ... on Household { ${household} } ... on FactsNotValid { problems { fact code } } ${refusal} }
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

interface SeatShown {
  householdId: string;
  holders: { personId: string; recusedFrom: string[] }[];
}

interface MeetingShown {
  areaCode: string;
  tally: { ballots: { householdId: string; confirmedIn: number | null }[] } | null;
  roster: SeatShown[];
}

/** How a meeting goes when somebody of every seat comes: nobody is against but whom `returned` names. */
export interface Held {
  returned?: { householdId: string; reason?: string }[];
  [field: string]: unknown;
}

/** Today, where the campaign is. */
export function today(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}

export function dayBefore(day: string, days = 1): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}

/** Records the protocol of a meeting; what `change` names stands in it instead. */
export async function holdReview(
  person: Person,
  kind: 'Group' | 'Village',
  { id, version }: { id: string; version: number },
  { returned = [], ...change }: Held = {},
): Promise<MeetingAnswer> {
  const meeting = await meetingOf(person, kind, id);
  const heldOn = today();
  const protocol = meeting ? protocolOf(meeting, returned) : { attendance: [], minutes: 'None.' };
  const input = {
    key: randomUUID(),
    sittingId: id,
    version,
    heldOn,
    place: 'The school',
    noticeOn: dayBefore(heldOn),
    ...protocol,
    ...change,
  };
  const data = await person.ask<Record<string, MeetingAnswer>>(
    `mutation ($input: HoldReviewInput!) {
       hold${kind}Review(input: $input) {
         ... on Sitting { ${sitting} } ${refusal} ... on SittingNotValid { problems { code field householdId } }
       }
     }`,
    { input },
  );
  return data[`hold${kind}Review`]!;
}

export type MeetingAnswer = Answer<
  ShownSitting & { problems?: { code: string; field: string; householdId: string | null }[] }
>;

/** One step of a meeting that is recorded while it is held. */
export async function inMeeting(
  person: Person,
  mutation: string,
  { id, version }: { id: string; version: number },
  input: Record<string, unknown> = {},
): Promise<MeetingAnswer> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const { answer } = await person.ask<{ answer: MeetingAnswer }>(
    `mutation ($input: ${type}!) {
       answer: ${mutation}(input: $input) {
         ... on Sitting { ${sitting} } ${refusal} ... on SittingNotValid { problems { code field householdId } }
       }
     }`,
    { input: { key: randomUUID(), sittingId: id, version, ...input } },
  );
  return answer;
}

/** The meeting as its secretary sees it; a village that has no representatives elects everybody. */
async function meetingOf(person: Person, kind: 'Group' | 'Village', id: string): Promise<MeetingShown | undefined> {
  const read = async () =>
    (
      await person.execute<{ sitting: MeetingShown | null }>(
        `query ($id: ID!) {
           sitting(id: $id) {
             areaCode tally { ballots { householdId confirmedIn } } roster { householdId holders { personId recusedFrom } }
           }
         }`,
        { id },
      )
    ).data?.sitting ?? undefined;
  const shown = await read();
  if (!shown || kind === 'Group' || shown.roster.length > 0) return shown;
  const { households } = await person.ask<{ households: { nodes: { members: { id: string }[] }[] } }>(
    `query ($areaCode: ID!) { households(filter: { areaCode: $areaCode }, first: 100) { nodes { members { id } } } }`,
    { areaCode: shown.areaCode },
  );
  const memberIds = households.nodes.flatMap(({ members }) => members.map((member) => member.id));
  await setRepresentatives(person, shown.areaCode, memberIds);
  return read();
}

export async function setRepresentatives(
  person: Person,
  villageCode: string,
  memberIds: string[],
): Promise<Answer<{ members?: { personId: string; name: string }[] }>> {
  const { setVillageRepresentatives: answer } = await person.ask<{
    setVillageRepresentatives: Answer<{ members?: { personId: string; name: string }[] }>;
  }>(
    `mutation ($input: SetVillageRepresentativesInput!) {
       setVillageRepresentatives(input: $input) { ... on VillageRepresentatives { members { personId name } } ${refusal} }
     }`,
    { input: { key: randomUUID(), villageCode, memberIds } },
  );
  return answer;
}

/** Somebody comes for every seat; two guests from the village take the chair and the pen. */
function protocolOf({ roster, tally }: MeetingShown, returned: NonNullable<Held['returned']>) {
  const there = roster.map(({ householdId, holders }) => ({ householdId, holder: holders[0]! }));
  const votersOn = (laid: string) =>
    there.filter(({ householdId, holder }) => householdId !== laid && !holder.recusedFrom.includes(laid)).length;
  const open = (tally?.ballots ?? []).filter(({ confirmedIn }) => confirmedIn === null);
  const [chair, recorder] = [randomUUID(), randomUUID()];
  return {
    attendance: [...there.map(({ holder }) => holder.personId), chair, recorder],
    votes: returned.map(({ householdId, reason }) => ({
      householdId,
      for: 0,
      against: votersOn(householdId),
      abstain: 0,
      reason,
    })),
    rest: { for: there.length, against: 0, abstain: 0 },
    referrals: open
      .filter(({ householdId }) => votersOn(householdId) === 0)
      .map(({ householdId }) => ({ householdId, reason: 'Everybody present is of this household.' })),
    minutes: 'Gone through one by one.',
    signatures: [
      { as: 'chair', personId: chair },
      { as: 'recorder', personId: recorder },
      ...there.slice(0, 1).map(({ holder }) => ({ as: 'representative', personId: holder.personId })),
    ],
  };
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
