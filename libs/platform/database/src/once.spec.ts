import { randomUUID } from 'node:crypto';
import { KeyReused } from '@jingzhun/kernel';
import { DataSource, type EntityManager, type MigrationInterface, type QueryRunner } from 'typeorm';
import { countyWide, createOnceTable, Database, once, type OnceRequest } from './index';
import { testDatabase, type TestDatabase } from './testing';

class CreateVisits20261123080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createOnceTable);
    await runner.query(`CREATE TABLE visit (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), household text NOT NULL)`);
  }

  down(): Promise<void> {
    return Promise.resolve();
  }
}

describe('a request that is sent again', () => {
  let test: TestDatabase;
  let dataSource: DataSource;
  let database: Database;

  beforeAll(async () => {
    test = await testDatabase('once', [CreateVisits20261123080000]);
    dataSource = await new DataSource({ type: 'postgres', url: test.runningUrl, extra: { max: 5 } }).initialize();
    database = new Database(dataSource);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await test.drop();
  });

  const request = (payload: unknown = { household: 'A' }): OnceRequest => ({
    accountId: randomUUID(),
    key: randomUUID(),
    payload,
  });

  const record = (asked: OnceRequest, work: (tx: EntityManager) => Promise<unknown> = visit) =>
    database.transaction(countyWide, (tx) => once(tx, asked, () => work(tx)));

  const visit = async (tx: EntityManager): Promise<{ visit: string }> => {
    const [row] = await tx.query<{ id: string }[]>(`INSERT INTO visit (household) VALUES ('A') RETURNING id`);
    return { visit: row!.id };
  };

  const visits = async (): Promise<number> => {
    const [row] = await dataSource.query<{ count: number }[]>('SELECT count(*)::int AS count FROM visit');
    return row!.count;
  };

  it('has one effect and one answer, when five copies come at once', async () => {
    for (let round = 0; round < 20; round += 1) {
      const before = await visits();
      const asked = request();
      const answers = await Promise.all(Array.from({ length: 5 }, () => record(asked)));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(await visits()).toBe(before + 1);
    }
  });

  it('has the answer of the first time, later too', async () => {
    const asked = request();
    const first = await record(asked);
    expect(await record(asked)).toEqual(first);
    expect(await record({ ...asked, payload: { household: 'A' } })).toEqual(first);
  });

  it('is refused when it is another request under the same key, whether the first is done or under way', async () => {
    const before = await visits();
    const asked = request();
    const other = { ...asked, payload: { household: 'B' } };
    const outcomes = await Promise.allSettled([record(asked), record(other)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const late = outcomes[0].status === 'fulfilled' ? other : asked;
    await expect(record(late)).rejects.toBeInstanceOf(KeyReused);
    expect(await visits()).toBe(before + 1);
  });

  it('may use the key that another account uses', async () => {
    const asked = request();
    const first = await record(asked);
    expect(await record({ ...asked, accountId: randomUUID() })).not.toEqual(first);
  });

  it('is done when the first attempt failed: the key is free again', async () => {
    const before = await visits();
    const asked = request();
    const failing = record(asked, async (tx) => {
      await visit(tx);
      throw new Error('the power went');
    });
    await expect(failing).rejects.toThrow('the power went');
    expect(await record(asked)).toHaveProperty('visit');
    expect(await visits()).toBe(before + 1);
  });

  it('is done by the copy that waited, when the one under way fails', async () => {
    const before = await visits();
    const asked = request();
    let fail = (): void => undefined;
    const begun = new Promise<void>((begins) => {
      const first = record(asked, async () => {
        begins();
        await new Promise<void>((resolve) => (fail = resolve));
        throw new Error('the power went');
      });
      first.catch(() => undefined);
    });
    await begun;
    const copy = record(asked);
    fail();
    expect(await copy).toHaveProperty('visit');
    expect(await visits()).toBe(before + 1);
  });
});
