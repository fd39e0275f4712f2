import { isAlive } from '../../bootstrap/processes.cjs';
import type { Program } from './program';
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
    const ends: string[] = [];
    await supervisor.start(program(forever, { kind: 'postgres', tier: 0 }));
    await supervisor.start(program(forever, { kind: 'gateway', tier: 3 }));
    const recorded = supervisor.all().map((each) => each.recorded);
    const watch = setInterval(() => {
      for (const each of recorded) if (each && !isAlive(each) && !ends.includes(each.kind)) ends.push(each.kind);
    }, 1);

    await supervisor.stop();
    clearInterval(watch);

    expect(ends[0]).toBe('gateway');
    expect(recorded.some((each) => each && isAlive(each))).toBe(false);
  });
});
