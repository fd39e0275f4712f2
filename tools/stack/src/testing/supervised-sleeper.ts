import { postgresProgram } from '../postgres/postgres-program';
import { RunFolder } from '../run/run-folder';
import { Supervisor } from '../run/supervisor';

/** A supervisor for a spec to kill: keeps a PostgreSQL and a stubborn sleeper, then tells where its run folder is. */
async function supervise(): Promise<void> {
  const run = RunFolder.temporary('reaper-spec');
  const supervisor = new Supervisor(run, () => undefined);
  const { program } = await postgresProgram(run, false);
  await supervisor.start(program);
  await supervisor.start({
    kind: 'kafka',
    command: '/bin/sh',
    // Deaf to the polite signal, as a hanging program would be.
    args: ['-c', 'trap "" TERM; while :; do sleep 1; done'],
    environment: { PATH: process.env.PATH ?? '' },
    tier: 1,
    stopSignal: 'SIGKILL',
    readyWithinMs: 5_000,
    isReady: () => Promise.resolve(true),
  });
  process.stdout.write(`${run.path}\n`);
}

void supervise();
