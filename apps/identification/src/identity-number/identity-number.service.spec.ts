import { isIdNumber } from '@jingzhun/identification-rules';
import { Client } from 'pg';
import { openCampaign, runningService, type Person, type RunningService } from '../testing/running-service';
import { countyCode, groupCode, numberOf, townshipCode } from '../testing/small-county';
import { registerOf } from '../testing/register';

interface Revealed {
  memberId: string;
  idNumber: string;
  code?: string;
  field?: string;
}

async function reveal(person: Person, memberId: string, reason = 'compared with his card'): Promise<Revealed> {
  const { revealIdNumber } = await person.ask<{ revealIdNumber: Revealed }>(
    `mutation ($input: RevealIdNumberInput!) {
       revealIdNumber(input: $input) { ... on RevealedIdNumber { memberId idNumber } ... on Refusal { code field } }
     }`,
    { input: { memberId, reason } },
  );
  return revealIdNumber;
}

async function find(person: Person, idNumber: string) {
  const { findMemberByIdNumber } = await person.ask<{
    findMemberByIdNumber: { id: string; household: { number: string } }[];
  }>(`query ($idNumber: String!) { findMemberByIdNumber(idNumber: $idNumber) { id household { number } } }`, {
    idNumber,
  });
  return findMemberByIdNumber;
}

describe('identity numbers in the register', () => {
  let service: RunningService;
  let looking: Client;
  beforeAll(async () => {
    service = await runningService();
    await openCampaign(service, { villages: [[2, 1]] });
    looking = new Client({ connectionString: service.database.adminUrl });
    await looking.connect();
  });
  afterAll(async () => {
    await looking.end();
    await service.close();
  });

  const own = groupCode(0, 0);
  const worker = () => service.as('fieldWorker', [own]);
  const supervisor = () => service.as('supervisor', [countyCode]);
  const memberOf = async (person: Person, areaCode: string) => (await registerOf(person, areaCode))[0]!.members[0]!;
  const trail = async () =>
    (await looking.query('SELECT * FROM identity_reading ORDER BY id')).rows as Record<string, unknown>[];

  it('are nowhere in the database as anybody could read them', async () => {
    const tables = await looking.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    const numbers = [0, 1, 2].map((household) => numberOf(household, 0));
    for (const { name } of tables.rows) {
      const { rows } = await looking.query<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM "${name}" AS t`);
      for (const { row } of rows) for (const number of numbers) expect(row.includes(number)).toBe(false);
    }
    // The search would have found them: they are there, sealed.
    expect((await looking.query('SELECT FROM member WHERE length(id_number_sealed) = 49')).rowCount).toBe(6);
  });

  it('are handed out in full to who may have them, and each time is recorded with who, when, whose and why', async () => {
    const before = await trail();
    const member = await memberOf(worker(), own);
    expect(await reveal(worker(), member.id)).toEqual({ memberId: member.id, idNumber: numberOf(0, 0) });
    expect(isIdNumber(numberOf(0, 0))).toBe(true);
    await reveal(supervisor(), member.id, 'spot check 12');
    const [one, other] = (await trail()).slice(before.length);
    expect(one).toMatchObject({
      kind: 'reading',
      member_id: member.id,
      area_code: own,
      reason: 'compared with his card',
    });
    expect(other).toMatchObject({ reason: 'spot check 12' });
    expect(one!.person_id).not.toBe(other!.person_id);
  });

  it('are not handed out without a reason, outside the area, or to other roles; and what was refused is no reading', async () => {
    const before = await trail();
    const member = await memberOf(worker(), own);
    expect(await reveal(worker(), member.id, ' ')).toMatchObject({ code: 'INVALID_INPUT', field: 'reason' });
    const foreign = await memberOf(service.as('fieldWorker', [groupCode(0, 1)], 'neighbour'), groupCode(0, 1));
    expect(await reveal(worker(), foreign.id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await reveal(worker(), 'no id')).toMatchObject({ code: 'NOT_FOUND' });
    for (const role of ['countyLeader', 'groupSecretary', 'villageSecretary', 'entryClerk', 'taskGroupMember'] as const)
      await expect(reveal(service.as(role, [countyCode]), member.id)).rejects.toThrow('NOT_ALLOWED');
    expect(await trail()).toHaveLength(before.length);
  });

  it('find their member in the area of who searches, however they are written, and nobody elsewhere', async () => {
    const number = numberOf(0, 1);
    expect(await find(worker(), ` ${number.toLowerCase()} `)).toEqual([
      { id: expect.any(String), household: { number: `${own}0001` } },
    ]);
    expect(await find(service.as('groupSecretary', [groupCode(0, 1)]), number)).toEqual([]);
    await expect(find(worker(), '451225197001010')).rejects.toThrow('INVALID_INPUT');
  });

  it('leave a trace when they are searched for: who, and how many he found, but not the number', async () => {
    const before = await trail();
    await find(worker(), numberOf(0, 0));
    const [search] = (await trail()).slice(before.length);
    expect(search).toMatchObject({ kind: 'search', area_code: own, found: 1, member_id: null, reason: null });
    expect((search!.searched as Buffer).length).toBe(18);
  });

  it('have a trail that only grows', async () => {
    for (const change of [
      `UPDATE identity_reading SET reason = 'x'`,
      `DELETE FROM identity_reading`,
      `TRUNCATE identity_reading`,
    ])
      await expect(looking.query(change)).rejects.toThrow('only grows');
  });

  it('have a trail that supervisors read, within their area', async () => {
    const query = `query ($first: Int!, $filter: IdentityReadingFilter) {
      identityReadings(first: $first, filter: $filter) { totalCount nodes { kind reason memberId by { id } } pageInfo { hasNextPage endCursor } }
    }`;
    interface Page {
      identityReadings: {
        totalCount: number;
        nodes: { kind: string; by: object }[];
        pageInfo: { hasNextPage: boolean };
      };
    }
    const { identityReadings } = await supervisor().ask<Page>(query, { first: 1 });
    expect(identityReadings.totalCount).toBe((await trail()).length);
    expect(identityReadings.nodes[0]).toMatchObject({ kind: 'search', by: { id: expect.any(String) } });
    expect(identityReadings.pageInfo.hasNextPage).toBe(true);
    const elsewhere = await service.as('supervisor', ['451225101'], 'elsewhere').ask<Page>(query, { first: 1 });
    expect(elsewhere.identityReadings.totalCount).toBe(0);
    await expect(worker().ask(query, { first: 1 })).rejects.toThrow('NOT_ALLOWED');
  });

  it('are forgotten with the salt of their household, by everybody and for good', async () => {
    const member = await memberOf(service.as('fieldWorker', [groupCode(0, 1)], 'neighbour'), groupCode(0, 1));
    await looking.query(
      `UPDATE household SET salt = NULL WHERE id = (SELECT household_id FROM member WHERE member.id = $1)`,
      [member.id],
    );
    const officer = service.as('townshipOfficer', [townshipCode]);
    expect(await reveal(officer, member.id)).toMatchObject({ code: 'ID_NUMBER_FORGOTTEN' });
  });
});
