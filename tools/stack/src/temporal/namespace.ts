import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { waitUntil } from '../run/wait-until';

export const namespace = 'jingzhun';
const retention = '30 days';
const alreadyExists = 6;
const notFound = 5;

/** Whether the frontend says that it serves. */
export async function isServing(address: string): Promise<boolean> {
  return withConnection(address, async (connection) => {
    const { status } = await connection.healthService.check({
      service: 'temporal.api.workflowservice.v1.WorkflowService',
    });
    return status === 1;
  }).catch(() => false);
}

/**
 * Registers our namespace when it is missing and waits until it can be used: frontend, history and matching each learn
 * of it by themselves a moment later, so each is asked something that only it can answer.
 */
export async function provideNamespace(address: string): Promise<void> {
  await withConnection(address, async (connection) => {
    const { workflowService } = connection;
    try {
      await workflowService.registerNamespace({
        namespace,
        description: 'Jingzhun',
        workflowExecutionRetentionPeriod: msToTs(retention),
      });
    } catch (error) {
      if (codeOf(error) !== alreadyExists) throw error;
    }
    await waitUntil(`the Temporal namespace ${namespace}`, () => isUsable(connection), {
      withinMs: 60_000,
      everyMs: 100,
    });
  });
}

async function isUsable({ workflowService }: Connection): Promise<boolean> {
  const execution = { workflowId: 'is-the-namespace-known', runId: '' };
  try {
    await workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: 'is-the-namespace-known' },
      taskQueueType: 1,
    });
    await workflowService.describeWorkflowExecution({ namespace, execution });
    return true;
  } catch (error) {
    // History knows the namespace when it says that it does not know the workflow.
    return codeOf(error) === notFound && /workflow|sql: no rows/i.test(messageOf(error));
  }
}

async function withConnection<T>(address: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address, connectTimeout: '2s' });
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
