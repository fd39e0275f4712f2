import { DataSource, type DataSourceOptions } from 'typeorm';

type MigrationClasses = Extract<DataSourceOptions['migrations'], unknown[]>;

/**
 * Brings a database to the newest schema as its owner, and lets the running role read and write rows, nothing more. The
 * running role is the owner's name with `_app` for `_owner`.
 *
 * Waits at most ten seconds for a table's lock, so that a migration never stands in front of the service it serves. Two that
 * start at once take turns.
 * @returns the names of the migrations that were run now.
 */
export async function migrate(migrationUrl: string, migrations: MigrationClasses): Promise<string[]> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: migrationUrl,
    migrations,
    migrationsTransactionMode: 'each',
    // One connection, kept to the end: it holds the turn and the setting.
    extra: { max: 1, idleTimeoutMillis: 0 },
  });
  await dataSource.initialize();
  try {
    await dataSource.query(`SELECT pg_advisory_lock(hashtext('migrate'))`);
    await dataSource.query(`SET lock_timeout = '10s'`);
    const done = await dataSource.runMigrations();
    const running = new URL(migrationUrl).username.replace(/_owner$/, '_app');
    await dataSource.query(`GRANT USAGE ON SCHEMA public TO "${running}"`);
    await dataSource.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "${running}"`);
    await dataSource.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO "${running}"`);
    await dataSource.query(`REVOKE ALL ON TABLE migrations FROM "${running}"`);
    return done.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}
