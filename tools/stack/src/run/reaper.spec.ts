import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../../bootstrap/processes.cjs';
import { readRecord } from '../../bootstrap/run-record.cjs';
import { waitUntil } from './wait-until';

const testing = join(__dirname, '../testing');

// Real processes on a machine that may be busy with other suites.
jest.setTimeout(120_000);

describe('the reaper', () => {
  it('ends every program and removes the data when the supervisor is killed', async () => {
    const supervisor = spawn(process.execPath, [
      '--require',
      join(testing, 'typescript.cjs'),
      join(testing, 'supervised-sleeper.ts'),
    ]);
    const [chunk] = (await once(supervisor.stdout, 'data')) as [Buffer];
    const folder = chunk.toString().trim();
    const processes = readRecord(folder)?.processes ?? [];
    expect(processes.map(({ kind }) => kind)).toEqual(['postgres', 'kafka']);
    expect(processes.every(isAlive)).toBe(true);

    supervisor.kill('SIGKILL');

    await waitUntil('every program to end', () => !processes.some(isAlive), { withinMs: 20_000 });
    await waitUntil('the folder to go', () => !existsSync(folder), { withinMs: 5_000 });
  });
});
