import { judgeRefresh, refreshTokenExpiry, refreshTokenMilliseconds, sessionMilliseconds } from './session.rules';

const start = new Date('2015-11-02T08:00:00Z');
const after = (milliseconds: number) => new Date(start.getTime() + milliseconds);

const fresh = {
  expiresAt: after(refreshTokenMilliseconds),
  exchangedAt: null,
  session: { startedAt: start, endedAt: null },
  account: { disabledAt: null, sessionsOverAt: null },
};

describe('a refresh token', () => {
  it('is exchanged once, until it expires', () => {
    expect(judgeRefresh(fresh, after(1))).toBe('exchanged');
    expect(judgeRefresh(fresh, fresh.expiresAt)).toBe('expired');
    expect(judgeRefresh(undefined, start)).toBe('unknown');
  });

  it('that comes a second time is called reused, even when it has expired', () => {
    const exchanged = { ...fresh, exchangedAt: after(1) };
    expect(judgeRefresh(exchanged, after(2))).toBe('reused');
    expect(judgeRefresh(exchanged, fresh.expiresAt)).toBe('reused');
  });

  it('is worth nothing when its session ended, its account was disabled or the password changed', () => {
    expect(judgeRefresh({ ...fresh, session: { startedAt: start, endedAt: after(1) } }, after(2))).toBe('over');
    expect(judgeRefresh({ ...fresh, account: { disabledAt: after(1), sessionsOverAt: null } }, after(2))).toBe('over');
    expect(judgeRefresh({ ...fresh, account: { disabledAt: null, sessionsOverAt: start } }, after(2))).toBe('over');
  });

  it('of a session begun after the password was changed is good', () => {
    const account = { disabledAt: null, sessionsOverAt: after(-1) };
    expect(judgeRefresh({ ...fresh, account }, after(1))).toBe('exchanged');
  });

  it('never outlives its session', () => {
    expect(refreshTokenExpiry(start, after(1_000))).toEqual(after(refreshTokenMilliseconds + 1_000));
    expect(refreshTokenExpiry(start, after(sessionMilliseconds - 1))).toEqual(after(sessionMilliseconds));
  });
});
