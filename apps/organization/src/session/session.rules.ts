/** An unused refresh token lives this long; a session that is used goes on, up to its own end. */
export const refreshTokenMilliseconds = 7 * 24 * 60 * 60_000;
export const sessionMilliseconds = 30 * 24 * 60 * 60_000;

/** A refresh token with what decides over it. */
export interface PresentedToken {
  expiresAt: Date;
  exchangedAt: Date | null;
  session: { startedAt: Date; endedAt: Date | null };
  account: { disabledAt: Date | null; sessionsOverAt: Date | null };
}

export type RefreshVerdict = 'exchanged' | 'unknown' | 'over' | 'expired' | 'reused';

/**
 * What becomes of a refresh token. One that comes a second time was stolen from its holder, or by him: nobody can tell who is
 * who any longer, so `reused` ends the session.
 */
export function judgeRefresh(token: PresentedToken | undefined, now: Date): RefreshVerdict {
  if (!token) return 'unknown';
  const { session, account } = token;
  if (session.endedAt || account.disabledAt) return 'over';
  if (account.sessionsOverAt && session.startedAt <= account.sessionsOverAt) return 'over';
  if (token.exchangedAt) return 'reused';
  return token.expiresAt <= now ? 'expired' : 'exchanged';
}

/** When a token given out now expires; never after its session. */
export function refreshTokenExpiry(sessionStartedAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + refreshTokenMilliseconds, sessionStartedAt.getTime() + sessionMilliseconds));
}
