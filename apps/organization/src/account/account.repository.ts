import { guardedUpdate, type Scope } from '@jingzhun/database';
import { isUuid, NotFound } from '@jingzhun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { PersonRow } from '../person/person.entity';
import { AccountRow } from './account.entity';
import { LoginTaken } from './account.errors';
import type { Attempts } from './account.rules';

@Injectable()
export class AccountRepository {
  /** The account of a login or id, held until the transaction ends: the attempts on it are counted one after another. */
  hold(tx: EntityManager, which: { login: string } | { id: string }): Promise<AccountRow | null> {
    return tx.getRepository(AccountRow).findOne({ where: which, lock: { mode: 'pessimistic_write' } });
  }

  async saveAttempts(tx: EntityManager, id: string, attempts: Attempts): Promise<void> {
    await tx.getRepository(AccountRow).update(id, attempts);
  }

  /** Costs what `saveAttempts` costs, a commit that is forced to disk, where there is no attempt to save. */
  async saveNothing(tx: EntityManager): Promise<void> {
    await tx.query(`SELECT pg_logical_emit_message(true, 'attempt', '')`);
  }

  /** The account of somebody signed in, or of his session. */
  getById(tx: EntityManager, id: string): Promise<AccountRow> {
    return tx.getRepository(AccountRow).findOneByOrFail({ id });
  }

  /** @throws NotFound when its person does not belong to the scope; so nobody administers the first administrator */
  async get(tx: EntityManager, scope: Scope, id: string): Promise<AccountRow> {
    const account = isUuid(id) ? await inScope(tx, scope).andWhere('account.id = :id', { id }).getOne() : null;
    if (!account) throw new NotFound('There is no such account in your area.', 'accountId');
    return account;
  }

  ofPeople(tx: EntityManager, scope: Scope, personIds: readonly string[]): Promise<AccountRow[]> {
    return inScope(tx, scope)
      .andWhere('account.personId = ANY(:personIds)', { personIds })
      .orderBy('account.login')
      .getMany();
  }

  /** @throws LoginTaken */
  async create(tx: EntityManager, account: AccountRow): Promise<void> {
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(AccountRow)
      .values(account)
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) throw new LoginTaken();
  }

  /** Stores the account unless there is any already. */
  async createFirst(tx: EntityManager, account: AccountRow): Promise<void> {
    await tx.query(
      `INSERT INTO account (id, login, grants, activation_code_hash) SELECT $1, $2, $3, $4
        WHERE NOT EXISTS (SELECT FROM account) ON CONFLICT DO NOTHING`,
      [account.id, account.login, JSON.stringify(account.grants), account.activationCodeHash],
    );
  }

  /** @throws StaleVersion */
  async change(
    tx: EntityManager,
    account: AccountRow,
    version: number,
    change: Partial<Pick<AccountRow, keyof Attempts | 'disabledAt' | 'sessionsOverAt'>>,
  ): Promise<AccountRow> {
    const changed = { ...account, ...change };
    const newVersion = await guardedUpdate(tx, 'account', account.id, version, {
      failed_attempts: changed.failedAttempts,
      locked_until: changed.lockedUntil,
      disabled_at: changed.disabledAt,
      sessions_over_at: changed.sessionsOverAt,
    });
    return { ...changed, version: newVersion };
  }

  /** Forgives the attempts, if the account still has the password that was tried and is not disabled. */
  async admit(tx: EntityManager, id: string, passwordHash: string): Promise<boolean> {
    const { affected } = await tx
      .createQueryBuilder()
      .update(AccountRow)
      .set({ failedAttempts: 0, lockedUntil: null })
      .where('id = :id AND password_hash = :passwordHash AND disabled_at IS NULL', { id, passwordHash })
      .execute();
    return affected === 1;
  }

  /** Gives the first password, if the code is still unused and the account is not disabled. */
  async activate(tx: EntityManager, id: string, codeHash: Buffer, passwordHash: string): Promise<boolean> {
    const { affected } = await tx
      .createQueryBuilder()
      .update(AccountRow)
      .set({ passwordHash, activationCodeHash: null, failedAttempts: 0, lockedUntil: null })
      .where('id = :id AND activation_code_hash = :codeHash AND disabled_at IS NULL', { id, codeHash })
      .execute();
    return affected === 1;
  }

  /** Changes the password, if the account still has the one that was tried; sessions begun until now are over. */
  async changePassword(tx: EntityManager, id: string, tried: string, passwordHash: string, at: Date): Promise<boolean> {
    const { affected } = await tx
      .createQueryBuilder()
      .update(AccountRow)
      .set({ passwordHash, sessionsOverAt: at })
      .where('id = :id AND password_hash = :tried AND disabled_at IS NULL', { id, tried })
      .execute();
    return affected === 1;
  }
}

function inScope(tx: EntityManager, scope: Scope): SelectQueryBuilder<AccountRow> {
  return tx
    .getRepository(AccountRow)
    .createQueryBuilder('account')
    .innerJoin(PersonRow, 'person', 'person.id = account.personId')
    .where('person.areaCode ^@ ANY(:areas)', { areas: scope.areas });
}
