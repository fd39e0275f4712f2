import type { Session } from '@jingzhun/county';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { arrival, doStage, type Villagers } from '../testing/case-steps';
import { villages } from '../testing/three-villages';
import type { ThreeVillages } from '../testing/three-villages-stack';
import { until } from '../testing/until';

const stages = ['visit', 'scoring', 'group-review', 'publicity', 'village-review', 'entry'];

interface Clock {
  id: string;
  version: number;
  stage: string;
  state: string;
  remindAt: string;
  remindedAt: string | null;
  dueAt: string;
  firstDueAt: string;
  breachedAt: string | null;
  openedAt: string;
}

interface Standing {
  clocks: number;
  reminders: number;
  breaches: number;
  extensions: number;
}

const owners: Record<string, keyof Villagers> = {
  visit: 'worker',
  scoring: 'worker',
  'group-review': 'groupSecretary',
  publicity: 'groupSecretary',
  'village-review': 'villageSecretary',
  entry: 'clerk',
};

/**
 * In one village nobody acts before a deadline has passed; in the other every deadline is extended in time. A campaign day
 * lasts `dayMilliseconds`.
 */
export function deadlines(world: () => ThreeVillages, dayMilliseconds: number): void {
  describe('the deadline of every stage', () => {
    const [idle, extended] = villages;
    /** What happens in the village whose deadlines are extended goes on beside the other. */
    let beside: Promise<void>;
    beforeAll(() => {
      beside = extendEveryStage(world(), dayMilliseconds);
      beside.catch(() => undefined);
    });

    /** Deadlines that have passed so far in the idle village. */
    let passed = 0;

    it.each(stages)(
      'of %s: whoever does nothing is reminded once, breaches once and changes the board once',
      async (stage) => {
        const people = world().of(0);
        const supervisor = world().as('supervisor');
        const subjects = await arrival(people, idle, stage);
        passed += subjects.length;
        for (const { id } of subjects) {
          const clock = await until(`breach of ${stage}`, async () => {
            const found = await clockOf(supervisor, id, stage);
            return found?.breachedAt ? found : undefined;
          });
          expect(clock).toMatchObject({ state: 'breached', breachedAt: clock.dueAt, firstDueAt: clock.dueAt });
          expect(clock.remindedAt).not.toBeNull();
        }
        const breached = { onTrack: 0, atRisk: 0, breached: subjects.length, waiting: 0 };
        expect(await board(supervisor, idle, stage)).toEqual(breached);
        // Another day changes nothing more: each deadline was recorded once.
        await pause(dayMilliseconds);
        expect(await figures(supervisor, idle)).toMatchObject({ reminders: passed, breaches: passed });
        expect(await board(supervisor, idle, stage)).toEqual(breached);
        await doStage(people, idle, stage);
        await until('late completion on the board', async () =>
          (await board(supervisor, idle, stage)).breached === 0 ? true : undefined,
        );
      },
      150_000,
    );

    it('is moved by an extension granted in time: no breach, and the first due time is kept', async () => {
      await beside;
      const households = 3;
      const clocks = 3 * households + 3;
      expect(await figures(world().as('supervisor'), extended)).toMatchObject({
        clocks,
        breaches: 0,
        extensions: clocks,
      });
    }, 240_000);
  });
}

/** Each stage of the other village is extended by as much again, and done after its first due time. */
async function extendEveryStage(world: ThreeVillages, dayMilliseconds: number): Promise<void> {
  const people = world.of(1);
  const supervisor = world.as('supervisor');
  const village = villages[1];
  for (const stage of stages) {
    const subjects = await arrival(people, village, stage);
    const firstDue = await Promise.all(
      subjects.map(({ id }) => extend(people[owners[stage]!], world.as('officer'), supervisor, id, stage)),
    );
    await pause(Math.max(...firstDue) - Date.now() + dayMilliseconds / 2);
    await doStage(people, village, stage);
  }
}

/** Asks for more time as the owner and has another person grant it; answers the first due time in milliseconds. */
async function extend(
  owner: Session,
  officer: Session,
  reader: Session,
  subjectId: string,
  stage: string,
): Promise<number> {
  const clock = await until(`clock of ${stage}`, async () => {
    const found = await clockOf(reader, subjectId, stage);
    return found?.dueAt ? found : undefined;
  });
  const firstDue = Date.parse(clock.firstDueAt);
  const length = firstDue - Date.parse(clock.openedAt);
  const { id } = await owner.perform<{ __typename: string; id: string }>(
    `mutation ($input: RequestExtensionInput!) {
       answer: requestExtension(input: $input) { __typename ... on Refusal { code message } ... on Extension { id } }
     }`,
    {
      key: randomUUID(),
      clockId: clock.id,
      version: clock.version,
      dueAt: new Date(firstDue + length * 0.95).toISOString(),
      reason: 'The road is washed away.',
    },
  );
  await officer.perform(
    `mutation ($input: DecideExtensionInput!) { answer: decideExtension(input: $input) { __typename ... on Refusal { code message } } }`,
    { extensionId: id, approve: true },
  );
  return firstDue;
}

async function clockOf(person: Session, subjectId: string, stage: string): Promise<Clock | undefined> {
  const { clocks } = await person.ask<{ clocks: Clock[] }>(
    `query ($id: ID!) { clocks(subjectId: $id) { id version stage state openedAt remindAt remindedAt dueAt firstDueAt breachedAt } }`,
    { id: subjectId },
  );
  return clocks.find((clock) => clock.stage === stage);
}

async function figures(person: Session, areaCode: string): Promise<Standing> {
  const { deadlineFigures } = await person.ask<{ deadlineFigures: Standing }>(
    `query ($area: ID!) { deadlineFigures(areaCode: $area) { clocks reminders breaches extensions } }`,
    { area: areaCode },
  );
  return deadlineFigures;
}

/** The line of one stage on the board of an area, in clocks. */
async function board(person: Session, areaCode: string, stage: string): Promise<Record<string, number>> {
  type Counts = Record<string, { clocks: number }>;
  const { board: found } = await person.ask<{ board: { lines: { stage: string; counts: Counts }[] } }>(
    `query ($area: ID!) {
       board(areaCode: $area, by: STAGE) {
         lines { stage counts { onTrack { clocks } atRisk { clocks } breached { clocks } waiting { clocks } } }
       }
     }`,
    { area: areaCode },
  );
  const counts = found.lines.find((line) => line.stage === stage)?.counts;
  const none = { clocks: 0 };
  const { onTrack = none, atRisk = none, breached = none, waiting = none } = counts ?? {};
  return { onTrack: onTrack.clocks, atRisk: atRisk.clocks, breached: breached.clocks, waiting: waiting.clocks };
}
