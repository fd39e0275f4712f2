import { services, type Service } from './apps/app';
import { appProgram } from './apps/app-program';
import { prepareDatabases } from './apps/databases';
import { type Keys, makeKeys, makeRegisterKeys } from './apps/keys';
import type { ProgramKind } from './run/program';
import { noProgress, type Progress } from './run/progress';
import type { Reading } from './run/reading';
import type { RunFolder } from './run/run-folder';
import { Supervisor } from './run/supervisor';
import { type GivenServers, providePostgres } from './servers';
import { addressesOf, choosePorts, readingsOf } from './stack';
import { namespace } from './temporal/namespace';

export interface PartOptions {
  run: RunFolder;
  /** A PostgreSQL that stands outside; `process.env` for the ordinary order of choice, nothing for one of its own. */
  given?: Pick<GivenServers, 'DATABASE_URL'>;
  /** Whether a committed decision survives a power cut. */
  durable: boolean;
  /** The services that are started; the databases of all are made. */
  services: readonly Service[];
  progress?: Progress;
  report?: (line: string) => void;
}

export interface Part {
  /** An administrator's URL of the cluster. */
  postgres: string;
  /** Base addresses of the services that were started. */
  apps: Record<Service, string>;
  /** The addresses the services work with, each in its running role. */
  databases: Record<Service, string>;
  /** What the gateway and the worker would sign with. */
  keys: Keys;
  readings(): Reading[];
  /** Sends a signal; after SIGKILL resolves when the process is gone. Its supervisor starts it again. */
  kill(kind: ProgramKind, signal: NodeJS.Signals): Promise<void>;
  stop(): Promise<void>;
}

/** Nothing listens there. */
const nowhere = '127.0.0.1:1';

/** PostgreSQL and some of the services; Temporal and Kafka are away, which stops no field work. */
export async function startPart(options: PartOptions): Promise<Part> {
  const { run, given = {}, durable, progress = noProgress } = options;
  const supervisor = new Supervisor(run, options.report ?? (() => undefined));
  try {
    const postgres = await progress.step('PostgreSQL', (say) => providePostgres(supervisor, { given, durable }, say));
    const databases = await progress.step('Databases', () => prepareDatabases(postgres));
    const ports = await choosePorts();
    const keys = makeKeys();
    const registerKeys = makeRegisterKeys();
    const servers = { postgres, temporal: nowhere, temporalNamespace: namespace, kafka: nowhere };
    const start = (service: Service) =>
      supervisor.start(appProgram(service, { run, servers, databases, ports, keys, registerKeys, extra: {} }));
    await progress.step('Services', () => Promise.all(options.services.map(start)));
    const addresses = addressesOf(ports);
    return {
      postgres,
      apps: Object.fromEntries(services.map((service) => [service, addresses[service]])) as Record<Service, string>,
      databases,
      keys,
      readings: () => readingsOf(supervisor),
      kill: (kind, signal) => supervisor.program(kind).kill(signal),
      stop: () => supervisor.stop(),
    };
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
}
