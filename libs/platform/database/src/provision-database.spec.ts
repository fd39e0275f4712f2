import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migrate, provisionDatabase, secureByArea, type DatabaseUrls } from './index';
import { testDatabase } from './testing';

class CreateAreas20261123080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE area (area_code text PRIMARY KEY, number int GENERATED ALWAYS AS IDENTITY)`);
    for (const statement of secureByArea('area')) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.resolve();
  }
}

class AddNames20261123080100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE area ADD COLUMN label text`);
  }

  down(): Promise<void> {
    return Promise.resolve();
  }
}

const adminUrl = process.env.DATABASE_URL ?? '';
const newName = () => `provision_${randomBytes(6).toString('hex')}`;

async function ask<Answer>(url: string, work: (client: Client) => Promise<Answer>): Promise<Answer> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Forgets a database of this spec, with its roles. */
async function remove(name: string): Promise<void> {
  await ask(adminUrl, async (admin) => {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.query(`DROP ROLE IF EXISTS ${name}_owner, ${name}_app`);
  });
}

describe('a service’s database', () => {
  const name = newName();
  let urls: DatabaseUrls;

  beforeAll(async () => {
    urls = await provisionDatabase(adminUrl, name);
    await migrate(urls.migrationUrl, [CreateAreas20261123080000]);
  });
  afterAll(() => remove(name));

  const asApp = (...statements: string[]) =>
    ask(urls.runningUrl, async (app) => {
      for (const statement of statements) await app.query(statement);
    });

  it('has the same addresses when it is provided again, and they work', async () => {
    expect(await provisionDatabase(adminUrl, name)).toEqual(urls);
    await asApp('SELECT * FROM area');
  });

  it('is provided by an administrator who is not the cluster’s superuser too', async () => {
    const own = newName();
    const role = `${own}_admin`;
    await ask(adminUrl, (admin) => admin.query(`CREATE ROLE ${role} LOGIN CREATEDB CREATEROLE PASSWORD 'p'`));
    const url = Object.assign(new URL(adminUrl), { username: role, password: 'p' }).toString();
    try {
      const provided = await provisionDatabase(url, own);
      expect(await provisionDatabase(url, own)).toEqual(provided);
      expect(await migrate(provided.migrationUrl, [CreateAreas20261123080000])).toHaveLength(1);
    } finally {
      await remove(own);
      await ask(adminUrl, (admin) => admin.query(`DROP ROLE ${role}`));
    }
  });

  it('is closed to the roles of other services', async () => {
    const other = newName();
    try {
      const { runningUrl } = await provisionDatabase(adminUrl, other);
      const trespass = Object.assign(new URL(runningUrl), { pathname: `/${name}` }).toString();
      await expect(ask(trespass, (client) => client.query('SELECT 1'))).rejects.toThrow('permission denied');
    } finally {
      await remove(other);
    }
  });

  it.each([
    ['make a table', 'CREATE TABLE mine (id int)'],
    ['change a table', 'ALTER TABLE area ADD COLUMN extra text'],
    ['empty a table past its rules', 'TRUNCATE area'],
    ['switch row-level security off', 'ALTER TABLE area DISABLE ROW LEVEL SECURITY'],
    ['read the record of migrations', 'SELECT * FROM migrations'],
    ['become the owner', `SET ROLE ${name}_owner`],
    ['make another role', 'CREATE ROLE intruder'],
  ])('does not let the running service %s', async (_, statement) => {
    await expect(asApp(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('does not let the running service pass row-level security', async () => {
    await ask(urls.runningUrl, async (app) => {
      const { rows } = await app.query<{ rolbypassrls: boolean; rolsuper: boolean }>(
        'SELECT rolbypassrls, rolsuper FROM pg_roles WHERE rolname = current_user',
      );
      expect(rows).toEqual([{ rolbypassrls: false, rolsuper: false }]);
      await app.query(`BEGIN; SET LOCAL jingzhun.scope = '451225'`);
      await app.query(`INSERT INTO area (area_code) VALUES ('451225101')`);
      await app.query('COMMIT');
      expect((await app.query('SELECT * FROM area')).rowCount).toBe(0);
    });
    // The server refuses instead of filtering when somebody insists on seeing everything.
    await expect(asApp('SET row_security = off', 'SELECT * FROM area')).rejects.toThrow('row-level security');
  });

  it('is migrated once: the second time there is nothing to do', async () => {
    const own = newName();
    try {
      const { migrationUrl } = await provisionDatabase(adminUrl, own);
      const first = [CreateAreas20261123080000];
      expect(await migrate(migrationUrl, first)).toEqual(['CreateAreas20261123080000']);
      expect(await migrate(migrationUrl, first)).toEqual([]);
      expect(await migrate(migrationUrl, [...first, AddNames20261123080100])).toEqual(['AddNames20261123080100']);
    } finally {
      await remove(own);
    }
  });

  it('is migrated once when three replicas of the service begin together', async () => {
    const own = newName();
    try {
      const { migrationUrl } = await provisionDatabase(adminUrl, own);
      const all = [CreateAreas20261123080000, AddNames20261123080100];
      const done = await Promise.all([1, 2, 3].map(() => migrate(migrationUrl, all)));
      expect(done.flat().sort()).toEqual(all.map((migration) => migration.name).sort());
    } finally {
      await remove(own);
    }
  });

  it('keeps what was there when a migration fails', async () => {
    class Fails20261123080200 implements MigrationInterface {
      async up(runner: QueryRunner): Promise<void> {
        await runner.query('CREATE TABLE half (id int)');
        await runner.query('SELECT 1/0');
      }

      down(): Promise<void> {
        return Promise.resolve();
      }
    }
    await expect(migrate(urls.migrationUrl, [CreateAreas20261123080000, Fails20261123080200])).rejects.toThrow();
    await expect(asApp('SELECT * FROM half')).rejects.toThrow('does not exist');
  });
});

describe('databases for specs', () => {
  it('are independent of each other, and made from one template', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => testDatabase('clones', [CreateAreas20261123080000])));
    try {
      const insert = `BEGIN; SET LOCAL jingzhun.scope = '4'; INSERT INTO area (area_code) VALUES ('45'); COMMIT`;
      await ask(one!.runningUrl, (app) => app.query(insert));
      const count = (url: string) => ask(url, async (admin) => (await admin.query('SELECT * FROM area')).rowCount);
      expect(await count(one!.adminUrl)).toBe(1);
      expect(await count(other!.adminUrl)).toBe(0);
    } finally {
      await one!.drop();
      await other!.drop();
    }
  });
});
