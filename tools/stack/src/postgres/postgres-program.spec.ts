import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { RunFolder } from '../run/run-folder';
import { Supervisor } from '../run/supervisor';
import { acceptsQueries, postgresProgram } from './postgres-program';

// Real processes on a machine that may be busy with other suites.
jest.setTimeout(120_000);

describe('a PostgreSQL of our own', () => {
  let folder: string;
  let supervisor: Supervisor;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'jingzhun-postgres-spec-'))));
  afterEach(async () => {
    await supervisor.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(): Promise<string> {
    const run = await RunFolder.open(folder);
    supervisor = new Supervisor(run, () => undefined);
    const { program, url } = await postgresProgram(run, true);
    await supervisor.start(program);
    return url;
  }

  async function ask(url: string, sql: string): Promise<unknown[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<object>(sql);
    await client.end();
    return rows;
  }

  it('has its data and its password again after a stop and a start', async () => {
    await ask(await start(), `CREATE TABLE village AS SELECT '棉花村' AS name`);
    await supervisor.stop();
    expect(await ask(await start(), 'SELECT name FROM village')).toEqual([{ name: '棉花村' }]);
  });

  it('sorts by pinyin when asked to, and by code point otherwise', async () => {
    const url = await start();
    const townships = `(VALUES ('四把'), ('东门'), ('天河'), ('怀群')) AS township(name)`;
    const sorted = await ask(
      url,
      `SELECT string_agg(name, ' ' ORDER BY name COLLATE "zh-x-icu") AS names FROM ${townships}`,
    );
    expect(sorted).toEqual([{ names: '东门 怀群 四把 天河' }]);
  });

  it('says at once when the password is wrong', async () => {
    const url = new URL(await start());
    url.password = 'guessed';
    await expect(acceptsQueries(url.href)).rejects.toThrow('refuses the sign-in');
  });
});
