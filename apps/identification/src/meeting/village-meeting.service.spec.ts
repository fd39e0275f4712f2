import { closedWhenOver } from '../testing/finish-village';
import { seeMeeting } from '../testing/meeting-steps';
import { openCampaign, runningService, type Person, type RunningService } from '../testing/running-service';
import { groupCode, villageCode } from '../testing/small-county';
import {
  assess,
  holdReview,
  householdsOf,
  inMeeting,
  plainTotal,
  postNotice,
  setRepresentatives,
  sittingsOf,
  type ShownSitting,
} from '../testing/steps';

describe('the meeting of a village', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runningService();
    await openCampaign(service, { villages: [[5, 3], [2]] }, 40);
    await assess(worker(), villageCode(0));
  });
  afterAll(() => service.close());

  const secretary = (group: number) => service.as('groupSecretary', [groupCode(0, group)], `secretary ${group}`);
  const worker = (village = 0) => service.as('fieldWorker', [villageCode(village)], `worker ${village}`);
  const village = villageCode(0);
  const person = () => service.as('villageSecretary', [village], 'village secretary');
  let sitting: ShownSitting;

  /** Holds what is open in the groups of the village, posts the notices and lets them hang. */
  async function throughPublicity(): Promise<void> {
    for (const group of [0, 1]) {
      for (const open of await sittingsOf(secretary(group), { kind: 'group', state: 'open' })) {
        const held = await holdReview(secretary(group), 'Group', open);
        if (held.code) throw new Error(JSON.stringify(held));
      }
      for (const held of await sittingsOf(secretary(group), { kind: 'group', state: 'held' })) {
        await postNotice(secretary(group), held);
        await closedWhenOver(service, held.id);
      }
    }
  }

  it('seats its representatives, whom its secretary names among its people', async () => {
    const [stranger] = await membersOf(worker(1), groupCode(1, 0));
    const members = await membersOf(worker(), village);
    expect(await setRepresentatives(person(), village, [stranger!])).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await setRepresentatives(person(), villageCode(1), [])).toMatchObject({ code: 'NOT_FOUND' });
    await setRepresentatives(person(), village, members);
    const chosen = members.filter((_, place) => place % 2 === 0);
    const { members: set } = await setRepresentatives(person(), village, chosen);
    expect(set?.map(({ personId }) => personId)).toEqual([...chosen].sort());
  });

  it('knows the kin that was named in the meetings of its groups', async () => {
    const group = await sittingsOf(secretary(1), { state: 'open' });
    const { roster: seats } = await seeMeeting(secretary(1), group[0]!.id);
    const [one, other] = seats;
    const [personId, relativeId] = [one!, other!].map(({ holders }) => firstChosen(holders));
    const recusals = [{ personId, householdId: other!.householdId, relation: 'sibling', relativeId }];
    const wrong = recusals.map((recusal) => ({ ...recusal, relativeId: personId }));
    const [open] = group;
    expect(await inMeeting(secretary(1), 'declareRecusals', open!, { recusals: wrong })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    await inMeeting(secretary(1), 'declareRecusals', open!, { recusals });
    await throughPublicity();
    [sitting] = (await sittingsOf(person(), { kind: 'village', state: 'open' })) as [ShownSitting];
    const { roster: representatives } = await seeMeeting(person(), sitting.id);
    const recused = representatives.flatMap(({ holders }) => holders).filter((each) => each.recusedFrom.length > 0);
    expect(recused.map(({ recusedFrom }) => recusedFrom).sort()).toEqual(
      [[one!.householdId], [other!.householdId]].sort(),
    );
  });

  /** Representatives are every second member, which is the head of each household. */
  const firstChosen = (holders: { personId: string; name: string }[]) =>
    holders.find(({ name }) => Number(name.split(' ')[1]) % 2 === 0)!.personId;

  it('reports groups whose scores stand out, as a question', async () => {
    const { sitting: seen } = await person().ask<{ sitting: { outliers: unknown[] } }>(
      `query ($id: ID!) { sitting(id: $id) { outliers { group finding measure median words wordsInEnglish } } }`,
      { id: sitting.id },
    );
    // The second group has too few households to be compared.
    expect(seen.outliers).toEqual([
      {
        ...{ group: groupCode(0, 0), finding: 'same-score', measure: 100, median: plainTotal },
        words: expect.stringContaining('5户中有5户'),
        wordsInEnglish: expect.stringContaining('5 of the 5 households'),
      },
    ]);
  });

  it('sends a household back, and its group confirms again only what has changed', async () => {
    const [household] = await householdsOf(worker(), groupCode(0, 0));
    const returned = [{ householdId: household!.id, reason: 'There is a tractor.' }];
    expect(await holdReview(person(), 'Village', sitting, { returned })).toMatchObject({ state: 'closed' });
    await assess(worker(), groupCode(0, 0));
    const [again] = await sittingsOf(secretary(0), { kind: 'group', state: 'open' });
    const { tally } = await seeMeeting(secretary(0), again!.id);
    expect(tally.ballots).toMatchObject([{ householdId: household!.id, verdict: 'confirmed', confirmedIn: 1 }]);
    // Nobody need meet where every verdict stands.
    expect(await inMeeting(secretary(0), 'closeMeeting', again!)).toMatchObject({ state: 'held', households: 1 });
    await throughPublicity();
    const [second] = await sittingsOf(person(), { kind: 'village', state: 'open' });
    const seen = await seeMeeting(person(), second!.id);
    expect(seen.tally.ballots).toMatchObject([{ verdict: 'undecided', confirmedIn: null }]);
  });

  async function membersOf(by: Person, areaCode: string): Promise<string[]> {
    const { households } = await by.ask<{ households: { nodes: { members: { id: string }[] }[] } }>(
      `query ($areaCode: ID!) { households(filter: { areaCode: $areaCode }, first: 100) { nodes { members { id } } } }`,
      { areaCode },
    );
    return households.nodes.flatMap(({ members }) => members.map(({ id }) => id));
  }
});
