import { importFile, runningService, type Person, type RunningService } from '../testing/running-service';
import { countyCode, groupCode, smallCountyFile, townshipCode, villageCode } from '../testing/small-county';

interface Hamlets {
  hamlets: {
    totalCount: number;
    nodes: { code: string; name: string; areaCode: string; households: number }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

async function hamletsOf(
  person: Person,
  filter: object = {},
  first = 100,
  after?: string,
): Promise<Hamlets['hamlets']> {
  const { hamlets } = await person.ask<Hamlets>(
    `query ($filter: HamletFilter, $first: Int!, $after: String) {
       hamlets(filter: $filter, first: $first, after: $after) {
         totalCount nodes { code name areaCode households } pageInfo { hasNextPage endCursor } } }`,
    { filter, first, after },
  );
  return hamlets;
}

describe('hamlets', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runningService();
    await importFile(service.as('administrator', [countyCode]), smallCountyFile({ villages: [[2, 1], [1]] }));
  });
  afterAll(() => service.close());

  const officer = () => service.as('townshipOfficer', [townshipCode]);
  const worker = () => service.as('fieldWorker', [groupCode(0, 1)]);

  it('are listed by village with their households, page by page', async () => {
    const all = await hamletsOf(officer());
    expect(all.nodes).toEqual([
      { code: `${villageCode(0)}H001`, name: 'Hamlet', areaCode: villageCode(0), households: 3 },
      { code: `${villageCode(1)}H001`, name: 'Hamlet', areaCode: villageCode(1), households: 1 },
    ]);
    const one = await hamletsOf(officer(), {}, 1);
    expect(one).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    expect((await hamletsOf(officer(), {}, 1, one.pageInfo.endCursor)).nodes).toEqual([all.nodes[1]]);
    expect((await hamletsOf(officer(), { areaCode: villageCode(1) })).nodes).toEqual([all.nodes[1]]);
    expect((await hamletsOf(officer(), { name: 'nowhere' })).nodes).toEqual([]);
  });

  it('of the own village are seen by a group’s people, who count only their own households in them', async () => {
    expect((await hamletsOf(worker())).nodes).toEqual([
      { code: `${villageCode(0)}H001`, name: 'Hamlet', areaCode: villageCode(0), households: 1 },
    ]);
    const { hamlet } = await worker().ask<{ hamlet: unknown }>(`query ($code: ID!) { hamlet(code: $code) { code } }`, {
      code: `${villageCode(1)}H001`,
    });
    expect(hamlet).toBeNull();
  });

  it('are named with each household', async () => {
    const { households } = await worker().ask<{ households: { nodes: object[] } }>(
      `{ households(first: 1) { nodes { hamlet { name } category } } }`,
    );
    expect(households.nodes).toEqual([{ hamlet: { name: 'Hamlet' }, category: 'registeredPoor' }]);
  });
});
