import type { Caller } from '@jingzhun/access';
import { countyWide, Database } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import { AccountRepository } from '../account/account.repository';
import { checkPassword, loginOf } from '../account/account.rules';
import { AttemptService, failureOf, type Attempt } from '../account/attempt.service';
import { hashPassword, passwordFits } from '../account/password';
import { secretHash } from '../account/secret-hash';
import { AuditRepository, type AuditEntry } from '../audit/audit.repository';
import type { ActivateAccountInput, Session, SignInInput } from '../graph.generated';
import { ActivationFailed, SignInFailed } from './session.errors';
import type { Transaction } from './session.repository';
import { SessionTokensService } from './session-tokens.service';

/**
 * Proves who somebody is. Whatever fails, the answer is the same and so is the work, so that neither tells whether a login
 * exists; what really happened stands in the audit.
 */
@Injectable()
export class SignInService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(AttemptService) private readonly attempts: AttemptService,
    @Inject(AuditRepository) private readonly audit: AuditRepository,
    @Inject(SessionTokensService) private readonly tokens: SessionTokensService,
  ) {}

  /** @throws SignInFailed */
  async signIn(caller: Caller, { login, password }: SignInInput): Promise<Session> {
    const attempt = await this.attempts.begin({ login: loginOf(login) ?? '' });
    const stored = attempt.locked ? null : attempt.account?.passwordHash;
    const fits = await passwordFits(stored, password);
    const session = await this.conclude(caller, 'sign-in', attempt, async (tx, accountId) =>
      fits && stored ? this.accounts.admit(tx, accountId, stored) : false,
    );
    if (!session) throw new SignInFailed();
    return session;
  }

  /** @throws ActivationFailed, InvalidInput */
  async activate(caller: Caller, { login, activationCode, password }: ActivateAccountInput): Promise<Session> {
    checkPassword(password, login, 'password');
    const attempt = await this.attempts.begin({ login: loginOf(login) ?? '' });
    const passwordHash = await hashPassword(password);
    const session = await this.conclude(caller, 'activate-account', attempt, async (tx, accountId) =>
      attempt.locked ? false : this.accounts.activate(tx, accountId, secretHash(activationCode), passwordHash),
    );
    if (!session) throw new ActivationFailed();
    return session;
  }

  /** Writes down how the attempt ended and begins a session if `admit` lets the account in. */
  private conclude(
    { requestId }: Caller,
    action: AuditEntry['action'],
    attempt: Attempt,
    admit: (tx: Transaction, accountId: string) => Promise<boolean>,
  ): Promise<Session | undefined> {
    return this.database.transaction(countyWide, async (tx) => {
      const { account, at } = attempt;
      const admitted = account !== null && (await admit(tx, account.id));
      const outcome = admitted ? 'succeeded' : failureOf(attempt);
      await this.audit.record(tx, { at, action, outcome, accountId: account?.id, requestId });
      return admitted ? this.tokens.begin(tx, account.id, at) : undefined;
    });
  }
}
