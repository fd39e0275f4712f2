import { DataSource, type DataSourceOptions } from 'typeorm';

type MigrationClasses = Extract<DataSourceOptions['migrations'], unknown[]>;

/**
 * Brings a database to the newest schema as its owner, and lets the running role read and write rows, nothing more. The
 * running role is the owner's name with `_app` for `_owner`.
 *
 * Waits at most ten seconds for a lock, so that a migration never stands in front of the service it serves.
 * @returns the names of the migrations that were run now.
 */
export async function migrate(migrationUrl: string, migrations: MigrationClasses): Promise<string[]> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: migrationUrl,
    migrations,
    migrationsTransactionMode: 'each',
  });
  await dataSource.initialize();
  try {
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
