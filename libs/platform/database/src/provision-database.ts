import { createHash } from 'node:crypto';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';

export interface DatabaseUrls {
  /** Address of the role that owns and migrates the tables. */
  migrationUrl: string;
  /** Address of the role the service runs as: it can neither change tables nor pass row-level security. */
  runningUrl: string;
}

/**
 * Makes sure that database `name` exists with its two roles, `<name>_owner` and `<name>_app`. May be repeated; the passwords
 * are derived from the administrator's, so a second run gives the same addresses.
 *
 * @param adminUrl address of a role that may create databases and roles.
 */
export async function provisionDatabase(adminUrl: string, name: string): Promise<DatabaseUrls> {
  const urls = databaseUrls(adminUrl, name);
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    for (const url of [urls.migrationUrl, urls.runningUrl]) {
      const { username, password } = new URL(url);
      await ensureRole(admin, username, password);
    }
    const [database, owner, app] = [name, `${name}_owner`, `${name}_app`].map(escapeIdentifier);
    const exists = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (exists.rowCount === 0) {
      // Only a member may give a database to a role; an administrator who is no superuser must become one first.
      await admin.query(`GRANT ${owner} TO CURRENT_USER`);
      await admin.query(`CREATE DATABASE ${database} OWNER ${owner} TEMPLATE template0 ENCODING 'UTF8'`);
    }
    await admin.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await admin.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO ${app}`);
  } finally {
    await admin.end();
  }
  return urls;
}

/** The addresses `provisionDatabase` gives, without touching the server. */
export function databaseUrls(adminUrl: string, name: string, roles = name): DatabaseUrls {
  const address = (role: string): string => {
    const url = new URL(adminUrl);
    const password = createHash('sha256')
      .update(`${decodeURIComponent(url.password)} ${role}`)
      .digest('hex');
    url.username = role;
    url.password = password;
    url.pathname = `/${name}`;
    return url.toString();
  };
  return { migrationUrl: address(`${roles}_owner`), runningUrl: address(`${roles}_app`) };
}

async function ensureRole(admin: Client, role: string, password: string): Promise<void> {
  await admin.query(
    `DO $$ BEGIN
       CREATE ROLE ${escapeIdentifier(role)} LOGIN NOBYPASSRLS NOSUPERUSER NOCREATEDB NOCREATEROLE;
     EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
     END $$`,
  );
  await admin.query(`ALTER ROLE ${escapeIdentifier(role)} PASSWORD ${escapeLiteral(password)}`);
}
