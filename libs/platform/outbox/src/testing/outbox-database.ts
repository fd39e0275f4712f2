import { Client } from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { Database } from '@jingzhun/database';
import { testDatabase, type TestDatabase } from '@jingzhun/database/testing';
import { createInboxTables, createOutboxTables } from '../outbox-tables';

class CreateOutbox20261123080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...createOutboxTables, ...createInboxTables]) await runner.query(statement);
    await runner.query(`CREATE TABLE tally (household text PRIMARY KEY, highest int NOT NULL, events int NOT NULL)`);
  }

  down(): Promise<void> {
    return Promise.resolve();
  }
}

/** A real database with an outbox, an inbox and a `tally` for reactions; it can be cut off from its service. */
export class OutboxDatabase {
  private readonly replicas: DataSource[] = [];

  private constructor(
    private readonly test: TestDatabase,
    private readonly admin: Client,
    private readonly onlooker: Client,
  ) {}

  static async create(): Promise<OutboxDatabase> {
    const test = await testDatabase('outbox', [CreateOutbox20261123080000]);
    const admin = new Client({ connectionString: process.env.DATABASE_URL });
    const onlooker = new Client({ connectionString: test.adminUrl, application_name: 'onlooker' });
    await Promise.all([admin.connect(), onlooker.connect()]);
    return new OutboxDatabase(test, admin, onlooker);
  }

  get url(): string {
    return this.test.runningUrl;
  }

  private get name(): string {
    return new URL(this.url).pathname.slice(1);
  }

  /** The database as one replica of a service has it: with connections of its own. */
  async replica(connections = 5): Promise<Database> {
    const extra = { max: connections };
    const dataSource = await new DataSource({ type: 'postgres', url: this.url, extra, logging: false }).initialize();
    this.replicas.push(dataSource);
    return new Database(dataSource);
  }

  /** Looks at the rows from aside, also while the database is away for everybody else. */
  async rows<Row extends object>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.onlooker.query<Row>(sql, parameters)).rows;
  }

  /** One number of one row. */
  async number(sql: string): Promise<number> {
    const [row] = await this.rows<{ number: number }>(`SELECT (${sql})::int AS number`);
    return row!.number;
  }

  /** Ends the connections that hold a relay's lock. Answers how many there were. */
  async endRelaySessions(): Promise<number> {
    return this.end(`pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted)`);
  }

  /** Ends every connection; new ones are taken. */
  async endAll(): Promise<void> {
    await this.end('true');
  }

  /** How many relays hold the lock of their channel, and how many others stand by. */
  async relays(): Promise<{ working: number; waiting: number }> {
    const { rows } = await this.admin.query<{ working: number; waiting: number }>(
      `SELECT count(*) FILTER (WHERE holds)::int AS working, count(*) FILTER (WHERE NOT holds)::int AS waiting
         FROM pg_stat_activity a, LATERAL (SELECT EXISTS (
                SELECT 1 FROM pg_locks l WHERE l.pid = a.pid AND l.locktype = 'advisory' AND l.granted) AS holds)
        WHERE datname = $1 AND application_name LIKE 'relay %'`,
      [this.name],
    );
    return rows[0]!;
  }

  /** How many connections wait for a row that another has locked. */
  async waitingForRows(): Promise<number> {
    const { rowCount } = await this.admin.query(
      `SELECT 1 FROM pg_stat_activity
        WHERE datname = $1 AND wait_event_type = 'Lock' AND wait_event IN ('transactionid', 'tuple')`,
      [this.name],
    );
    return rowCount ?? 0;
  }

  /** The database is away: every connection is ended and no new one is taken, until `back`. */
  async away(): Promise<void> {
    await this.admin.query(`ALTER DATABASE ${this.name} ALLOW_CONNECTIONS false`);
    await this.endAll();
  }

  async back(): Promise<void> {
    await this.admin.query(`ALTER DATABASE ${this.name} ALLOW_CONNECTIONS true`);
  }

  async drop(): Promise<void> {
    for (const dataSource of this.replicas) await dataSource.destroy();
    await Promise.all([this.admin.end(), this.onlooker.end()]);
    await this.test.drop();
  }

  private async end(which: string): Promise<number> {
    const { rowCount } = await this.admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name <> 'onlooker' AND ${which}`,
      [this.name],
    );
    return rowCount ?? 0;
  }
}
