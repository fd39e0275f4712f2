import { countyWide, Database } from '@jingzhun/database';
import type { Clock } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../clock.module';
import type { AccountRow } from './account.entity';
import { AccountRepository } from './account.repository';
import { countAttempt } from './account.rules';

/** An attempt to prove who one is, counted before the secret is looked at; without an account the login is unknown. */
export interface Attempt {
  account: AccountRow | null;
  locked: boolean;
  at: Date;
}

/** Why an attempt failed, for the audit only. */
export function failureOf({ account, locked }: Attempt): string {
  if (!account) return 'unknown-login';
  if (account.disabledAt) return 'disabled';
  return locked ? 'locked' : 'wrong-secret';
}

@Injectable()
export class AttemptService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Committed before the secret is compared: guesses in flight together cannot be more than those before the lock. */
  begin(which: { login: string } | { id: string }): Promise<Attempt> {
    return this.database.transaction(countyWide, async (tx) => {
      const account = await this.accounts.hold(tx, which);
      const at = this.clock.now();
      const counted = account && countAttempt(account, at);
      if (account && counted) await this.accounts.saveAttempts(tx, account.id, counted);
      else await this.accounts.saveNothing(tx);
      return { account, locked: account !== null && !counted, at };
    });
  }
}
