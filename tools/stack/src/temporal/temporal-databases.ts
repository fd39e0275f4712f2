import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { workspace } from '../../bootstrap/programs.cjs';
import { runTool } from '../build/run-tool';

export const temporalRole = 'temporal';
export const temporalDatabase = 'temporal';
export const visibilityDatabase = 'temporal_visibility';

/** Creates what Temporal keeps in PostgreSQL, as far as it is missing, and brings its schema up to the server's. */
export async function prepareTemporalDatabases(adminUrl: string, password: string, sqlTool: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await ensureRole(client, password);
    for (const database of [temporalDatabase, visibilityDatabase]) await ensureDatabase(client, database);
  });
  const update = (database: string, schema: string) => updateSchema({ adminUrl, password, sqlTool, database, schema });
  await Promise.all([update(temporalDatabase, 'temporal'), update(visibilityDatabase, 'visibility')]);
  const dropIndexes = readFileSync(join(workspace, 'infra/temporal/visibility-indexes.sql'), 'utf8');
  await withClient(databaseUrl(adminUrl, visibilityDatabase), (client) => client.query(dropIndexes));
}

async function ensureRole(client: Client, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [temporalRole]);
  const verb = rowCount ? 'ALTER' : 'CREATE';
  await client.query(`${verb} ROLE ${escapeIdentifier(temporalRole)} LOGIN PASSWORD ${escapeLiteral(password)}`);
}

async function ensureDatabase(client: Client, name: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (rowCount) return;
  await client.query(`CREATE DATABASE ${escapeIdentifier(name)} OWNER ${escapeIdentifier(temporalRole)}`);
}

interface SchemaUpdate {
  adminUrl: string;
  password: string;
  sqlTool: string;
  database: string;
  schema: string;
}

async function updateSchema({ adminUrl, password, sqlTool, database, schema }: SchemaUpdate): Promise<void> {
  const { hostname, port } = new URL(adminUrl);
  const run = (...args: string[]) =>
    runTool(
      sqlTool,
      ['--plugin', 'postgres12', '--ep', hostname, '--port', port || '5432', '--db', database, ...args],
      {
        workingFolder: '/',
        environment: { SQL_USER: temporalRole, SQL_PASSWORD: password },
        missing: `${sqlTool} is gone: run npm start again.`,
      },
    );
  const isNew = await withClient(databaseUrl(adminUrl, database), async (client) => {
    const { rows } = await client.query<{ found: string | null }>(`SELECT to_regclass('schema_version') AS found`);
    return rows[0]?.found === null;
  });
  if (isNew) await run('setup-schema', '--version', '0.0');
  await run('update-schema', '--schema-name', `postgresql/v12/${schema}`);
}

function databaseUrl(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  // A connection cut between two queries fails the next query; without a listener it would end this process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
