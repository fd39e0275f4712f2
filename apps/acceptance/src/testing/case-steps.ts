import { noticePhoto, type Session } from '@jingzhun/county';
import { luocheng2015, type FactDefinition, type FactValue } from '@jingzhun/identification-rules';
import { randomUUID } from 'node:crypto';
import { until } from './until';

/** The people of one village, each with a session of his own. */
export interface Villagers {
  worker: Session;
  groupSecretary: Session;
  villageSecretary: Session;
  clerk: Session;
}

interface Versioned {
  id: string;
  version: number;
}

interface Visitable extends Versioned {
  members: { id: string }[];
}

const form = luocheng2015.form!;
export const formVersion = form.version;

const refusal = `__typename ... on Refusal { code message }`;

export async function householdsAt(person: Session, areaCode: string, stage: string): Promise<Visitable[]> {
  const { households } = await person.ask<{ households: { nodes: Visitable[] } }>(
    `query ($filter: HouseholdFilter) {
       households(filter: $filter, first: 100) { nodes { id version members { id } } }
     }`,
    { filter: { areaCode, stage } },
  );
  return households.nodes;
}

/** What a stage is open for now, in a village: its households, or the sitting. */
export async function subjectsAt(people: Villagers, areaCode: string, stage: string): Promise<Versioned[]> {
  if (['visit', 'scoring', 'entry'].includes(stage)) {
    return householdsAt(stage === 'entry' ? people.clerk : people.worker, areaCode, stage);
  }
  const { sittings } = await people.villageSecretary.ask<{
    sittings: { nodes: (Versioned & { stage: string | null })[] };
  }>(`query ($filter: SittingFilter) { sittings(filter: $filter, first: 100) { nodes { id version stage } } }`, {
    filter: { areaCode },
  });
  return sittings.nodes.filter((sitting) => sitting.stage === stage);
}

const companionIds = [randomUUID()];

/** What is given for a fact where nothing depends on it: the least number, the first option, nothing of what one may have. */
function plainValue({ kind, options = [], minimum = 0 }: FactDefinition): FactValue {
  if (kind === 'number') return minimum;
  return kind === 'choice' ? options[0]!.key : [];
}

/** Everything that the form asks of a household. */
function factsOf({ members }: Visitable) {
  return form.facts.flatMap((fact) => {
    const value = plainValue(fact);
    return fact.about === 'household'
      ? [{ fact: fact.key, value }]
      : members.map(({ id }) => ({ fact: fact.key, memberId: id, value }));
  });
}

export function visitInput(household: Visitable) {
  return {
    key: randomUUID(),
    householdId: household.id,
    version: household.version,
    visitedAt: new Date().toISOString(),
    companionIds,
    personsPresent: 1,
    observation: 'Seen.',
    observations: factsOf(household),
  };
}

export const recordVisit = `mutation ($input: RecordVisitInput!) {
  answer: recordVisit(input: $input) { ${refusal} ... on Household { id version stage } ... on LateVisitKept { visitId } }
}`;

/** Does what a stage asks for, as the person whose duty it is, for everything that waits at it in the area. */
export async function doStage(people: Villagers, areaCode: string, stage: string): Promise<void> {
  const subjects = await subjectsAt(people, areaCode, stage);
  switch (stage) {
    case 'visit':
      for (const household of await householdsAt(people.worker, areaCode, stage))
        await people.worker.perform(recordVisit, visitInput(household));
      return;
    case 'scoring':
      for (const { id, version } of subjects)
        await people.worker.perform(
          `mutation ($input: RecordScoreSheetInput!) { answer: recordScoreSheet(input: $input) { ${refusal} } }`,
          { householdId: id, version, formVersion, observations: [] },
        );
      return;
    case 'group-review':
    case 'village-review':
      for (const { id, version } of subjects) await review(people, stage, id, version);
      return;
    case 'publicity':
      for (const { id, version } of subjects)
        await people.groupSecretary.perform(
          `mutation ($input: PostNoticeInput!) { answer: postNotice(input: $input) { ${refusal} } }`,
          {
            sittingId: id,
            version,
            place: 'Board',
            photoIds: [await noticePhoto(people.groupSecretary, `${areaCode}001`)],
          },
        );
      return;
    default:
      await enter(people.clerk, subjects);
  }
}

/** Everybody of the roster comes and nobody is against; two guests take the chair and the pen. */
async function review(
  people: Villagers,
  stage: 'group-review' | 'village-review',
  sittingId: string,
  version: number,
): Promise<void> {
  const person = stage === 'group-review' ? people.groupSecretary : people.villageSecretary;
  const mutation = stage === 'group-review' ? 'holdGroupReview' : 'holdVillageReview';
  const { areaCode, today, roster } = await meetingOf(person, sittingId);
  const seats = roster.length > 0 ? roster : await elect(person, areaCode, sittingId);
  const present = seats.map(({ holders }) => holders[0]!.personId);
  const [chair, recorder] = [randomUUID(), randomUUID()];
  await person.perform(`mutation ($input: HoldReviewInput!) { answer: ${mutation}(input: $input) { ${refusal} } }`, {
    sittingId,
    version,
    heldOn: today,
    place: 'The school',
    noticeOn: new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10),
    attendance: [...present, chair, recorder],
    rest: { for: present.length, against: 0, abstain: 0 },
    minutes: 'Held.',
    signatures: [
      { as: 'chair', personId: chair },
      { as: 'recorder', personId: recorder },
      { as: 'representative', personId: present[0] },
    ],
  });
}

interface MeetingSeen {
  areaCode: string;
  today: string;
  roster: { holders: { personId: string }[] }[];
}

async function meetingOf(person: Session, id: string): Promise<MeetingSeen> {
  const { sitting } = await person.ask<{ sitting: MeetingSeen }>(
    `query ($id: ID!) { sitting(id: $id) { areaCode today roster { holders { personId } } } }`,
    { id },
  );
  return sitting;
}

/** Everybody in the village becomes its representative. */
async function elect(person: Session, villageCode: string, sittingId: string): Promise<MeetingSeen['roster']> {
  const { households } = await person.ask<{ households: { nodes: { members: { id: string }[] }[] } }>(
    `query ($areaCode: ID!) { households(filter: { areaCode: $areaCode }, first: 100) { nodes { members { id } } } }`,
    { areaCode: villageCode },
  );
  await person.perform(
    `mutation ($input: SetVillageRepresentativesInput!) { answer: setVillageRepresentatives(input: $input) { ${refusal} } }`,
    { villageCode, memberIds: households.nodes.flatMap(({ members }) => members.map(({ id }) => id)) },
  );
  return (await meetingOf(person, sittingId)).roster;
}

async function enter(clerk: Session, households: Versioned[]): Promise<void> {
  const { households: found } = await clerk.ask<{
    households: { nodes: { id: string; scoreSheet: { total: number } }[] };
  }>(`{ households(filter: { stage: "entry" }, first: 100) { nodes { id scoreSheet { total } } } }`);
  const totals = new Map(found.nodes.map(({ id, scoreSheet }) => [id, scoreSheet.total]));
  const entries = households.map(({ id, version }) => ({
    householdId: id,
    version,
    total: totals.get(id),
    vetoed: false,
  }));
  await clerk.perform(
    `mutation ($input: RecordEntriesInput!) { answer: recordEntries(input: $input) { ${refusal} } }`,
    {
      entries,
    },
  );
}

/** Waits until something in the area is at a stage. */
export function arrival(people: Villagers, areaCode: string, stage: string): Promise<Versioned[]> {
  return until(`${areaCode} at ${stage}`, async () => {
    const subjects = await subjectsAt(people, areaCode, stage);
    return subjects.length > 0 ? subjects : undefined;
  });
}
