import { setTimeout } from 'node:timers/promises';
import { NativeConnection, Worker, type WorkerStatus } from '@temporalio/worker';
import { payloadRules } from './payload-rules';
import { refusalInterceptor } from './refusal-failure';
import type { TemporalAddress } from './temporal-client';

/** How much a worker takes on at once. Said aloud because the engine's own choice depends on the heap of the moment. */
export interface WorkerLimits {
  /** Cases whose state stays in memory; another is read back from its history when it moves. */
  cachedWorkflows: number;
  workflowTasks: number;
  activities: number;
}

export interface CaseWorkerOptions extends TemporalAddress {
  taskQueue: string;
  /** A prebuilt bundle: its file, or its code. */
  workflowBundle: { codePath: string } | { code: string };
  activities: object;
  limits: WorkerLimits;
  /** Aborts when the process is told to stop, so that it does not go on waiting for a server. */
  signal?: AbortSignal;
  /** Called for each second that the server cannot be reached at the start. */
  onWaiting?(error: unknown): void;
}

const pause = 1_000;
const graceTime = '10 seconds';

/** How long a case waits for the worker that has it in memory before another may take it; that one may have been killed. */
const stickyTime = '5 seconds';

/** A running worker: workflows and activities of one task queue, until it is stopped. */
export class CaseWorker {
  /** Settles when the worker has ended: after `stop`, or with the error that ended it. */
  readonly finished: Promise<void>;

  private constructor(
    private readonly worker: Worker,
    private readonly connection: NativeConnection,
    private readonly namespace: string,
  ) {
    this.finished = worker.run().finally(() => connection.close());
    this.finished.catch(() => undefined);
  }

  /** Waits for the server if it is not there yet; later it may come and go, and the worker goes on when it is back. */
  static async start(options: CaseWorkerOptions): Promise<CaseWorker> {
    const { namespace, taskQueue, workflowBundle, activities, limits } = options;
    const connection = await connect(options);
    try {
      const worker = await Worker.create({
        connection,
        namespace,
        taskQueue,
        workflowBundle,
        activities,
        dataConverter: { payloadCodecs: [payloadRules] },
        interceptors: { activity: [refusalInterceptor] },
        maxCachedWorkflows: limits.cachedWorkflows,
        maxConcurrentWorkflowTaskExecutions: limits.workflowTasks,
        maxConcurrentActivityTaskExecutions: limits.activities,
        stickyQueueScheduleToStartTimeout: stickyTime,
        shutdownGraceTime: graceTime,
      });
      return new CaseWorker(worker, connection, namespace);
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  get status(): WorkerStatus {
    return this.worker.getStatus();
  }

  /** Rejects with the reason when the worker cannot take work at this moment. */
  async check(): Promise<void> {
    const { runState } = this.status;
    if (runState !== 'RUNNING') throw new Error(`the worker is ${runState.toLowerCase()}`);
    await this.connection.withDeadline(Date.now() + pause, () =>
      this.connection.workflowService.describeNamespace({ namespace: this.namespace }),
    );
  }

  /** Takes nothing new, finishes what is under way, and lets go of the server. */
  async stop(): Promise<void> {
    if (this.status.runState === 'RUNNING') this.worker.shutdown();
    await this.finished;
  }
}

async function connect({ address, signal, onWaiting }: CaseWorkerOptions): Promise<NativeConnection> {
  for (;;) {
    try {
      return await NativeConnection.connect({ address });
    } catch (error) {
      onWaiting?.(error);
      await setTimeout(pause, undefined, { signal });
    }
  }
}
