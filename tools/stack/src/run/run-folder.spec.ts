import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive, startTimeOf } from '../../bootstrap/processes.cjs';
import { writeRecord } from '../../bootstrap/run-record.cjs';
import { RunFolder } from './run-folder';

describe('a run folder', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'jingzhun-folder-spec-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function sleeper() {
    const child = spawn('sleep', ['600'], { stdio: 'ignore' });
    await once(child, 'spawn');
    const pid = child.pid ?? 0;
    return { child, identity: { pid, startTime: startTimeOf(pid) ?? '' } };
  }

  it('belongs to one supervisor at a time', async () => {
    await RunFolder.open(folder);
    await expect(RunFolder.open(folder)).rejects.toThrow('It runs already');
  });

  it('is taken over from a dead supervisor, whose programs are ended first', async () => {
    const left = await sleeper();
    const supervisor = { pid: process.pid, startTime: 'another life' };
    const processes = [{ ...left.identity, kind: 'gateway', tier: 3, stopSignal: 'SIGTERM' as const }];
    writeRecord(folder, { run: 'the one before', supervisor, processes, temporaryFolders: [], addresses: {} });

    await RunFolder.open(folder);

    expect(isAlive(left.identity)).toBe(false);
  });

  it('never ends a process that only has the number of a recorded one', async () => {
    const stranger = await sleeper();
    const supervisor = { pid: process.pid, startTime: 'another life' };
    const recorded = { pid: stranger.identity.pid, startTime: 'long ago' };
    const processes = [{ ...recorded, kind: 'gateway', tier: 3, stopSignal: 'SIGKILL' as const }];
    writeRecord(folder, { run: 'the one before', supervisor, processes, temporaryFolders: [], addresses: {} });

    await RunFolder.open(folder);

    expect(isAlive(stranger.identity)).toBe(true);
    stranger.child.kill('SIGKILL');
  });

  it('keeps secrets to its owner', async () => {
    const run = await RunFolder.open(folder);
    const first = run.secret('some.password', () => 'one');
    expect(run.secret('some.password', () => 'two')).toBe(first);
    expect(statSync(join(folder, 'some.password')).mode & 0o777).toBe(0o600);
  });
});
