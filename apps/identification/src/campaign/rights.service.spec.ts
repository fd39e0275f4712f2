import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { openCampaign, runningService, type RunningService } from '../testing/running-service';
import { countyCode, groupCode, townshipCode, villageCode } from '../testing/small-county';
import {
  assess,
  holdReview,
  householdsOf,
  postNotice,
  recordEntries,
  recordScoreSheet,
  recordVisit,
  sittingsOf,
} from '../testing/steps';

describe('rights in the register', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runningService();
    await openCampaign(service, { villages: [[2, 2], [2]] });
  });
  afterAll(() => service.close());

  const own = groupCode(0, 0);
  const other = groupCode(0, 1);
  const worker = () => service.as('fieldWorker', [own]);
  const neighbour = () => service.as('fieldWorker', [other], 'neighbour');

  it('shows a field worker the households of his groups only: by id, in lists and in counts', async () => {
    const [foreign] = await householdsOf(neighbour(), other);
    const { household } = await worker().ask<{ household: unknown }>(`query ($id: ID!) { household(id: $id) { id } }`, {
      id: foreign!.id,
    });
    expect(household).toBeNull();
    expect(await householdsOf(worker(), other)).toEqual([]);
    expect(await householdsOf(worker(), townshipCode)).toHaveLength(2);
    const { households, progress } = await worker().ask<{
      households: { totalCount: number };
      progress: { households: number; children: { households: number }[] };
    }>(
      `query ($area: ID!) { households(first: 1) { totalCount } progress(areaCode: $area) { households children { households } } }`,
      {
        area: villageCode(0),
      },
    );
    expect(households.totalCount).toBe(2);
    expect(progress.households).toBe(2);
  });

  it('shows another service only what its caller may see when it fetches by reference', async () => {
    const [mine] = await householdsOf(worker(), own);
    const [foreign] = await householdsOf(neighbour(), other);
    const { _entities } = await worker().ask<{ _entities: ({ number: string } | null)[] }>(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Household { number } } }`,
      { of: [mine, foreign].map((household) => ({ __typename: 'Household', id: household!.id })) },
    );
    expect(_entities).toEqual([{ number: mine!.number }, null]);
  });

  it('lets a field worker change nothing outside his groups', async () => {
    const [foreign] = await householdsOf(neighbour(), other);
    expect(await recordVisit(worker(), foreign!)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await recordScoreSheet(worker(), foreign!)).toMatchObject({ code: 'NOT_FOUND' });
    expect((await householdsOf(neighbour(), other))[0]).toMatchObject({ version: foreign!.version, stage: 'visit' });
  });

  it('lets nobody do the work of another office', async () => {
    const [household] = await householdsOf(worker(), own);
    const entries = [{ householdId: household!.id, version: household!.version, total: 1, vetoed: false }];
    await expect(recordEntries(worker(), entries)).rejects.toThrow('NOT_ALLOWED');
    expect(await holdReview(worker(), 'Group', { id: randomUUID(), version: 1 })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    await expect(recordVisit(service.as('groupSecretary', [own]), household!)).rejects.toThrow('NOT_ALLOWED');
    await expect(recordVisit(service.as('countyLeader', [countyCode]), household!)).rejects.toThrow('NOT_ALLOWED');
  });

  it('lets a secretary hold and post for his own group only', async () => {
    const secretary = service.as('groupSecretary', [own], 'own secretary');
    const foreignSecretary = service.as('groupSecretary', [other], 'other secretary');
    await assess(worker(), own);
    const [sitting] = await sittingsOf(secretary, {});
    expect(await sittingsOf(foreignSecretary, {})).toEqual([]);
    expect(await holdReview(foreignSecretary, 'Group', sitting!)).toMatchObject({ code: 'NOT_FOUND' });
    const held = await holdReview(secretary, 'Group', sitting!);
    expect(await postNotice(foreignSecretary, held, [])).toMatchObject({ code: 'NOT_FOUND' });
    expect(await postNotice(secretary, held)).toMatchObject({ state: 'held' });
  });

  it('answers the names and masked identity numbers of members to those who work with them, and to nobody else', async () => {
    const query = `{ households(first: 1) { nodes { members { name idNumberMasked } } } }`;
    const { households } = await worker().ask<{ households: { nodes: { members: { idNumberMasked: string }[] }[] } }>(
      query,
    );
    expect(households.nodes[0]?.members[0]?.idNumberMasked).toBe('451225************');
    const leader = await service.as('countyLeader', [countyCode]).execute(query);
    expect(leader.errors?.[0]?.extensions?.code).toBe('NOT_ALLOWED');
  });

  it('shows no row to a connection that has not said whom it serves', async () => {
    const client = new Client({ connectionString: service.database.runningUrl });
    await client.connect();
    const tables = [
      'household',
      'member',
      'visit',
      'score_sheet',
      'sitting',
      'sitting_household',
      'meeting_fact',
      'village_representative',
      'kinship',
      'publicity',
      'held_publicity',
      'objection',
      'objector',
      'objection_step',
      'stage_history',
    ];
    const rows = await Promise.all(tables.map(async (table) => (await client.query(`SELECT FROM ${table}`)).rowCount));
    await client.end();
    expect(rows).toEqual(tables.map(() => 0));
  });
});
