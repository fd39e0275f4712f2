import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, startTimeOf } from '../../bootstrap/processes.cjs';
import { RunFolder } from '../run/run-folder';
import { waitUntil } from '../run/wait-until';
import { acceptsQueries, postgresProgram } from './postgres-program';
import { clearStalePostmaster } from './stale-postmaster';
import { unprivilegedUser } from './system-user';

// Real processes on a machine that may be busy with other suites.
jest.setTimeout(120_000);

describe('a data folder that was not closed', () => {
  let run: RunFolder;
  beforeEach(() => (run = RunFolder.temporary('postmaster-spec')));
  afterEach(() => run.close());

  it('has its orphaned server ended before a new one starts', async () => {
    const { program, url } = await postgresProgram(run, false);
    await program.prepare?.();
    const orphan = spawn(program.command, program.args, { ...unprivilegedUser(), cwd: '/', stdio: 'ignore' });
    await waitUntil('the server to answer', () => acceptsQueries(url), { withinMs: 20_000 });
    const identity = { pid: orphan.pid ?? 0, startTime: startTimeOf(orphan.pid ?? 0) ?? '' };

    await program.prepare?.();

    expect(isAlive(identity)).toBe(false);
    expect(existsSync(join(run.path, 'postgres/postmaster.pid'))).toBe(false);
  });

  it('does not harm a stranger who has the number of the dead server', async () => {
    const folder = run.folder('postgres');
    writeFileSync(join(folder, 'postmaster.pid'), `${process.pid}\n${folder}\n`);
    expect(await clearStalePostmaster(folder)).toBe('removed');
    expect(existsSync(join(folder, 'postmaster.pid'))).toBe(false);
  });

  it('needs nothing when it was closed in order', async () => {
    expect(await clearStalePostmaster(run.folder('postgres'))).toBe('nothing');
  });
});
