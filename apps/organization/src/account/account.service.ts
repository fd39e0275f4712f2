import { randomUUID } from 'node:crypto';
import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { InvalidInput, type Clock } from '@jingzhun/kernel';
import { loaderFor } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../clock.module';
import type { ChangeAccountInput, CreateAccountInput } from '../graph.generated';
import { PersonRepository } from '../person/person.repository';
import type { AccountRow } from './account.entity';
import { AccountRepository } from './account.repository';
import { checkGrants, isActivationCode, loginOf } from './account.rules';
import { viewOf, type AccountView } from './account.view';
import { secretHash } from './secret-hash';

/** What administrators do with accounts. */
@Injectable()
export class AccountService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(PersonRepository) private readonly people: PersonRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  create(caller: Caller, { key, activationCode, ...asked }: CreateAccountInput): Promise<AccountView> {
    const login = loginOf(asked.login);
    if (!login) throw new InvalidInput('This cannot be a login.', 'login');
    if (!isActivationCode(activationCode)) throw new InvalidInput('The code is too short.', 'activationCode');
    const activationCodeHash = secretHash(activationCode);
    const payload = { createAccount: { ...asked, activationCode: activationCodeHash.toString('hex') } };
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload }, async () => {
        const grants = checkGrants(caller.areas, asked.grants);
        const person = await this.people.get(tx, caller, asked.personId);
        const account = newAccount({ login, personId: person.id, grants, activationCodeHash });
        await this.accounts.create(tx, account);
        return viewOf(account, this.clock.now());
      }),
    );
  }

  disable(caller: Caller, asked: ChangeAccountInput): Promise<AccountView> {
    const now = this.clock.now();
    return this.change(caller, 'disableAccount', asked, (account) => ({
      disabledAt: account.disabledAt ?? now,
      sessionsOverAt: now,
    }));
  }

  unlock(caller: Caller, asked: ChangeAccountInput): Promise<AccountView> {
    return this.change(caller, 'unlockAccount', asked, () => ({ failedAttempts: 0, lockedUntil: null }));
  }

  async ofPerson(caller: Caller, personId: string): Promise<AccountView[]> {
    const loader = loaderFor(caller, this, (ids: readonly string[]) => this.ofPeople(caller, ids));
    return (await loader.load(personId)) ?? [];
  }

  private change(
    caller: Caller,
    action: string,
    { key, accountId, version }: ChangeAccountInput,
    decide: (account: AccountRow) => Parameters<AccountRepository['change']>[3],
  ): Promise<AccountView> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: { [action]: { accountId, version } } }, async () => {
        const account = await this.accounts.get(tx, caller, accountId);
        const changed = await this.accounts.change(tx, account, version, decide(account));
        return viewOf(changed, this.clock.now());
      }),
    );
  }

  private async ofPeople(caller: Caller, personIds: readonly string[]): Promise<Map<string, AccountView[]>> {
    const rows = await this.database.read(caller, (tx) => this.accounts.ofPeople(tx, caller, personIds));
    const now = this.clock.now();
    return new Map(
      personIds.map((id) => [id, rows.filter(({ personId }) => personId === id).map((row) => viewOf(row, now))]),
    );
  }
}

/** An account that waits for its holder. */
export function newAccount(
  given: Pick<AccountRow, 'login' | 'personId' | 'grants' | 'activationCodeHash'>,
): AccountRow {
  return {
    id: randomUUID(),
    version: 1,
    passwordHash: null,
    failedAttempts: 0,
    lockedUntil: null,
    disabledAt: null,
    sessionsOverAt: null,
    ...given,
  };
}
