import type { DataSource, EntityManager } from 'typeorm';
import { scopeSetting, type Scope } from './scope';

/**
 * The only way to the rows. Every piece of work runs in a transaction that first says whose areas it serves, so that
 * row-level security, the second wall behind the area-scoped repositories, always has a scope and fails closed without one.
 * The setting lasts for the transaction and cannot leak to the next user of the pooled connection.
 */
export class Database {
  constructor(readonly dataSource: DataSource) {}

  /** Runs `work` in one transaction within `scope`; everything or nothing is stored. */
  transaction<T>(scope: Scope, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (tx) => {
      await tx.query(`SELECT set_config('jingzhun.scope', $1, true)`, [scopeSetting(scope)]);
      return work(tx);
    });
  }

  /**
   * Runs `work` in one transaction within `scope`, all of it on one state of the data; everything or nothing is stored. For work
   * that reads much and adds a record of it: changing a row that somebody has changed meanwhile is refused by the server.
   */
  snapshot<T>(scope: Scope, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      await tx.query(`SELECT set_config('jingzhun.scope', $1, true)`, [scopeSetting(scope)]);
      return work(tx);
    });
  }

  /** Runs reading `work` within `scope`, all of it on one state of the data. A write in it is refused by the server. */
  read<T>(scope: Scope, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      await tx.query(`SELECT set_config('transaction_read_only', 'on', true), set_config('jingzhun.scope', $1, true)`, [
        scopeSetting(scope),
      ]);
      return work(tx);
    });
  }

  /** Rejects when the server does not answer. */
  async ping(): Promise<void> {
    await this.dataSource.query('SELECT 1');
  }
}
