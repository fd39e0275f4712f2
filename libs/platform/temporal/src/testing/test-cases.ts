import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { bundleWorkflows } from '../bundle-workflows';
import { CaseWorker } from '../case-worker';
import { temporalClient, type TemporalAddress } from '../temporal-client';

export interface TestCases {
  client: Client;
  taskQueue: string;
  /** The code the worker runs, for specs that look into it or replay with it. */
  bundle: string;
  /** Stops the worker, as a deployment or a power cut would; `resume` brings another. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Runs workflows for one spec file: the server is the real one of the test run, the task queue is the
 * spec's own, and the activities are the spec's stand-ins.
 */
export async function testCases(workflowsPath: string, activities: object): Promise<TestCases> {
  const server = testServer();
  quietRuntime();
  const bundle = await bundleWorkflows(workflowsPath);
  const client = temporalClient(server);
  const taskQueue = `spec-${randomUUID()}`;
  const start = () =>
    CaseWorker.start({
      ...server,
      taskQueue,
      workflowBundle: { code: bundle },
      activities,
      limits: { cachedWorkflows: 100, workflowTasks: 20, activities: 20 },
    });

  let worker: CaseWorker | undefined = await start();
  const pause = async () => {
    await worker?.stop();
    worker = undefined;
  };
  return {
    client,
    taskQueue,
    bundle,
    pause,
    resume: async () => void (worker ??= await start()),
    stop: async () => {
      await pause();
      await client.connection.close();
    },
  };
}

/** Runs a stored history through workflow code; rejects with a DeterminismViolationError when they disagree. */
export async function replay(bundle: string, history: object, workflowId: string): Promise<void> {
  quietRuntime();
  await Worker.runReplayHistory({ workflowBundle: { code: bundle } }, history, workflowId);
}

/** The Temporal server of the test run, which Jest's global set-up has started. */
export function testServer(): TemporalAddress {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace = 'jingzhun' } = process.env;
  if (!address) throw new Error('TEMPORAL_ADDRESS is empty: the test run has started no Temporal server');
  return { address, namespace };
}

let quiet = false;

/** The engine speaks up only about what is wrong with the machine, not about failures that a spec provokes. */
function quietRuntime(): void {
  if (quiet) return;
  quiet = true;
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} } },
    shutdownSignals: [],
  });
}
