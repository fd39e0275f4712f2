import { PreparingClient } from './preparing-client';

describe('a connection that prepares', () => {
  let client: PreparingClient;
  beforeEach(async () => {
    client = new PreparingClient({ connectionString: process.env.DATABASE_URL });
    await client.connect();
  });
  afterEach(() => client.end());

  async function prepared(): Promise<string[]> {
    const { rows } = await ask<{ statement: string }>('SELECT statement FROM pg_prepared_statements');
    return rows.map(({ statement }) => statement);
  }
  const ask = <Row>(text: string, values?: unknown[]): Promise<{ rows: Row[] }> => client.query(text, values);

  it('has the server plan a statement with values once, however often it is asked', async () => {
    const text = 'SELECT $1::int + 1 AS next';
    for (const value of [1, 2, 3]) expect((await ask(text, [value])).rows).toEqual([{ next: value + 1 }]);
    expect(await prepared()).toEqual([text]);
  });

  it('leaves statements without values as they are, and those that were built for one call', async () => {
    await ask('SELECT 1');
    await ask('SELECT 1', []);
    const values = Array.from({ length: 2_000 }, (_, index) => index);
    await ask(`SELECT ${values.map((_, index) => `$${index + 1}::int`).join(' + ')}`, values);
    expect(await prepared()).toEqual([]);
  });

  it('finds a table that was made anew under its old name', async () => {
    for (const rows of [[1], [2, 3]]) {
      await ask('CREATE TEMPORARY TABLE passing (value int)');
      for (const row of rows) await ask('INSERT INTO passing VALUES ($1)', [row]);
      expect((await ask<{ value: number }>('SELECT value FROM passing WHERE value > $1', [0])).rows).toEqual(
        rows.map((value) => ({ value })),
      );
      await ask('DROP TABLE passing');
    }
  });
});
