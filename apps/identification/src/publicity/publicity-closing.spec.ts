import { closedWhenOver } from '../testing/finish-village';
import { object, settle } from '../testing/objection-steps';
import { group, neighbours, peopleOf, publicVillage } from '../testing/public-village';
import type { RunningService } from '../testing/running-service';
import { holdReview, householdsOf, sittingsOf, type ShownHousehold, type ShownSitting } from '../testing/steps';

describe('the publicity of a household that is objected to', () => {
  let service: RunningService;
  let people: ReturnType<typeof peopleOf>;
  let sittings: ShownSitting[];
  let held: ShownHousehold;
  let received: Awaited<ReturnType<typeof object>>;
  beforeAll(async () => {
    service = await publicVillage(400);
    people = peopleOf(service);
    [held] = (await householdsOf(people.scorer, group)) as [ShownHousehold];
    received = await object(people.secretary, held.id);
    sittings = await sittingsOf(people.village, { kind: 'group' });
  });
  afterAll(() => service.close());

  const closeHousehold = async () => {
    const { body } = await service.graph.internal<{ closesAt: string | null }>('close-household-publicity', {
      householdId: held.id,
    });
    return body!.closesAt;
  };
  const stageOfHeld = async () => (await householdsOf(people.scorer, group)).find(({ id }) => id === held.id)!.stage;

  it('is held while its neighbours go on at their own time, and the village does not wait for it', async () => {
    for (const { id } of sittings) await closedWhenOver(service, id);
    const stages = [...(await householdsOf(people.scorer, group)), ...(await householdsOf(people.scorer, neighbours))];
    expect(stages.map(({ stage }) => stage)).toEqual([
      'publicity',
      'village-review',
      'village-review',
      'village-review',
    ]);
    const [village] = await sittingsOf(people.village, { kind: 'village' });
    expect(village).toMatchObject({ state: 'open', households: 3, round: 1 });
    expect(await closeHousehold()).toBeNull();
    expect(await stageOfHeld()).toBe('publicity');
  });

  it('goes on with its remaining time, not earlier, and comes before the village in a later round', async () => {
    const [village] = await sittingsOf(people.village, { kind: 'village' });
    expect(await holdReview(people.village, 'Village', village!)).toMatchObject({ state: 'closed' });
    await settle(people.officer, people.checker, received, 'unchanged');
    const closesAt = await closeHousehold();
    expect(Date.parse(closesAt!)).toBeGreaterThan(Date.now());
    expect(await stageOfHeld()).toBe('publicity');
    while ((await closeHousehold()) !== null);
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(closesAt!));
    expect(await stageOfHeld()).toBe('village-review');
    const [, later] = await sittingsOf(people.village, { kind: 'village' });
    expect(later).toMatchObject({ state: 'open', households: 1, round: 2 });
    expect(await closeHousehold()).toBeNull();
  });
});
