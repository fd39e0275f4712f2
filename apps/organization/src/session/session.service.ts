import type { Caller } from '@jingzhun/access';
import { countyWide, Database, once } from '@jingzhun/database';
import type { Clock } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { secretHash } from '../account/secret-hash';
import { AuditRepository } from '../audit/audit.repository';
import { CLOCK } from '../clock.module';
import type { RefreshSessionInput, Session, SignedOut, SignOutInput } from '../graph.generated';
import { SessionOver } from './session.errors';
import { SessionRepository } from './session.repository';
import { judgeRefresh } from './session.rules';
import { SessionTokensService } from './session-tokens.service';

@Injectable()
export class SessionService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SessionRepository) private readonly sessions: SessionRepository,
    @Inject(SessionTokensService) private readonly tokens: SessionTokensService,
    @Inject(AuditRepository) private readonly audit: AuditRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws SessionOver, also when the token came before: then the session ends here */
  async refresh({ requestId }: Caller, { refreshToken }: RefreshSessionInput): Promise<Session> {
    const tokenHash = secretHash(refreshToken);
    // The refusal is thrown outside the transaction, for what it has written must stay.
    const session = await this.database.transaction(countyWide, async (tx) => {
      const now = this.clock.now();
      const token = await this.sessions.hold(tx, tokenHash);
      const outcome = judgeRefresh(token, now);
      const entry = { accountId: token?.accountId, subjectId: token?.sessionId, requestId };
      await this.audit.record(tx, { at: now, action: 'refresh-session', outcome, ...entry });
      if (token && outcome === 'reused') await this.sessions.end(tx, token.sessionId, now);
      if (!token || outcome !== 'exchanged') return undefined;
      await this.sessions.markExchanged(tx, tokenHash, now);
      return this.tokens.issue(tx, token, now);
    });
    if (!session) throw new SessionOver();
    return session;
  }

  /** A token of nobody, or of somebody else, changes nothing and is answered alike. */
  signOut({ accountId, requestId }: Caller, { key, refreshToken }: SignOutInput): Promise<SignedOut> {
    const tokenHash = secretHash(refreshToken);
    return this.database.transaction(countyWide, (tx) =>
      once(tx, { accountId, key, payload: { signOut: tokenHash.toString('hex') } }, async () => {
        const signedOutAt = this.clock.now();
        const ended = await this.sessions.endByToken(tx, accountId, tokenHash, signedOutAt);
        const outcome = ended ? 'ended' : 'nothing-to-end';
        await this.audit.record(tx, { at: signedOutAt, action: 'sign-out', outcome, accountId, requestId });
        return { signedOutAt };
      }),
    );
  }
}
