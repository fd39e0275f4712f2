import { randomUUID } from 'node:crypto';
import { StaleVersion } from '@jingzhun/kernel';
import { Client } from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { countyWide, Database, guardedUpdate, secureByArea } from './index';
import { testDatabase, type TestDatabase } from './testing';

class CreateRegister20261123080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE register (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(), area_code text NOT NULL, note text, version int NOT NULL DEFAULT 1)`);
    for (const statement of secureByArea('register')) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.resolve();
  }
}

interface Row {
  id: string;
  area_code: string;
  version: number;
}

const villages = Array.from({ length: 20 }, (_, index) => `451225101${String(200 + index)}`);
const groupsOf = (village: string) => ['001', '002', '003'].map((group) => village + group);

describe('the database', () => {
  let test: TestDatabase;
  let dataSource: DataSource;
  let database: Database;

  beforeAll(async () => {
    test = await testDatabase('database', [CreateRegister20261123080000]);
    dataSource = await new DataSource({ type: 'postgres', url: test.runningUrl, extra: { max: 5 } }).initialize();
    database = new Database(dataSource);
    await database.transaction(countyWide, (tx) =>
      tx.query('INSERT INTO register (area_code) SELECT unnest($1::text[])', [villages.flatMap(groupsOf)]),
    );
  });
  afterAll(async () => {
    await dataSource.destroy();
    await test.drop();
  });

  const rowsIn = (areas: string[]) =>
    database.read({ areas }, (tx) => tx.query<Row[]>('SELECT * FROM register ORDER BY area_code'));

  const made = async (): Promise<Row> => {
    const area = villages[0]! + '001';
    const [row] = await database.transaction(countyWide, (tx) =>
      tx.query<Row[]>(`INSERT INTO register (area_code) VALUES ($1) RETURNING *`, [area]),
    );
    return row!;
  };

  const removed = (id: string) =>
    database.transaction(countyWide, (tx) => tx.query('DELETE FROM register WHERE id = $1', [id]));

  it('shows each of 20 villages its own rows only, over 1,000 requests that share five connections', async () => {
    const seen = new Set<number>();
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, async (_, request) => {
        const village = villages[request % villages.length]!;
        const work = request % 2 === 0 ? database.read.bind(database) : database.transaction.bind(database);
        return work({ areas: [village] }, async (tx) => {
          const [connection] = await tx.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid');
          seen.add(connection!.pid);
          const rows = await tx.query<Row[]>('SELECT area_code FROM register ORDER BY area_code');
          return { village, areas: rows.map((row) => row.area_code) };
        });
      }),
    );
    for (const { village, areas } of answers) expect(areas).toEqual(groupsOf(village));
    expect(seen.size).toBe(5);
  });

  it('shows no row to work without a scope, also on a connection that had one before', async () => {
    await Promise.all(villages.map((village) => rowsIn([village])));
    const counts = await Promise.all(
      Array.from({ length: 25 }, () => dataSource.query<{ rows: string }[]>('SELECT count(*) AS rows FROM register')),
    );
    expect(new Set(counts.map(([count]) => count!.rows))).toEqual(new Set(['0']));
    expect(await rowsIn([])).toEqual([]);
  });

  it('gives the scope of one village nothing after a failed transaction of another', async () => {
    await Promise.all(
      villages.map((village) =>
        expect(database.transaction({ areas: [village] }, (tx) => tx.query('SELECT 1/0'))).rejects.toThrow('division'),
      ),
    );
    expect(await dataSource.query('SELECT * FROM register')).toEqual([]);
  });

  it('refuses an area that is no code, instead of taking it for the whole county', async () => {
    for (const areas of [['', '451225'], [''], ['45,1'], ['%']])
      await expect(rowsIn(areas)).rejects.toThrow('is no area code');
  });

  it('lets nobody write a row outside his scope, or move one out of it', async () => {
    const [here, there] = [villages[3]!, villages[4]!];
    const write = (sql: string, parameters: string[]) =>
      database.transaction({ areas: [here] }, (tx) => tx.query<unknown>(sql, parameters));
    await expect(write('INSERT INTO register (area_code) VALUES ($1)', [there + '001'])).rejects.toThrow(
      'row-level security',
    );
    await expect(write('UPDATE register SET area_code = $1', [there + '001'])).rejects.toThrow('row-level security');
    expect(await write(`UPDATE register SET note = 'x' WHERE area_code ^@ $1 RETURNING id`, [there])).toEqual([[], 0]);
  });

  it('holds the owner of the table to the scope too', async () => {
    const owner = new Client({ connectionString: test.migrationUrl });
    await owner.connect();
    try {
      expect((await owner.query('SELECT * FROM register')).rowCount).toBe(0);
      await owner.query(`BEGIN; SET LOCAL jingzhun.scope = '${villages[7]}'`);
      expect((await owner.query('SELECT * FROM register')).rowCount).toBe(3);
    } finally {
      await owner.end();
    }
  });

  it('refuses a write in reading work, and a way around it', async () => {
    const write = `INSERT INTO register (area_code) VALUES ('451225101200001')`;
    await expect(database.read(countyWide, (tx) => tx.query(write))).rejects.toThrow('read-only transaction');
    const sneak = database.read(countyWide, async (tx) => {
      await tx.query('SET TRANSACTION READ WRITE');
      await tx.query(write);
    });
    await expect(sneak).rejects.toThrow('read-write mode');
  });

  it('reads one state of the data, whatever is written meanwhile', async () => {
    const count = `SELECT count(*)::int AS rows FROM register`;
    const [before, after] = await database.read(countyWide, async (tx) => {
      const first = await tx.query<unknown>(count);
      const extra = await made();
      const second = await tx.query<unknown>(count);
      await removed(extra.id);
      return [first, second];
    });
    expect(after).toEqual(before);
  });

  it('stores what a snapshot adds, which reads one state of the data and changes nothing that was changed meanwhile', async () => {
    const row = await made();
    const [before, after] = await database.snapshot(countyWide, async (tx) => {
      const first = await tx.query<unknown[]>(`SELECT * FROM register`);
      const extra = await made();
      await tx.query(`INSERT INTO register (area_code, note) VALUES ($1, 'by the snapshot')`, [row.area_code]);
      const second = await tx.query<unknown[]>(`SELECT * FROM register WHERE note IS DISTINCT FROM 'by the snapshot'`);
      await removed(extra.id);
      return [first, second];
    });
    expect(after).toEqual(before);
    const stored = await database.read(countyWide, (tx) =>
      tx.query<{ id: string }[]>(`SELECT id FROM register WHERE note = 'by the snapshot'`),
    );
    expect(stored).toHaveLength(1);
    await removed(stored[0]!.id);
    const overtaken = database.snapshot(countyWide, async (tx) => {
      await removed(row.id);
      await tx.query(`UPDATE register SET note = 'late' WHERE id = $1`, [row.id]);
    });
    await expect(overtaken).rejects.toThrow('could not serialize');
  });

  it('stores nothing of work that fails', async () => {
    const id = randomUUID();
    const work = database.transaction(countyWide, async (tx) => {
      await tx.query('INSERT INTO register (id, area_code) VALUES ($1, $2)', [id, villages[0]]);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect((await rowsIn(['4'])).map((row) => row.id)).not.toContain(id);
  });

  it('lets one of 50 writers of the same version through and tells the other 49 that it is stale', async () => {
    const { id, version } = await made();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, writer) =>
        database.transaction(countyWide, (tx) =>
          guardedUpdate(tx, 'register', id, version, { note: `writer ${writer}` }),
        ),
      ),
    );
    const won = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []));
    const lost = outcomes.flatMap((outcome): unknown[] => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(won).toEqual([2]);
    expect(lost).toHaveLength(49);
    for (const reason of lost) expect(reason).toBeInstanceOf(StaleVersion);
    await removed(id);
  });

  it('takes a row outside the scope for one that has moved on', async () => {
    const { id, version } = await made();
    const outside = database.transaction({ areas: [villages[1]!] }, (tx) =>
      guardedUpdate(tx, 'register', id, version, { note: 'not mine' }),
    );
    await expect(outside).rejects.toBeInstanceOf(StaleVersion);
    await removed(id);
  });

  it('answers whether the server is there', async () => {
    await expect(database.ping()).resolves.toBeUndefined();
    const elsewhere = new DataSource({ type: 'postgres', url: 'postgres://nobody@127.0.0.1:1/none' });
    await expect(new Database(elsewhere).ping()).rejects.toThrow();
  });
});
