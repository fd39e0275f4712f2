import { closedWhenOver } from '../testing/finish-village';
import { object, settle } from '../testing/objection-steps';
import { group, neighbours, peopleOf, publicVillage, stored } from '../testing/public-village';
import type { RunningService } from '../testing/running-service';
import { assess, holdReview, householdsOf, sittingsOf, type ShownSitting } from '../testing/steps';

describe('a household that an objection takes out of an open meeting', () => {
  let service: RunningService;
  let people: ReturnType<typeof peopleOf>;
  let ids: string[];
  let read: ShownSitting;
  beforeAll(async () => {
    service = await publicVillage(300);
    people = peopleOf(service);
    for (const { id } of await sittingsOf(people.village, { kind: 'group' })) await closedWhenOver(service, id);
    const households = [
      ...(await householdsOf(people.scorer, group)),
      ...(await householdsOf(people.scorer, neighbours)),
    ];
    ids = households.map(({ id }) => id);
    [read] = (await sittingsOf(people.village, { kind: 'village' })) as [ShownSitting];
  });
  afterAll(() => service.close());

  /** Too late to hold anything, and found right. */
  const foundRight = async (householdId: string) => {
    const secretary = ids.indexOf(householdId) < 3 ? people.secretary : people.other;
    const received = await object(secretary, householdId, { kind: 'report' });
    expect(received).toMatchObject({ effect: 'late' });
    return settle(people.officer, people.checker, received, 'scoreChanged');
  };
  const ballots = async (id: string) => {
    const { sitting } = await people.village.ask<{
      sitting: { tally: { ballots: { householdId: string; confirmedIn: number | null }[] } };
    }>(`query ($id: ID!) { sitting(id: $id) { tally { ballots { householdId confirmedIn } } } }`, { id });
    return sitting.tally.ballots;
  };

  it('is not voted on any more, and whoever did not see it go cannot record the meeting', async () => {
    expect(read).toMatchObject({ state: 'open', households: 4 });
    expect(await foundRight(ids[0]!)).toMatchObject({ consequence: 'reopened' });
    const [now] = await sittingsOf(people.village, { kind: 'village' });
    expect(now).toMatchObject({ state: 'open', households: 3 });
    expect((await ballots(read.id)).map(({ householdId }) => householdId).sort()).toEqual(ids.slice(1).sort());
    expect(await holdReview(people.village, 'Village', read)).toMatchObject({ code: 'STALE_VERSION' });
    const stages = (await householdsOf(people.scorer, group)).map(({ stage, round }) => [stage, round]);
    expect(stages).toEqual([
      ['scoring', 2],
      ['village-review', 1],
      ['village-review', 1],
    ]);
  });

  it('is judged anew by its group, though its points are the same', async () => {
    await assess(people.scorer, group);
    const [again] = await sittingsOf(people.secretary, { kind: 'group', state: 'open' });
    expect(again).toMatchObject({ round: 2, households: 1 });
    expect(await ballots(again!.id)).toEqual([{ householdId: ids[0], confirmedIn: null }]);
  });

  it('closes a meeting that has nobody left to speak about', async () => {
    for (const id of ids.slice(1)) await foundRight(id);
    const [sitting] = await sittingsOf(people.village, { kind: 'village' });
    expect(sitting).toMatchObject({ state: 'closed', households: 0 });
    const told = await stored<{ facts: { kind: string; next?: object }[] }>(
      service,
      `SELECT facts FROM outbox_command WHERE workflow_id = $1 AND facts IS NOT NULL`,
      [read.id],
    );
    expect(told.map(({ facts }) => facts.map(({ kind, next }) => [kind, next]))).toEqual([
      [['stage-completed', undefined]],
    ]);
  });
});
