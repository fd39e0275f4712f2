import { randomUUID } from 'node:crypto';
import type { Account } from '../graph.generated';
import { RunningService } from '../testing/running-service';
import { county, otherTownship, township } from '../testing/small-staff';
import { accountOf, activate, administratorOf, change, importSmallStaff, personId } from '../testing/steps';

const shown = '... on Account { id version login state grants { role areaCode } person { number } }';

describe('accounts', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await RunningService.start();
    await importSmallStaff(service);
  });
  afterAll(() => service.close());

  const secretary = async (login: string) => ({
    personId: await personId(service, 'P007'),
    login,
    grants: [{ role: 'groupSecretary', areaCode: '451225100201001' }],
    activationCode: 'CODE-IN-HAND',
  });
  const create = (input: object, actor = administratorOf(service)) =>
    change<Account>(actor, 'createAccount', { ...input }, shown);

  it('are given to a person with their rights and activated by the code handed over', async () => {
    expect(await create(await secretary('group-1'))).toMatchObject({
      version: 1,
      login: 'group-1',
      state: 'waiting',
      grants: [{ role: 'groupSecretary', areaCode: '451225100201001' }],
      person: { number: 'P007' },
    });
    expect(await activate(service, 'group-1', 'CODE-IN-HAND', 'a good password')).toHaveProperty('accessToken');
  });

  it('are made once when the request is sent twice, and refuse another request under its key', async () => {
    const input = { key: randomUUID(), ...(await secretary('group-2')) };
    const administrator = administratorOf(service);
    const answer = await create(input, administrator);
    expect(await create(input, administrator)).toEqual(answer);
    expect(await create({ ...input, activationCode: 'CODE-ANOTHER' }, administrator)).toMatchObject({
      code: 'KEY_REUSED',
    });
    const [kept] = await service.look<{ text: string }>(
      `SELECT string_agg(to_jsonb(idempotency_key)::text, '') AS text FROM idempotency_key`,
    );
    expect(kept!.text).not.toContain('CODE-IN-HAND');
  });

  it('have logins of their own', async () => {
    expect(await create(await secretary('leader-1'))).toMatchObject({ code: 'LOGIN_TAKEN' });
    expect(await create(await secretary('Group Two'))).toMatchObject({ code: 'INVALID_INPUT', field: 'login' });
  });

  it('are given within the area of the administrator only', async () => {
    const neighbour = service.as('administrator', [otherTownship]);
    const own = service.as('administrator', [township]);
    expect(await create(await secretary('group-3'), neighbour)).toMatchObject({ code: 'NOT_ALLOWED' });
    const foreignPerson = { ...(await secretary('group-3')), personId: await personId(service, 'P008') };
    expect(await create(foreignPerson, own)).toMatchObject({ code: 'NOT_FOUND' });
    const leader = { ...(await secretary('group-3')), grants: [{ role: 'countyLeader', areaCode: county }] };
    expect(await create(leader, own)).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('are changed by the one of two administrators who was first', async () => {
    const { id: accountId, version } = await accountOf(service, 'worker-1');
    const answers = await Promise.all(
      ['unlockAccount', 'disableAccount'].map((mutation) =>
        change<Account>(administratorOf(service), mutation, { accountId, version }, shown),
      ),
    );
    expect(answers.filter(({ version: changed }) => changed === version + 1)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'STALE_VERSION')).toHaveLength(1);
  });

  it('outside the administrator’s area are not found, nor is the first administrator’s', async () => {
    const { id: worker, version } = await accountOf(service, 'worker-2');
    const neighbour = service.as('administrator', [otherTownship]);
    const foreign = await change(neighbour, 'disableAccount', { accountId: worker, version }, shown);
    expect(foreign).toMatchObject({ code: 'NOT_FOUND' });
    const { id: first } = await accountOf(service, 'admin');
    const asked = { accountId: first, version: 1 };
    expect(await change(administratorOf(service), 'disableAccount', asked, shown)).toMatchObject({ code: 'NOT_FOUND' });
    const nonsense = { accountId: 'nonsense', version: 1 };
    expect(await change(administratorOf(service), 'disableAccount', nonsense, shown)).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('show their logins to administrators only', async () => {
    const query = `query ($id: ID!) { person(id: $id) { accounts { login } } }`;
    const variables = { id: await personId(service, 'P004') };
    const { person } = await administratorOf(service).ask<{ person: unknown }>(query, variables);
    expect(person).toEqual({ accounts: [{ login: 'worker-2' }] });
    const { data, errors } = await service.as('townshipOfficer', [township]).execute(query, variables);
    expect(data).toEqual({ person: null });
    expect(errors?.[0]?.extensions?.code).toBe('NOT_ALLOWED');
  });

  it('are given by administrators only', async () => {
    const officer = service.as('townshipOfficer', [township]);
    expect(await create(await secretary('group-9'), officer)).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});
