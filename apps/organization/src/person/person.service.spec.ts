import { Client } from 'pg';
import type { Role } from '@jingzhun/access';
import { RunningService } from '../testing/running-service';
import { county, groups, otherTownship, township, village } from '../testing/small-staff';
import { importSmallStaff, personId } from '../testing/steps';

interface List {
  totalCount: number;
  nodes: { number: string }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

const page = `totalCount nodes { number } pageInfo { endCursor hasNextPage }`;
const numbers = ({ nodes }: List) => nodes.map(({ number }) => number);

describe('the people of an area', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await RunningService.start();
    await importSmallStaff(service);
  });
  afterAll(() => service.close());

  const officer = () => service.as('townshipOfficer', [township]);
  const people = async (role: Role, area: string, variables: object = {}) => {
    const query = `query ($filter: PersonFilter, $first: Int = 50, $after: String) {
      people(filter: $filter, first: $first, after: $after) { ${page} } }`;
    return (await service.as(role, [area]).ask<{ people: List }>(query, { ...variables })).people;
  };

  it('are listed and counted for a township officer: those of his township, and no other', async () => {
    const own = await people('townshipOfficer', township);
    expect(numbers(own)).toEqual(['P002', 'P003', 'P004', 'P005', 'P006', 'P007']);
    expect(own.totalCount).toBe(6);
    expect(numbers(await people('townshipOfficer', otherTownship))).toEqual(['P008', 'P009']);
    expect((await people('supervisor', county)).totalCount).toBe(9);
    expect(numbers(await people('villageSecretary', village))).toEqual(['P006', 'P007']);
  });

  it('of another township are not shown by id, to a neighbour service or by a filter either', async () => {
    const [own, foreign] = [await personId(service, 'P003'), await personId(service, 'P009')];
    const byId = `query ($own: ID!, $foreign: ID!) { own: person(id: $own) { number } foreign: person(id: $foreign) { number } }`;
    expect(await officer().ask(byId, { own, foreign })).toEqual({ own: { number: 'P003' }, foreign: null });
    const references = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person { number } } }`;
    const of = [own, foreign, 'nonsense'].map((id) => ({ __typename: 'Person', id }));
    expect(await officer().ask(references, { of })).toEqual({ _entities: [{ number: 'P003' }, null, null] });
    const filtered = await people('townshipOfficer', township, { filter: { areaCode: otherTownship } });
    expect(filtered).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it('are shown by reference to nobody who is not signed in', async () => {
    const of = [{ __typename: 'Person', id: await personId(service, 'P003') }];
    const { data, errors } = await service.anonymous.execute<{ _entities: unknown[] }>(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person { number } } }`,
      { of },
    );
    expect(data?._entities ?? [null]).toEqual([null]);
    expect(errors?.[0]?.extensions?.code).toBe('NOT_ALLOWED');
  });

  it('are read page by page, each once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const part: List = await people('countyLeader', county, { first: 4, after });
      expect(part.totalCount).toBe(9);
      seen.push(...numbers(part));
      after = part.pageInfo.hasNextPage ? part.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(['P001', 'P002', 'P003', 'P004', 'P005', 'P006', 'P007', 'P008', 'P009']);
  });

  it('are read by pages of one to a hundred, and on from a cursor of the list', async () => {
    const list = `query ($first: Int!, $after: String) { people(first: $first, after: $after) { totalCount } }`;
    for (const variables of [
      { first: 0 },
      { first: 101 },
      { first: 1, after: Buffer.from('a\nb').toString('base64url') },
    ]) {
      const { errors } = await officer().execute(list, variables);
      expect(errors?.[0]?.extensions?.code).toBe('INVALID_INPUT');
    }
  });

  it('have phone numbers that are masked; who sees one whole is written down', async () => {
    const id = await personId(service, 'P003');
    const caller = officer();
    const { person } = await caller.ask<{ person: unknown }>(
      `query ($id: ID!) { person(id: $id) { phone phoneInFull } }`,
      { id },
    );
    expect(person).toEqual({ phone: '100******03', phoneInFull: '10010000003' });
    const looks = await service.look(`SELECT account_id, subject_id FROM audit_entry WHERE action = 'see-phone'`);
    expect(looks).toEqual([{ account_id: caller.passport!.accountId, subject_id: id }]);
    const leader = service.as('countyLeader', [county]);
    const { errors } = await leader.execute(`query ($id: ID!) { person(id: $id) { phoneInFull } }`, { id });
    expect(errors?.[0]?.extensions?.code).toBe('NOT_ALLOWED');
  });

  it('work in teams, of which an officer sees those of his township with the groups they answer for', async () => {
    const { teams } = await officer().ask<{ teams: { totalCount: number; nodes: unknown[] } }>(
      `{ teams(first: 10) { totalCount nodes { number leader { number } members { number teams { number } } assignedAreas } } }`,
    );
    expect(teams).toEqual({
      totalCount: 2,
      nodes: [
        {
          number: 'FIELD1',
          leader: { number: 'P003' },
          members: ['P003', 'P004'].map((number) => ({ number, teams: [{ number: 'FIELD1' }] })),
          assignedAreas: [groups[0]],
        },
        {
          number: 'FIELD2',
          leader: { number: 'P005' },
          members: [{ number: 'P005', teams: [{ number: 'FIELD2' }] }],
          assignedAreas: [groups[1]],
        },
      ],
    });
  });

  it('answer for areas, of which a group secretary sees those of his group', async () => {
    const { assignments } = await service
      .as('groupSecretary', [groups[0]])
      .ask<{ assignments: unknown }>(
        `{ assignments(first: 10) { totalCount nodes { areaCode role person { number } } } }`,
      );
    expect(assignments).toEqual({
      totalCount: 2,
      nodes: [
        { areaCode: groups[0], role: 'fieldWorker', person: null },
        { areaCode: groups[0], role: 'groupSecretary', person: { number: 'P007' } },
      ],
    });
    const whole = `{ assignments(first: 1, filter: { role: "fieldWorker" }) { totalCount pageInfo { endCursor hasNextPage } } }`;
    const { assignments: first } = await service.as('countyLeader', [county]).ask<{ assignments: List }>(whole);
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  });

  it('stay behind row-level security even for the role the service runs as, until a scope is set', async () => {
    const client = new Client({ connectionString: service.runningUrl });
    await client.connect();
    try {
      const count = async (table: string) => (await client.query(`SELECT FROM ${table}`)).rowCount;
      for (const table of ['person', 'team', 'assignment']) expect(await count(table)).toBe(0);
      await client.query(`SELECT set_config('jingzhun.scope', $1, false)`, [otherTownship]);
      expect(await count('person')).toBe(2);
      const foreign = `INSERT INTO person VALUES (gen_random_uuid(), 'X', 'X', '10000', '${township}')`;
      await expect(client.query(foreign)).rejects.toThrow('row-level security');
      await expect(client.query('ALTER TABLE person DISABLE ROW LEVEL SECURITY')).rejects.toThrow('must be owner');
    } finally {
      await client.end();
    }
  });
});
