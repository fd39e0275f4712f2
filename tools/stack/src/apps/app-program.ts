import { join } from 'node:path';
import { workspace } from '../../bootstrap/programs.cjs';
import type { Program } from '../run/program';
import type { RunFolder } from '../run/run-folder';
import type { ServerAddresses } from '../servers';
import { type App, type AppEnvironments, heapLimits, type Service, services } from './app';
import type { Keys, RegisterKeys } from './keys';

/** What the apps of a run are told; each gets the part it needs and nothing else. */
export interface AppSurroundings {
  run: RunFolder;
  servers: ServerAddresses;
  databases: Record<Service, string>;
  ports: Record<App, number>;
  keys: Keys;
  registerKeys: RegisterKeys;
  /** Added to the environment of single apps, for tests and for whoever knows better. */
  extra: AppEnvironments;
}

/** Variables that are handed on from our own environment. */
const handedOn = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'LOG_LEVEL', 'OTEL_EXPORTER_OTLP_ENDPOINT'];

export function appProgram(app: App, surroundings: AppSurroundings): Program {
  const address = appAddress(app, surroundings.ports);
  const inherited = handedOn.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
  return {
    kind: app,
    command: process.execPath,
    args: [join(workspace, 'apps', app, 'dist/main.js')],
    environment: {
      ...(Object.fromEntries(inherited) as Record<string, string>),
      NODE_ENV: 'production',
      NODE_OPTIONS: nodeOptions(app),
      OTEL_SERVICE_NAME: app,
      HOST: '127.0.0.1',
      PORT: String(surroundings.ports[app]),
      ...environmentOf(app, surroundings),
      ...surroundings.extra[app],
    },
    workingFolder: surroundings.run.path,
    tier: isService(app) ? 2 : 3,
    stopSignal: 'SIGTERM',
    readyWithinMs: 120_000,
    isReady: () => isReadyAt(address),
  };
}

/** Tracing must be loaded before everything it traces, so it is loaded by Node itself, and only when it has where to send. */
function nodeOptions(app: App): string {
  const heap = `--max-old-space-size=${heapLimits[app]}`;
  if (!process.env.OTEL_EXPORTER_OTLP_ENDPOINT) return heap;
  return `${heap} --require ${join(workspace, 'libs/platform/observability/dist/preload/tracing.js')}`;
}

export function appAddress(app: App, ports: Record<App, number>): string {
  return `http://127.0.0.1:${ports[app]}`;
}

function environmentOf(app: App, surroundings: AppSurroundings): Record<string, string> {
  const { run, servers, databases, ports, keys, registerKeys } = surroundings;
  const temporal = { TEMPORAL_ADDRESS: servers.temporal, TEMPORAL_NAMESPACE: servers.temporalNamespace };
  if (isService(app)) {
    return {
      ...temporal,
      DATABASE_URL: databases[app],
      KAFKA_BROKERS: servers.kafka,
      GATEWAY_SIGNING_KEY: keys.GATEWAY_SIGNING_KEY,
      WORKER_SIGNING_KEY: keys.WORKER_SIGNING_KEY,
      FILES_FOLDER: run.folder(join('files', app)),
      ...(app === 'identification' ? registerKeys : {}),
      ...(app === 'organization' ? { ACCESS_TOKEN_PRIVATE_KEY: keys.ACCESS_TOKEN_PRIVATE_KEY } : {}),
    };
  }
  if (app === 'identification-worker') {
    return {
      ...temporal,
      WORKER_SIGNING_KEY: keys.WORKER_SIGNING_KEY,
      IDENTIFICATION_URL: appAddress('identification', ports),
      SUPERVISION_URL: appAddress('supervision', ports),
    };
  }
  return {
    GATEWAY_SIGNING_KEY: keys.GATEWAY_SIGNING_KEY,
    ACCESS_TOKEN_PUBLIC_KEY: keys.ACCESS_TOKEN_PUBLIC_KEY,
    SUPERGRAPH_FILE: join(workspace, 'apps/gateway/supergraph.graphql'),
    SUBGRAPH_URLS: services.map((service) => `${service}=${appAddress(service, ports)}/graphql`).join(','),
  };
}

function isService(app: App): app is Service {
  return (services as readonly string[]).includes(app);
}

async function isReadyAt(address: string): Promise<boolean> {
  try {
    const answer = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(2_000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
