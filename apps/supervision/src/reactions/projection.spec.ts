import { randomUUID } from 'node:crypto';
import type { Envelope } from '@jingzhun/contracts/envelope';
import { householdMovedV1, type DeadlineReached } from '@jingzhun/contracts/identification';
import { assignmentChangedV1 } from '@jingzhun/contracts/organization';
import fc from 'fast-check';
import { DeadlineService } from '../deadline/deadline.service';
import { eventOf, group, MadeUpStage } from '../testing/made-up-stage';
import { Supervision } from '../testing/supervision';

/** What can be told about a stage: an event, or the knock of its timer. */
type News = { event: Envelope } | { breach: DeadlineReached };

const done = (time: string) => `2015-10-12T${time}:00.000Z`;

/** The lives a stage can have, as far as supervision hears of them. */
const lives: Record<string, (stage: MadeUpStage) => News[]> = {
  'just opened': (stage) => [{ event: stage.opened() }],
  'done in time': (stage) => [{ event: stage.opened() }, { event: stage.completed(done('11:00')) }],
  'never done': (stage) => [{ event: stage.opened() }, { breach: stage.reached() }],
  'done late': (stage) => [
    { event: stage.opened() },
    { breach: stage.reached() },
    { event: stage.completed(done('17:00')) },
  ],
  'posted in time': (stage) => [
    { event: stage.opened({ households: 40 }) },
    { event: stage.posted(done('15:00'), done('23:00')) },
    { event: stage.completed(done('23:00')) },
  ],
  'posted late': (stage) => [
    { event: stage.opened() },
    { breach: stage.reached({ households: 40 }) },
    { event: stage.posted(done('18:00'), done('23:00')) },
    { event: stage.completed(done('23:00'), 'returned') },
  ],
};

describe('the clocks made from events', () => {
  let supervision: Supervision;
  beforeAll(async () => {
    supervision = await Supervision.start();
  });
  afterAll(() => supervision.stop());

  /** Hears the news in this order, events that follow each other as one batch. */
  const hear = async (news: News[]) => {
    let batch: Envelope[] = [];
    for (const one of news) {
      if ('event' in one) batch.push(one.event);
      else {
        await supervision.take(...batch);
        batch = [];
        await supervision.get(DeadlineService).breach(one.breach);
      }
    }
    await supervision.take(...batch);
  };

  const stateOf = async ({ subject: { subjectId } }: MadeUpStage) => {
    const clocks = await supervision.rows<object>(
      `SELECT to_jsonb(clock) - 'id' - 'subject_id' AS clock FROM clock WHERE subject_id = $1`,
      [subjectId],
    );
    return { clocks, told: await supervision.told(subjectId) };
  };

  it.each(Object.keys(lives))('are the same however often and in whatever order the news come: %s', async (life) => {
    const inOrder = new MadeUpStage();
    await hear(lives[life]!(inOrder));
    const expected = await stateOf(inOrder);
    expect(expected.clocks).toHaveLength(1);

    const news = lives[life]!(new MadeUpStage()).length;
    const told = fc.shuffledSubarray(
      Array.from({ length: 2 * news }, (_, index) => index % news),
      { minLength: 2 * news },
    );
    await fc.assert(
      fc.asyncProperty(told, fc.boolean(), async (order, published) => {
        const stage = new MadeUpStage();
        const story = lives[life]!(stage);
        // A repetition is the same message again, or the same fact published again under another id.
        const again = (one: News) =>
          published && 'event' in one ? { event: { ...one.event, id: randomUUID() } } : one;
        await hear(order.map((index) => again(story[index]!)));
        expect(await stateOf(stage)).toEqual(expected);
      }),
      { seed: 20151011, numRuns: 15 },
    );
  });

  it('go with their household to another group, together with what was asked on them, whatever comes in one batch', async () => {
    const [there, further] = ['451225100001002', '451225100001003'];
    const moved = (from: string, to: string, stage: MadeUpStage) =>
      eventOf(householdMovedV1.type, stage.subject.subjectId, {
        householdId: stage.subject.subjectId,
        fromAreaCode: from,
        areaCode: to,
        movedAt: done('10:00'),
      });
    const stage = new MadeUpStage();
    const neighbour = new MadeUpStage();
    await supervision.take(moved(group, there, stage), neighbour.opened(), stage.opened());
    await supervision.take(moved(there, further, stage), moved(group, there, stage));
    const { subjectId } = stage.subject;
    const areas = await supervision.rows('SELECT area_code FROM clock WHERE subject_id = ANY ($1) ORDER BY 1', [
      [subjectId, neighbour.subject.subjectId],
    ]);
    expect(areas).toEqual([{ area_code: group }, { area_code: further }]);
    await supervision.take(stage.completed(done('11:00')));
    expect(await supervision.rows('SELECT area_code FROM clock WHERE subject_id = $1', [subjectId])).toEqual([
      { area_code: further },
    ]);
  });

  it('are taken for a thousand stages in one batch', async () => {
    const stages = Array.from({ length: 1000 }, () => new MadeUpStage({ areaCode: '451225109001001' }));
    await supervision.take(...stages.map((stage) => stage.opened()));
    const [count] = await supervision.rows<{ clocks: number }>(
      `SELECT count(*)::int AS clocks FROM clock WHERE area_code = '451225109001001'`,
    );
    expect(count).toEqual({ clocks: 1000 });
  });

  it('name whoever was made answerable last, in whatever order the changes come', async () => {
    const change = (personId: string, changedAt: string, role: string) =>
      eventOf(assignmentChangedV1.type, group, { areaCode: group, role, personId, changedAt });
    const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
    await supervision.take(change(second, done('09:00'), 'one'), change(first, done('08:00'), 'one'));
    await supervision.take(change(third, done('10:00'), 'two'));
    await supervision.take(change(second, done('09:00'), 'two'), change(first, done('08:00'), 'two'));
    expect(await supervision.rows('SELECT role, person_id FROM duty ORDER BY role')).toEqual([
      { role: 'one', person_id: second },
      { role: 'two', person_id: third },
    ]);
  });
});
