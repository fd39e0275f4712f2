import { DataSource, type EntityManager, type MigrationInterface, type QueryRunner } from 'typeorm';
import { countyWide, Database, secureByArea, withinScope } from './index';
import { testDatabase, type TestDatabase } from './testing';

class CreateNotes20261124080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE note (area_code text PRIMARY KEY)`);
    for (const statement of secureByArea('note')) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.resolve();
  }
}

describe('work within another scope', () => {
  let test: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    test = await testDatabase('within-scope', [CreateNotes20261124080000]);
    database = new Database(await new DataSource({ type: 'postgres', url: test.runningUrl }).initialize());
    await database.transaction(countyWide, (tx) => tx.query(`INSERT INTO note VALUES ('451225100'), ('451225101')`));
  });
  afterAll(async () => {
    await database.dataSource.destroy();
    await test.drop();
  });

  const own = { areas: ['451225100'] };
  const seen = async (tx: EntityManager) => (await tx.query<unknown[]>('SELECT * FROM note')).length;

  it('sees more than the transaction does, which sees its own again afterwards', async () => {
    await database.transaction(own, async (tx) => {
      expect(await seen(tx)).toBe(1);
      expect(await withinScope(tx, countyWide, () => seen(tx))).toBe(2);
      expect(await seen(tx)).toBe(1);
    });
  });

  it('comes back also when the work is refused', async () => {
    await database.transaction(own, async (tx) => {
      const refused = withinScope(tx, countyWide, () => Promise.reject(new Error('no')));
      await expect(refused).rejects.toThrow('no');
      expect(await seen(tx)).toBe(1);
    });
  });

  it('tells the fault of the work, not that of a transaction that failed by it', async () => {
    const failed = database.transaction(own, (tx) => withinScope(tx, countyWide, () => tx.query('SELECT 1/0')));
    await expect(failed).rejects.toThrow('division by zero');
  });
});
