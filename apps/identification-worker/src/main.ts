import type { Server } from 'node:http';
import { caseTaskQueue } from '@jingzhun/contracts/identification';
import { createLogger, healthServer, Readiness, type Logger } from '@jingzhun/observability';
import { CaseWorker, prepareWorkerRuntime, type WorkerLimits } from '@jingzhun/temporal';
import { caseActivities } from './case-activities';
import { readEnv, type Env } from './env';
import { InternalService } from './internal-service';
import { exposeWorker } from './worker-metrics';
import { workflowBundlePath } from './bundle-path';

/** For a machine of two cores that the whole stack shares; see the README for what was measured. */
const limits: WorkerLimits = { cachedWorkflows: 2_000, workflowTasks: 40, activities: 60 };

async function main(): Promise<void> {
  const env = readEnv();
  const logger = createLogger({ service: 'identification-worker', level: env.LOG_LEVEL });
  const readiness = new Readiness();
  let worker: CaseWorker | undefined;
  readiness.add('temporal', async () => {
    if (!worker) throw new Error('the server has not been reached yet');
    await worker.check();
  });
  const stopping = onSignal(logger);
  const server = await healthServer({ host: env.HOST, port: env.PORT, readiness });
  try {
    prepareWorkerRuntime(logger);
    worker = await startWorker(env, logger, stopping);
    exposeWorker(worker);
    logger.info({ taskQueue: caseTaskQueue, namespace: env.TEMPORAL_NAMESPACE }, 'working');
    await Promise.race([aborted(stopping), worker.finished]);
    await worker.stop();
    logger.info('stopped');
  } catch (error) {
    if (!stopping.aborted) throw error;
  } finally {
    await close(server);
  }
}

function startWorker(env: Env, logger: Logger, signal: AbortSignal): Promise<CaseWorker> {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, WORKER_SIGNING_KEY: key } = env;
  const activities = caseActivities({
    identification: new InternalService('identification', env.IDENTIFICATION_URL, key),
    supervision: new InternalService('supervision', env.SUPERVISION_URL, key),
  });
  return CaseWorker.start({
    address,
    namespace,
    taskQueue: caseTaskQueue,
    workflowBundle: { codePath: workflowBundlePath },
    activities,
    limits,
    signal,
    onWaiting: (error) => logger.warn({ err: error }, 'Temporal is away'),
  });
}

/** Aborts on the first signal; a second one ends the process as it would without us. */
function onSignal(logger: Logger): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      logger.info({ signal }, 'stopping');
      controller.abort();
    });
  }
  return controller.signal;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
