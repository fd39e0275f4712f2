import { existsSync } from 'node:fs';
import { Client } from 'pg';
import { isAlive } from '../bootstrap/processes.cjs';
import { noProgress } from './run/progress';
import { usageOf } from './run/reading';
import { RunFolder } from './run/run-folder';
import { Supervisor } from './run/supervisor';
import { type ServerAddresses, startServers } from './servers';
import { isServing } from './temporal/namespace';

describe('the servers of a run', () => {
  let supervisor: Supervisor;
  let addresses: ServerAddresses;

  beforeAll(async () => {
    supervisor = new Supervisor(RunFolder.temporary('servers-spec'), () => undefined);
    addresses = await startServers(supervisor, { given: {}, durable: true, progress: noProgress });
  }, 400_000);
  afterAll(() => supervisor.stop());

  async function ask<T extends object>(database: string, sql: string): Promise<T[]> {
    const url = new URL(addresses.postgres);
    url.pathname = `/${database}`;
    const client = new Client({ connectionString: url.href });
    await client.connect();
    const { rows } = await client.query<T>(sql);
    await client.end();
    return rows;
  }

  it('keep what is committed and check what they read', async () => {
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums']) {
      expect(await ask('postgres', `SHOW ${setting}`)).toEqual([{ [setting]: 'on' }]);
    }
  });

  it('carry only the visibility indexes that some query uses', async () => {
    const indexes = await ask(
      'temporal_visibility',
      `SELECT FROM pg_indexes WHERE tablename = 'executions_visibility'`,
    );
    expect(indexes).toHaveLength(6);
  });

  it('tell what they use, children included', () => {
    for (const { program, recorded } of supervisor.all()) {
      const { cpuMs, memoryMiB } = usageOf(recorded?.pid ?? 0);
      expect({ kind: program.kind, cpu: cpuMs > 0, memory: memoryMiB > 10 }).toEqual({
        kind: program.kind,
        cpu: true,
        memory: true,
      });
    }
  });

  it.each(['postgres', 'temporal', 'kafka'] as const)(
    'come back when %s is killed',
    async (kind) => {
      const program = supervisor.program(kind);
      await program.kill('SIGKILL');
      await program.whenReady();
      expect(program.restarts).toBe(1);
      expect(await isServing(addresses.temporal)).toBe(true);
    },
    120_000,
  );

  it('leave no process and no folder when they are stopped', async () => {
    const recorded = supervisor.all().flatMap((program) => program.recorded ?? []);
    expect(recorded).toHaveLength(3);
    await supervisor.stop();
    expect(recorded.filter(isAlive)).toEqual([]);
    expect(existsSync(supervisor.folder.path)).toBe(false);
  }, 60_000);
});
