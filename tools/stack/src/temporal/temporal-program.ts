import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { workspace } from '../../bootstrap/programs.cjs';
import { fillTemplate } from '../build/template';
import { freePort } from '../run/ports';
import type { Program } from '../run/program';
import type { RunFolder } from '../run/run-folder';
import { isServing } from './namespace';
import type { TemporalBinaries } from './temporal-binaries';
import { prepareTemporalDatabases, temporalDatabase, temporalRole, visibilityDatabase } from './temporal-databases';

const mebibyte = 1024 * 1024;

/** Temporal's four roles in one process, with its state in the given cluster. */
export async function temporalProgram(
  run: RunFolder,
  { server, sqlTool }: TemporalBinaries,
  adminUrl: string,
  durable: boolean,
): Promise<{ program: Program; address: string }> {
  const password = run.secret('temporal.password', () => randomBytes(24).toString('base64url'));
  await prepareTemporalDatabases(adminUrl, password, sqlTool);
  const { hostname, port } = new URL(adminUrl);
  const frontendPort = await freePort();
  const settings = fillTemplate('temporal/server.yaml', {
    postgres: `${hostname}:${port || '5432'}`,
    user: temporalRole,
    password,
    database: temporalDatabase,
    visibilityDatabase,
    dynamicConfig: join(workspace, 'infra/temporal/dynamic-config.yaml'),
    frontendPort,
    httpPort: await freePort(),
    frontendMembershipPort: await freePort(),
    historyPort: await freePort(),
    historyMembershipPort: await freePort(),
    matchingPort: await freePort(),
    matchingMembershipPort: await freePort(),
    workerPort: await freePort(),
    workerMembershipPort: await freePort(),
  });
  const address = `127.0.0.1:${frontendPort}`;
  const program: Program = {
    kind: 'temporal',
    command: server,
    args: ['--config-file', run.write('temporal.yaml', settings), '--allow-no-auth', 'start'],
    environment: {
      PATH: process.env.PATH ?? '',
      GOMAXPROCS: String(Math.min(availableParallelism(), 8)),
      // A soft limit: past a sixth of the memory it collects harder instead of growing into its neighbours.
      GOMEMLIMIT: `${Math.max(1024, Math.trunc(totalmem() / mebibyte / 6))}MiB`,
    },
    workingFolder: run.path,
    tier: 1,
    stopSignal: durable ? 'SIGTERM' : 'SIGKILL',
    readyWithinMs: 120_000,
    isReady: () => isServing(address),
  };
  return { program, address };
}
