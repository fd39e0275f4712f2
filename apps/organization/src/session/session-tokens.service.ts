import { randomBytes } from 'node:crypto';
import { accessTokenLifeSeconds, issueAccessToken } from '@jingzhun/access';
import { countyWide } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import { AccountRepository } from '../account/account.repository';
import { effectiveGrants } from '../account/account.rules';
import { secretHash } from '../account/secret-hash';
import { AssignmentRepository } from '../assignment/assignment.repository';
import type { Session } from '../graph.generated';
import { SessionRepository, type Transaction } from './session.repository';
import { refreshTokenExpiry } from './session.rules';

/** Injection token of ACCESS_TOKEN_PRIVATE_KEY. */
export const ACCESS_TOKEN_KEY = Symbol('access token key');

interface OpenSession {
  sessionId: string;
  accountId: string;
  session: { startedAt: Date };
}

/** Gives out the tokens of a session, with the rights the account has at this moment. */
@Injectable()
export class SessionTokensService {
  constructor(
    @Inject(SessionRepository) private readonly sessions: SessionRepository,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(AssignmentRepository) private readonly assignments: AssignmentRepository,
    @Inject(ACCESS_TOKEN_KEY) private readonly privateKey: string,
  ) {}

  /** Begins a session for the account. */
  async begin(tx: Transaction, accountId: string, now: Date): Promise<Session> {
    const sessionId = await this.sessions.start(tx, accountId, now);
    return this.issue(tx, { sessionId, accountId, session: { startedAt: now } }, now);
  }

  /** New tokens for a session that goes on. */
  async issue(tx: Transaction, { sessionId, accountId, session }: OpenSession, now: Date): Promise<Session> {
    const refreshToken = randomBytes(32).toString('base64url');
    const refreshTokenExpiresAt = refreshTokenExpiry(session.startedAt, now);
    await this.sessions.addToken(tx, sessionId, secretHash(refreshToken), refreshTokenExpiresAt);
    const { grants, personId } = await this.accounts.getById(tx, accountId);
    const groups = personId ? await this.assignments.groupsOfWorker(tx, personId) : [];
    const claims = {
      sub: accountId,
      person: personId ?? '',
      grants: effectiveGrants(grants, groups, countyWide.areas),
    };
    return {
      accessToken: await issueAccessToken(claims, this.privateKey, now.getTime()),
      accessTokenExpiresAt: new Date(now.getTime() + accessTokenLifeSeconds * 1_000),
      refreshToken,
      refreshTokenExpiresAt,
    };
  }
}
