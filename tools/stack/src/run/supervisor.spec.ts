import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../../bootstrap/processes.cjs';
import type { Program, ProgramKind } from './program';
import { RunFolder } from './run-folder';
import { Supervisor } from './supervisor';
import { waitUntil } from './wait-until';

// Real processes on a machine that may be busy with other suites.
jest.setTimeout(120_000);

describe('the supervisor', () => {
  const said: string[] = [];
  let supervisor: Supervisor;
  beforeEach(() => {
    said.length = 0;
    supervisor = new Supervisor(RunFolder.temporary('supervisor-spec'), (line) => said.push(line));
  });
  afterEach(() => supervisor.stop());

  function program(script: string, change: Partial<Program> = {}): Program {
    return {
      kind: 'gateway',
      command: process.execPath,
      args: ['-e', script],
      environment: { PATH: process.env.PATH ?? '' },
      tier: 3,
      stopSignal: 'SIGTERM',
      readyWithinMs: 10_000,
      isReady: () => Promise.resolve(true),
      ...change,
    };
  }

  const forever = 'setInterval(() => {}, 1000)';

  it('starts a fallen program again and says so', async () => {
    await supervisor.start(program(forever));
    const gateway = supervisor.program('gateway');
    const first = gateway.recorded;

    await gateway.kill('SIGKILL');
    await gateway.whenReady();

    expect(gateway.restarts).toBe(1);
    expect(gateway.recorded?.pid).not.toBe(first?.pid);
    expect(said[0]).toMatch(/^gateway ended \(SIGKILL\) and is started again; log: /);
    expect(said).toContain('gateway is back');
  });

  it('shows the end of the log of a program that does not start', async () => {
    const broken = program('console.error("no such table"); process.exit(3)', {
      isReady: () => Promise.resolve(false),
    });
    await expect(supervisor.start(broken)).rejects.toThrow(/gateway did not start: exit code 3[^]*no such table/);
  });

  it('gives up on a program that never answers, and ends it', async () => {
    const deaf = program(forever, { readyWithinMs: 200, isReady: () => Promise.resolve(false) });
    await expect(supervisor.start(deaf)).rejects.toThrow('in vain for gateway to be ready');
    const { recorded } = supervisor.program('gateway');
    await waitUntil('it to be gone', () => !recorded || !isAlive(recorded), { withinMs: 5_000 });
  });

  it('ends dependents before what they depend on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ends-'));
    const ends = join(folder, 'ends');
    // Says that it is ended as it ends, and is ready once it can.
    const saying = (kind: ProgramKind, tier: Program['tier']) => {
      const ready = join(folder, kind);
      const code = `const { appendFileSync, writeFileSync } = require('node:fs');
        process.on('SIGTERM', () => { appendFileSync('${ends}', '${kind} '); process.exit(); });
        ${forever}; writeFileSync('${ready}', '');`;
      return program(code, { kind, tier, isReady: () => Promise.resolve(existsSync(ready)) });
    };
    await supervisor.start(saying('postgres', 0));
    await supervisor.start(saying('gateway', 3));
    const recorded = supervisor.all().map((each) => each.recorded);

    await supervisor.stop();

    expect(readFileSync(ends, 'utf8')).toBe('gateway postgres ');
    rmSync(folder, { recursive: true });
    expect(recorded.some((each) => each && isAlive(each))).toBe(false);
  });
});
