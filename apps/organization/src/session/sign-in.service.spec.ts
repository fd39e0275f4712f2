import { RunningService } from '../testing/running-service';
import {
  accountOf,
  activate,
  administratorOf,
  change,
  importSmallStaff,
  signIn,
  signedInAdministrator,
} from '../testing/steps';

const password = 'a good password';
const wrong = 'a wrong password';

describe('signing in', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await RunningService.start();
    await importSmallStaff(service);
    await activate(service, 'worker-1', 'CODE-WORKER-1', password);
    await activate(service, 'officer-1', 'CODE-OFFICER', password);
  });
  afterAll(() => service.close());

  const tryFiveTimes = async (login: string) => {
    const answers = [];
    for (let turn = 1; turn <= 5; turn += 1) answers.push(await signIn(service, login, wrong));
    return answers;
  };

  it('answers a wrong password, an unknown login and a locked account alike', async () => {
    const [first, ...others] = [
      ...(await tryFiveTimes('worker-1')),
      await signIn(service, 'worker-1', password),
      await signIn(service, 'nobody-of-this-name', password),
      await signIn(service, 'not a login \u0000', password),
      await signIn(service, 'leader-1', password),
    ];
    expect(first).toMatchObject({ code: 'SIGN_IN_FAILED' });
    for (const other of others) expect(other).toEqual(first);
  });

  it('locks the account, and no other, until fifteen minutes are over', async () => {
    expect(await signIn(service, 'officer-1', password)).toHaveProperty('accessToken');
    service.pass(14);
    expect(await signIn(service, 'worker-1', password)).toMatchObject({ code: 'SIGN_IN_FAILED' });
    service.pass(1);
    expect(await signIn(service, 'worker-1', password)).toHaveProperty('accessToken');
  });

  it('is open again at once when an administrator unlocks the account', async () => {
    await tryFiveTimes('worker-1');
    const { id: accountId, version } = await accountOf(service, 'worker-1');
    const unlocked = await change(
      administratorOf(service),
      'unlockAccount',
      { accountId, version },
      '... on Account { state }',
    );
    expect(unlocked).toEqual({ state: 'active' });
    expect(await signIn(service, 'worker-1', password)).toHaveProperty('accessToken');
  });

  it('forgets wrong passwords after a right one', async () => {
    for (let turn = 1; turn <= 3; turn += 1) {
      for (let guess = 1; guess <= 4; guess += 1) await signIn(service, 'officer-1', wrong);
      expect(await signIn(service, 'officer-1', password)).toHaveProperty('accessToken');
    }
  });

  it('counts guesses that are sent all at once', async () => {
    const guesses = Array.from({ length: 12 }, () => signIn(service, 'officer-1', wrong));
    await Promise.all(guesses);
    const outcomes = await service.look<{ outcome: string; times: number }>(
      `SELECT outcome, count(*)::int AS times FROM (
         SELECT outcome FROM audit_entry WHERE action = 'sign-in' ORDER BY id DESC LIMIT 12) AS latest
        GROUP BY outcome ORDER BY outcome`,
    );
    expect(outcomes).toEqual([
      { outcome: 'locked', times: 7 },
      { outcome: 'wrong-secret', times: 5 },
    ]);
    service.pass(15);
  });

  it('takes a login in capitals and with blanks around it', async () => {
    expect(await signIn(service, ' Worker-1 ', password)).toHaveProperty('accessToken');
  });

  it('writes down every outcome, and neither login nor password', async () => {
    const outcomes = await service.look<{ outcome: string }>(
      `SELECT DISTINCT outcome FROM audit_entry WHERE action = 'sign-in' ORDER BY outcome`,
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['locked', 'succeeded', 'unknown-login', 'wrong-secret']);
    const entries = await service.look<{ text: string }>(`SELECT to_jsonb(audit_entry)::text AS text FROM audit_entry`);
    for (const { text } of entries) expect(text).not.toMatch(/worker-1|nobody-of|good password|wrong password/);
  });

  it('leaves an audit that nobody can change, the owner of the database included', async () => {
    for (const sql of ['DELETE FROM audit_entry', `UPDATE audit_entry SET outcome = ''`, 'TRUNCATE audit_entry']) {
      await expect(service.look(sql)).rejects.toThrow('audit_entry only grows');
    }
  });
});

describe('activating an account', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await RunningService.start();
    await importSmallStaff(service);
  });
  afterAll(() => service.close());

  it('makes the first administrator of an installation, who is on no staff list', async () => {
    const administrator = await signedInAdministrator(service);
    const { me } = await administrator.ask<{ me: unknown }>(`{ me { person { id } grants { role areas } } }`);
    expect(me).toEqual({ person: null, grants: [{ role: 'administrator', areas: [...'0123456789'] }] });
  });

  it('works once, with the right code', async () => {
    const failed = { code: 'ACTIVATION_FAILED' };
    expect(await activate(service, 'worker-1', 'CODE-WORKER-2', password)).toMatchObject(failed);
    expect(await activate(service, 'nobody-of-this-name', 'CODE-WORKER-1', password)).toMatchObject(failed);
    expect(await activate(service, 'worker-1', 'CODE-WORKER-1', password)).toHaveProperty('accessToken');
    expect(await activate(service, 'worker-1', 'CODE-WORKER-1', password)).toMatchObject(failed);
  });

  it('is locked after five wrong codes', async () => {
    for (let turn = 1; turn <= 5; turn += 1) await activate(service, 'worker-2', 'CODE-WRONG', password);
    const locked = await activate(service, 'worker-2', 'CODE-WORKER-2', password);
    expect(locked).toMatchObject({ code: 'ACTIVATION_FAILED' });
    service.pass(15);
    expect(await activate(service, 'worker-2', 'CODE-WORKER-2', password)).toHaveProperty('accessToken');
  });

  it('refuses a short password, and the login as a password', async () => {
    const refused = { code: 'INVALID_INPUT', field: 'password' };
    expect(await activate(service, 'leader-1', 'CODE-LEADER', 'short')).toMatchObject(refused);
    expect(await activate(service, 'secretary-1', 'CODE-SECRETARY', 'Secretary-1')).toMatchObject(refused);
  });

  it('keeps neither codes nor passwords that could be read', async () => {
    const accounts = await service.look<{ text: string; hash: string | null }>(
      `SELECT to_jsonb(account)::text AS text, password_hash AS hash FROM account`,
    );
    for (const { text, hash } of accounts) {
      expect(text).not.toMatch(/CODE-|good password/);
      if (hash) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    }
  });
});
