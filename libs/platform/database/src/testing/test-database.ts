import { createHash, randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { migrate } from '../migrate';
import { databaseUrls, provisionDatabase, type DatabaseUrls } from '../provision-database';

export interface TestDatabase extends DatabaseUrls {
  /** Address of the cluster's administrator on this database; passes row-level security, so for looking only. */
  adminUrl: string;
  drop(): Promise<void>;
}

/**
 * A real database of its own for one spec file, cloned from a template that is migrated once per set of migrations and test
 * run. Needs DATABASE_URL of an administrator, which the jest set-up provides.
 *
 * @param service the service's name; the roles are named after it.
 */
export async function testDatabase(
  service: string,
  migrations: Extract<DataSourceOptions['migrations'], unknown[]>,
): Promise<TestDatabase> {
  const adminUrl = process.env.DATABASE_URL;
  if (!adminUrl) throw new Error('DATABASE_URL is not set: run specs through jest, whose set-up starts PostgreSQL');
  const print = createHash('sha256').update(migrations.map(String).join('\n')).digest('hex').slice(0, 10);
  const template = `template_${service}_${print}`.replaceAll('-', '_');
  const name = `test_${service}_${randomBytes(6).toString('hex')}`.replaceAll('-', '_');
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    // One builder at a time over all jest workers; the lock ends with the connection.
    await admin.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
    const marked = await admin.query(
      `SELECT 1 FROM pg_database d JOIN pg_shdescription s ON s.objoid = d.oid WHERE datname = $1 AND s.description = 'ready'`,
      [template],
    );
    if (marked.rowCount === 0) {
      await admin.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(template)} WITH (FORCE)`);
      const { migrationUrl } = await provisionDatabase(adminUrl, template);
      await migrate(migrationUrl, migrations);
      await admin.query(`COMMENT ON DATABASE ${escapeIdentifier(template)} IS 'ready'`);
    }
    await admin.query(
      `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(template)} OWNER ${escapeIdentifier(`${template}_owner`)}`,
    );
  } finally {
    await admin.end();
  }
  const ownUrl = new URL(adminUrl);
  ownUrl.pathname = `/${name}`;
  return {
    ...databaseUrls(adminUrl, name, template),
    adminUrl: ownUrl.toString(),
    drop: () => drop(adminUrl, name),
  };
}

async function drop(adminUrl: string, name: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
  } finally {
    await admin.end();
  }
}
