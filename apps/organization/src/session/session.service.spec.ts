import { randomUUID } from 'node:crypto';
import type { Session, SignedOut } from '../graph.generated';
import { RunningService } from '../testing/running-service';
import { county, groups } from '../testing/small-staff';
import { accountOf, activate, administratorOf, change, importSmallStaff, refresh, signIn } from '../testing/steps';

const password = 'a good password';
const over = { code: 'SESSION_OVER' };

describe('a session', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await RunningService.start();
    await importSmallStaff(service);
    await activate(service, 'worker-1', 'CODE-WORKER-1', password);
    await activate(service, 'worker-2', 'CODE-WORKER-2', password);
    await activate(service, 'officer-1', 'CODE-OFFICER', password);
  });
  afterAll(() => service.close());

  const begin = async (login = 'worker-1') => (await signIn(service, login, password)) as Session;

  it('goes on by exchanging its refresh token, each time for another', async () => {
    const first = await begin();
    service.pass(4);
    const second = await refresh(service, first.refreshToken);
    const third = await refresh(service, second.refreshToken!);
    expect(new Set([first, second, third].map(({ refreshToken }) => refreshToken)).size).toBe(3);
    expect(third.accessToken).not.toBe(first.accessToken);
  });

  it('ends when a refresh token comes a second time: the thief and the holder are both out', async () => {
    const first = await begin();
    const second = await refresh(service, first.refreshToken);
    expect(await refresh(service, first.refreshToken)).toMatchObject(over);
    expect(await refresh(service, second.refreshToken!)).toMatchObject(over);
  });

  it('lets one of two exchanges at the same moment through, and ends', async () => {
    const { refreshToken } = await begin();
    const answers = await Promise.all([refresh(service, refreshToken), refresh(service, refreshToken)]);
    expect(answers.filter(({ accessToken }) => accessToken)).toHaveLength(1);
    const [winner] = answers.filter(({ accessToken }) => accessToken);
    expect(await refresh(service, winner!.refreshToken!)).toMatchObject(over);
  });

  it('of another device goes on when one is ended', async () => {
    const [phone, desk] = [await begin(), await begin()];
    await refresh(service, phone.refreshToken);
    await refresh(service, phone.refreshToken);
    expect(await refresh(service, desk.refreshToken)).toHaveProperty('accessToken');
  });

  it('is over for a token that nobody gave out', async () => {
    expect(await refresh(service, 'nonsense')).toMatchObject(over);
  });

  it('keeps no refresh token that could be read', async () => {
    const { refreshToken } = await begin();
    const rows = await service.look<{ text: string }>(
      `SELECT to_jsonb(refresh_token)::text AS text FROM refresh_token`,
    );
    for (const { text } of rows) expect(text).not.toContain(refreshToken);
  });

  it('ends when its holder signs out, which may be said twice', async () => {
    const mine = await begin();
    const worker = await service.holderOf(mine.accessToken);
    const input = { key: randomUUID(), refreshToken: mine.refreshToken };
    const shown = '... on SignedOut { signedOutAt }';
    const answer = await change<SignedOut>(worker, 'signOut', input, shown);
    service.pass(1);
    expect(await change(worker, 'signOut', input, shown)).toEqual(answer);
    expect(await refresh(service, mine.refreshToken)).toMatchObject(over);
  });

  it('is not ended by somebody else', async () => {
    const [mine, other] = [await begin('worker-1'), await begin('worker-2')];
    const stranger = await service.holderOf(other.accessToken);
    await change(stranger, 'signOut', { refreshToken: mine.refreshToken }, '... on SignedOut { signedOutAt }');
    expect(await refresh(service, mine.refreshToken)).toHaveProperty('accessToken');
  });

  it('carries the groups of the teams its holder works in, at the moment the token is made', async () => {
    const { accessToken, refreshToken } = await begin('worker-1');
    const { passport } = await service.holderOf(accessToken);
    expect(passport!.grants).toEqual([{ role: 'fieldWorker', areas: [groups[0]] }]);
    const [team] = await service.look<{ id: string }>(`SELECT id FROM team WHERE number = 'FIELD1'`);
    const assigned = { areaCode: groups[2], version: 0, teamId: team!.id };
    await change(service.as('administrator', [county]), 'assignTeam', assigned, '... on Assignment { id }');
    const renewed = await refresh(service, refreshToken);
    const { passport: later } = await service.holderOf(renewed.accessToken!);
    expect(later!.grants).toEqual([{ role: 'fieldWorker', areas: [groups[0], groups[2]] }]);
  });

  it('carries several rights when the account has them', async () => {
    const { accessToken } = await begin('officer-1');
    const officer = await service.holderOf(accessToken);
    const { me } = await officer.ask<{ me: { person: object; grants: object[] } }>(
      `{ me { person { number name } grants { role areas } } }`,
    );
    expect(me.person).toEqual({ number: 'P002', name: 'Officer One' });
    expect(me.grants.map((grant) => (grant as { role: string }).role)).toEqual(['townshipOfficer', 'supervisor']);
  });

  it('shows its holder his own person and teams, though a field worker sees no other people', async () => {
    const worker = await service.holderOf((await begin('worker-2')).accessToken);
    const { me } = await worker.ask<{ me: unknown }>(`{ me { person { number phone } teams { number } } }`);
    expect(me).toEqual({ person: { number: 'P004', phone: '100******04' }, teams: [{ number: 'FIELD1' }] });
    const { errors } = await worker.execute(`{ people(first: 10) { totalCount } }`);
    expect(errors?.[0]?.extensions?.code).toBe('NOT_ALLOWED');
  });

  it('ends when an administrator disables the account, which then signs in no more', async () => {
    const { refreshToken } = await begin('worker-2');
    const { id: accountId, version } = await accountOf(service, 'worker-2');
    const asked = { accountId, version };
    const answer = await change(administratorOf(service), 'disableAccount', asked, '... on Account { state }');
    expect(answer).toEqual({ state: 'disabled' });
    expect(await refresh(service, refreshToken)).toMatchObject(over);
    expect(await signIn(service, 'worker-2', password)).toMatchObject({ code: 'SIGN_IN_FAILED' });
  });

  it('ends with the password: all sessions of the account, not those begun with the new one', async () => {
    const [desk, phone] = [await begin('officer-1'), await begin('officer-1')];
    const officer = await service.holderOf(desk.accessToken);
    service.pass(1);
    const input = { key: randomUUID(), currentPassword: password, newPassword: 'an even better one' };
    const shown = '... on PasswordChanged { changedAt }';
    const answer = await change(officer, 'changePassword', input, shown);
    expect(answer).toHaveProperty('changedAt');
    service.pass(1);
    expect(await change(officer, 'changePassword', input, shown)).toEqual(answer);
    expect(await refresh(service, desk.refreshToken)).toMatchObject(over);
    expect(await refresh(service, phone.refreshToken)).toMatchObject(over);
    expect(await signIn(service, 'officer-1', password)).toMatchObject({ code: 'SIGN_IN_FAILED' });
    const renewed = await signIn(service, 'officer-1', 'an even better one');
    expect(await refresh(service, renewed.refreshToken!)).toHaveProperty('accessToken');
  });

  it('does not let its holder change the password without knowing it, and locks him out after five tries', async () => {
    const worker = await service.holderOf((await begin('worker-1')).accessToken);
    const newPassword = 'an even better one';
    const shown = '... on PasswordChanged { changedAt }';
    const key = randomUUID();
    for (let turn = 1; turn <= 5; turn += 1) {
      const refused = await change(worker, 'changePassword', { key, currentPassword: 'guessed', newPassword }, shown);
      expect(refused).toMatchObject({ code: 'WRONG_PASSWORD' });
    }
    const locked = await change(worker, 'changePassword', { currentPassword: password, newPassword }, shown);
    expect(locked).toMatchObject({ code: 'WRONG_PASSWORD' });
    expect(await signIn(service, 'worker-1', password)).toMatchObject({ code: 'SIGN_IN_FAILED' });
    service.pass(15);
    expect(await signIn(service, 'worker-1', password)).toHaveProperty('accessToken');
  });

  it('takes no other password under a key that was used, and no short one', async () => {
    const worker = await service.holderOf((await begin('worker-1')).accessToken);
    const shown = '... on PasswordChanged { changedAt }';
    const input = { key: randomUUID(), currentPassword: password, newPassword: 'an even better one' };
    await change(worker, 'changePassword', input, shown);
    const other = await change(worker, 'changePassword', { ...input, newPassword: 'quite another one' }, shown);
    expect(other).toMatchObject({ code: 'KEY_REUSED' });
    const short = await change(worker, 'changePassword', { ...input, newPassword: 'short' }, shown);
    expect(short).toMatchObject({ code: 'INVALID_INPUT', field: 'newPassword' });
  });
});
