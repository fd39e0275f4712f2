import { testDatabase, type TestDatabase } from '@jingzhun/database/testing';
import { Client } from 'pg';
import { migrations } from './index';

describe('the tables of the service', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase('identification', migrations);
  });
  afterAll(() => database.drop());

  const rows = async <Row>(url: string, sql: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(sql)).rows as Row[];
    } finally {
      await client.end();
    }
  };

  it('are behind row-level security, their owner too, wherever they hold an area', async () => {
    const open = await rows<{ name: string }>(
      database.adminUrl,
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND NOT (relrowsecurity AND relforcerowsecurity)
          AND oid IN (SELECT attrelid FROM pg_attribute WHERE attname IN ('area_code', 'parent_code') AND NOT attisdropped)`,
    );
    // The campaign is the whole county's, and everybody works in it.
    expect(open).toEqual([{ name: 'campaign' }]);
  });

  it('grow only, where they are a trail: the running role can neither change nor empty them', async () => {
    await expect(rows(database.runningUrl, `DELETE FROM identity_reading`)).rejects.toThrow('only grows');
    await expect(rows(database.runningUrl, `TRUNCATE identity_reading`)).rejects.toThrow('permission denied');
  });
});
