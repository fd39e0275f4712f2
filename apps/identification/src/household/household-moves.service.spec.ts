import { testDatabase, type TestDatabase } from '@jingzhun/database/testing';
import { Client } from 'pg';
import { migrations } from '../migrations';
import { goesWithHousehold, staysInPlace } from './household-moves.repository';

describe('the records of a household that moves', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase('identification', migrations);
  });
  afterAll(() => database.drop());

  it('are each known to go with it or to stay where they were made', async () => {
    const client = new Client({ connectionString: database.adminUrl });
    await client.connect();
    const { rows } = await client.query<{ table_name: string }>(
      `SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name IN ('household_id', 'area_code')
        GROUP BY table_name HAVING count(*) = 2`,
    );
    await client.end();
    const known = [...goesWithHousehold, ...staysInPlace];
    expect(rows.map((row) => row.table_name).sort()).toEqual([...known].sort());
  });
});
