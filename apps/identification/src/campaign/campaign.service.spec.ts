import { countyCode, groupCode, townshipCode, villageCode } from '../testing/small-county';
import { closedWhenOver } from '../testing/finish-village';
import { openCampaign, runningService, type RunningService } from '../testing/running-service';
import { recordEntries } from '../testing/entry-steps';
import { assess, holdReview, householdsOf, plainTotal, postNotice, sittingsOf } from '../testing/steps';

interface Figures {
  [figure: string]: number;
}

describe('a campaign', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runningService();
    await openCampaign(service, { villages: [[2, 1], [1]] }, 20);
  });
  afterAll(() => service.close());

  const worker = () => service.as('fieldWorker', [villageCode(0), villageCode(1)]);
  const secretary = (village: number, group: number) =>
    service.as('groupSecretary', [groupCode(village, group)], `s${village}${group}`);
  const villageSecretary = (village: number) => service.as('villageSecretary', [villageCode(village)], `v${village}`);
  const clerk = () => service.as('entryClerk', [townshipCode]);
  const figures = async () =>
    (
      await service.as('countyLeader', [countyCode]).ask<{ figures: Figures }>(
        `{ figures { townships villages groups hamlets households householdsInPoorVillages householdsElsewhere members visited
                     scored groupReviews groupPublicities villageReviews entered } }`,
      )
    ).figures;

  it('begins with every household at the first stage, due in time', async () => {
    expect(await figures()).toMatchObject({
      townships: 1,
      villages: 2,
      groups: 3,
      hamlets: 2,
      households: 4,
      householdsInPoorVillages: 3,
      householdsElsewhere: 1,
      members: 8,
      visited: 0,
      entered: 0,
    });
    const households = await householdsOf(worker(), villageCode(0));
    expect(households.map(({ stage }) => stage)).toEqual(['visit', 'visit', 'visit']);
  });

  it('opens a group sitting when the last household of the group is scored, and not before', async () => {
    const [first] = await householdsOf(worker(), groupCode(0, 0));
    expect(first?.stage).toBe('visit');
    await assess(worker(), groupCode(0, 1));
    expect(await sittingsOf(secretary(0, 0), {})).toEqual([]);
    await assess(worker(), groupCode(0, 0));
    const [sitting] = await sittingsOf(secretary(0, 0), {});
    expect(sitting).toMatchObject({ state: 'open', stage: 'group-review', households: 2, round: 1 });
  });

  it('keeps a returned household from publicity while its neighbours go on', async () => {
    const [sitting] = await sittingsOf(secretary(0, 0), {});
    const [household] = await householdsOf(worker(), groupCode(0, 0));
    const returned = [{ householdId: household!.id, reason: 'The new roof was not counted.' }];
    const held = await holdReview(secretary(0, 0), 'Group', sitting!, { returned });
    expect(held).toMatchObject({ state: 'held', stage: 'publicity', households: 1 });
    const stages = await householdsOf(worker(), groupCode(0, 0));
    expect(stages.map(({ stage, round }) => [stage, round])).toEqual([
      ['scoring', 2],
      ['publicity', 1],
    ]);
  });

  it('reviews a returned household in a second round of its group', async () => {
    await assess(worker(), groupCode(0, 0));
    const [, second] = await sittingsOf(secretary(0, 0), {});
    expect(second).toMatchObject({ state: 'open', stage: 'group-review', households: 1, round: 2 });
    await holdReview(secretary(0, 0), 'Group', second!);
  });

  it('does not close a publicity before its notice has hung for its days', async () => {
    const [posted] = await sittingsOf(secretary(0, 0), {});
    const { publicity } = await postNotice(secretary(0, 0), posted!);
    expect(Date.parse(publicity!.closesAt!)).toBeGreaterThan(Date.now());
    const early = await service.graph.internal('close-publicity', { sittingId: posted!.id });
    expect(early.status).toBe(500);
  });

  it('opens the village sitting when the last publicity of the village has closed', async () => {
    const [, second] = await sittingsOf(secretary(0, 0), {});
    await postNotice(secretary(0, 0), second!);
    const [other] = await sittingsOf(secretary(0, 1), {});
    await postNotice(secretary(0, 1), await holdReview(secretary(0, 1), 'Group', other!));
    for (const { id } of await sittingsOf(villageSecretary(0), { kind: 'group' })) {
      expect(await sittingsOf(villageSecretary(0), { kind: 'village' })).toEqual([]);
      await closedWhenOver(service, id);
    }
    const [village] = await sittingsOf(villageSecretary(0), { kind: 'village' });
    expect(village).toMatchObject({ state: 'open', stage: 'village-review', households: 3 });
    expect(await holdReview(villageSecretary(0), 'Village', village!)).toMatchObject({ state: 'closed', stage: null });
  });

  it('refuses an entry whose total is not that of the sheet, and enters nothing of its batch', async () => {
    const entries = (await householdsOf(clerk(), villageCode(0), 'entry')).map(({ id, version }) => ({
      householdId: id,
      version,
      total: plainTotal,
      vetoed: false,
    }));
    const wrong = entries.map((entry, index) => (index === 0 ? { ...entry, total: 99 } : entry));
    expect(await recordEntries(clerk(), wrong)).toMatchObject({ code: 'ENTRY_DIFFERS' });
    expect((await figures()).entered).toBe(0);
    expect(await recordEntries(clerk(), entries)).toEqual({ entered: 3 });
  });

  it('ends with the figures of what was done, each stage completed once by each household', async () => {
    expect(await figures()).toMatchObject({
      visited: 3,
      scored: 3,
      groupReviews: 2,
      groupPublicities: 2,
      villageReviews: 1,
      entered: 3,
    });
    const { households } = await clerk().ask<{
      households: { nodes: { history: { stage: string; round: number; outcome: string }[] }[] };
    }>(`{ households(filter: { stage: "done" }, first: 100) { nodes { history { stage round outcome } } } }`);
    const quiet = ['visit', 'scoring', 'group-review', 'publicity', 'village-review', 'entry'];
    const histories = households.nodes.map(({ history }) => history.map(({ stage }) => stage));
    expect(histories).toEqual([
      ['visit', 'scoring', 'group-review', 'scoring', 'group-review', 'publicity', 'village-review', 'entry'],
      quiet,
      quiet,
    ]);
  });
});
