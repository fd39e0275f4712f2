import type { Caller } from '@jingzhun/access';
import { countyWide, Database, once } from '@jingzhun/database';
import type { Clock } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { AuditRepository, type AuditEntry } from '../audit/audit.repository';
import { CLOCK } from '../clock.module';
import type { ChangePasswordInput, PasswordChanged } from '../graph.generated';
import { WrongPassword } from './account.errors';
import { AccountRepository } from './account.repository';
import { checkPassword } from './account.rules';
import { AttemptService, failureOf } from './attempt.service';
import { hashPassword, passwordFits, passwordPrint } from './password';

@Injectable()
export class PasswordService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(AttemptService) private readonly attempts: AttemptService,
    @Inject(AuditRepository) private readonly audit: AuditRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A repetition of a change that was made is answered as the first was, though the old password fits no longer. */
  async change(caller: Caller, { key, currentPassword, newPassword }: ChangePasswordInput): Promise<PasswordChanged> {
    const { accountId } = caller;
    const { login } = await this.database.read(countyWide, (tx) => this.accounts.getById(tx, accountId));
    checkPassword(newPassword, login, 'newPassword');
    const attempt = await this.attempts.begin({ id: accountId });
    const tried = attempt.locked ? null : attempt.account?.passwordHash;
    const fits = await passwordFits(tried, currentPassword);
    const print = await passwordPrint(`${currentPassword}\n${newPassword}`, `${accountId} ${key}`);
    const newHash = await hashPassword(newPassword);
    try {
      return await this.database.transaction(countyWide, async (tx) => {
        const answer = await once(tx, { accountId, key, payload: { changePassword: print } }, async () => {
          const changedAt = this.clock.now();
          const changed =
            fits && tried && (await this.accounts.changePassword(tx, accountId, tried, newHash, changedAt));
          if (!changed) throw new WrongPassword();
          await this.audit.record(tx, this.entry(caller, 'changed'));
          return { changedAt };
        });
        if (!attempt.locked) await this.accounts.saveAttempts(tx, accountId, { failedAttempts: 0, lockedUntil: null });
        return answer;
      });
    } catch (error) {
      if (!(error instanceof WrongPassword)) throw error;
      await this.database.transaction(countyWide, (tx) =>
        this.audit.record(tx, this.entry(caller, failureOf(attempt))),
      );
      throw error;
    }
  }

  private entry({ accountId, requestId }: Caller, outcome: string): AuditEntry {
    return { at: this.clock.now(), action: 'change-password', outcome, accountId, requestId };
  }
}
