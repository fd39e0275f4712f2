import { type App, type AppEnvironments, fronts, type Service, services } from './apps/app';
import { appAddress, appProgram, type AppSurroundings } from './apps/app-program';
import { prepareDatabases } from './apps/databases';
import { makeKeys, makeRegisterKeys, type RegisterKeys } from './apps/keys';
import { freePort } from './run/ports';
import type { ProgramKind } from './run/program';
import { noProgress, type Progress } from './run/progress';
import { type Reading, usageOf } from './run/reading';
import type { RunFolder } from './run/run-folder';
import { Supervisor } from './run/supervisor';
import { type GivenServers, type ServerAddresses, startServers } from './servers';
import { temporalUiProgram } from './temporal/temporal-ui-program';

export interface StackOptions {
  run: RunFolder;
  /** Servers that stand outside; `process.env` for the ordinary order of choice, nothing for servers of its own. */
  given?: GivenServers;
  /** Whether a committed decision survives a power cut. */
  durable: boolean;
  gatewayPort?: number;
  /** The port of Temporal's Web UI; without one it is left out. */
  temporalUiPort?: number;
  progress?: Progress;
  /** Told of what happens to the programs later: falls and returns. */
  report?: (line: string) => void;
  /** Aborted when the start is to be given up; everything begun is ended then. */
  signal?: AbortSignal;
  /** Added to the environment of single apps. */
  environment?: AppEnvironments;
}

export interface Stack {
  servers: ServerAddresses;
  /** Base addresses, `gateway` among them. */
  apps: Record<App, string>;
  temporalUi?: string;
  /** The addresses the services work with, each in its running role. */
  databases: Record<Service, string>;
  folder: string;
  /** What every program uses now. */
  readings(): Reading[];
  /** Sends a signal; after SIGKILL resolves when the process is gone. Its supervisor starts it again. */
  kill(kind: ProgramKind, signal: NodeJS.Signals): Promise<void>;
  /** Resolves when the program is up, after a fall when it is up again. */
  whenReady(kind: ProgramKind): Promise<void>;
  /** Ends every process, dependents first. */
  stop(): Promise<void>;
}

/** The titles of the steps `startStack` reports, in their order. */
export const stackSteps = ['PostgreSQL', 'Temporal', 'Kafka', 'Databases', 'Services', 'Gateway and worker'] as const;

/** Brings up servers, databases, services, worker and gateway; every one is ready when this resolves. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const supervisor = new Supervisor(options.run, options.report ?? (() => undefined));
  const giveUp = () => void supervisor.stop();
  options.signal?.addEventListener('abort', giveUp);
  try {
    return await bringUp(supervisor, options);
  } catch (error) {
    await supervisor.stop();
    throw error;
  } finally {
    options.signal?.removeEventListener('abort', giveUp);
  }
}

async function bringUp(supervisor: Supervisor, options: StackOptions): Promise<Stack> {
  const { run, given = {}, durable, progress = noProgress } = options;
  const servers = await startServers(supervisor, { given, durable, progress });
  const databases = await progress.step('Databases', () => prepareDatabases(servers.postgres));
  const ports = await choosePorts(options.gatewayPort);
  const keys = makeKeys();
  run.write('keys.json', `${JSON.stringify(keys, null, 2)}\n`);
  const registerKeys = registerKeysOf(run);
  const extra = options.environment ?? {};
  const surroundings: AppSurroundings = { run, servers, databases, ports, keys, registerKeys, extra };
  const start = (app: App) => supervisor.start(appProgram(app, surroundings));
  await progress.step('Services', () => Promise.all(services.map(start)));
  await progress.step('Gateway and worker', () => Promise.all(fronts.map(start)));
  const temporalUi = await startTemporalUi(supervisor, servers.temporal, options);
  const apps = addressesOf(ports);
  run.update({ addresses: { ...apps, ...(temporalUi ? { 'temporal-ui': temporalUi } : {}) } });
  return {
    servers,
    apps,
    temporalUi,
    databases,
    folder: run.path,
    readings: () => readingsOf(supervisor),
    kill: (kind, signal) => supervisor.program(kind).kill(signal),
    whenReady: (kind) => supervisor.program(kind).whenReady(),
    stop: () => supervisor.stop(),
  };
}

function registerKeysOf(run: RunFolder): RegisterKeys {
  const kept = run.secret('register-keys.json', () => `${JSON.stringify(makeRegisterKeys(), null, 2)}\n`);
  return JSON.parse(kept) as RegisterKeys;
}

async function startTemporalUi(supervisor: Supervisor, temporal: string, options: StackOptions) {
  const { run, temporalUiPort: port, progress = noProgress } = options;
  if (port === undefined) return undefined;
  await progress.step('Temporal Web UI', async () => supervisor.start(await temporalUiProgram(run, temporal, port)));
  return `http://127.0.0.1:${port}`;
}

export async function choosePorts(gateway?: number): Promise<Record<App, number>> {
  return {
    identification: await freePort(),
    organization: await freePort(),
    supervision: await freePort(),
    'identification-worker': await freePort(),
    gateway: gateway ?? (await freePort()),
  };
}

export function addressesOf(ports: Record<App, number>): Record<App, string> {
  const entries = [...services, ...fronts].map((app) => [app, appAddress(app, ports)]);
  return Object.fromEntries(entries) as Record<App, string>;
}

export function readingsOf(supervisor: Supervisor): Reading[] {
  return supervisor.all().flatMap(({ program, recorded, logFile, restarts }) => {
    if (!recorded) return [];
    return [{ kind: program.kind, pid: recorded.pid, logFile, restarts, ...usageOf(recorded.pid) }];
  });
}
