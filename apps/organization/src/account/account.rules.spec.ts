import { InvalidInput, NotAllowed } from '@jingzhun/kernel';
import {
  checkGrants,
  checkPassword,
  countAttempt,
  effectiveGrants,
  lockMilliseconds,
  stateOf,
  type Attempts,
} from './account.rules';

const now = new Date('2015-11-02T08:00:00Z');
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);

describe('wrong passwords', () => {
  const fresh: Attempts = { failedAttempts: 0, lockedUntil: null };

  it('lock an account for fifteen minutes at the fifth', () => {
    let attempts = fresh;
    for (let wrong = 1; wrong <= 4; wrong += 1) {
      attempts = countAttempt(attempts, now)!;
      expect(attempts).toEqual({ failedAttempts: wrong, lockedUntil: null });
    }
    attempts = countAttempt(attempts, now)!;
    expect(attempts.lockedUntil).toEqual(later(lockMilliseconds));
    expect(countAttempt(attempts, later(lockMilliseconds - 1))).toBeUndefined();
  });

  it('are counted from one again when the lock is over', () => {
    const locked = { failedAttempts: 5, lockedUntil: later(lockMilliseconds) };
    expect(countAttempt(locked, later(lockMilliseconds))).toEqual({ failedAttempts: 1, lockedUntil: null });
  });
});

describe('a password', () => {
  it('has at least ten characters, whatever the script', () => {
    expect(() => checkPassword('九个汉字不够长啊啊', 'li-ming', 'password')).toThrow(InvalidInput);
    expect(() => checkPassword('十个汉字刚刚好够长啊', 'li-ming', 'password')).not.toThrow();
    expect(() => checkPassword('x'.repeat(201), 'li-ming', 'password')).toThrow(InvalidInput);
  });

  it('is not the login', () => {
    expect(() => checkPassword('Officer-451225100', 'officer-451225100', 'password')).toThrow(InvalidInput);
  });
});

describe('the rights of an account', () => {
  it('lie within the area of whoever gives them', () => {
    const officer = [{ role: 'townshipOfficer', areaCode: '451225100' }];
    expect(checkGrants(['451225'], officer)).toEqual(officer);
    expect(() => checkGrants(['451225105'], officer)).toThrow(NotAllowed);
  });

  it.each([
    ['no right at all', []],
    ['an unknown role', [{ role: 'emperor', areaCode: '451225' }]],
    ['an office without an area', [{ role: 'villageSecretary' }]],
    ['an office at the wrong level', [{ role: 'villageSecretary', areaCode: '451225100' }]],
    ['a field worker with an area of his own', [{ role: 'fieldWorker', areaCode: '451225100201001' }]],
  ])('cannot be %s', (_, grants) => {
    expect(() => checkGrants(['451225'], grants)).toThrow(InvalidInput);
  });

  it('are for a field worker the groups of his teams, and for the first administrator everywhere', () => {
    const grants = [
      { role: 'fieldWorker', areaCode: null },
      { role: 'entryClerk', areaCode: '451225100' },
      { role: 'administrator', areaCode: null },
    ] as const;
    expect(effectiveGrants(grants, ['451225100201001'], ['4'])).toEqual([
      { role: 'fieldWorker', areas: ['451225100201001'] },
      { role: 'entryClerk', areas: ['451225100'] },
      { role: 'administrator', areas: ['4'] },
    ]);
  });
});

describe('the state of an account', () => {
  const active = { passwordHash: 'hash', lockedUntil: null, disabledAt: null };

  it('is what matters most about it', () => {
    expect(stateOf(active, now)).toBe('active');
    expect(stateOf({ ...active, passwordHash: null }, now)).toBe('waiting');
    expect(stateOf({ ...active, lockedUntil: later(1) }, now)).toBe('locked');
    expect(stateOf({ ...active, lockedUntil: now }, now)).toBe('active');
    expect(stateOf({ ...active, lockedUntil: later(1), disabledAt: now }, now)).toBe('disabled');
  });
});
