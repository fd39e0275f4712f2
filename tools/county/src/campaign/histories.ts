import { temporalClient, type TemporalAddress } from '@jingzhun/temporal';
import { lookUntil } from '../force/look-until';

/** What the Temporal server says about the workflows of a type that have ended. */
export interface HistoriesOfType {
  completed: number;
  /** Ended in any other way, or still running. */
  other: number;
  events: number[];
  stateTransitions: number[];
}

/** Reads every workflow execution of the namespace, by type. */
export async function readHistories(address: TemporalAddress): Promise<Map<string, HistoriesOfType>> {
  const client = temporalClient(address);
  const byType = new Map<string, HistoriesOfType>();
  try {
    let nextPageToken: Uint8Array | null | undefined;
    do {
      const page = await answerOf('page of workflow executions', () =>
        client.workflowService.listWorkflowExecutions({ namespace: address.namespace, pageSize: 1_000, nextPageToken }),
      );
      for (const { type, status, historyLength, stateTransitionCount } of page.executions) {
        const name = type?.name ?? 'unknown';
        const histories = byType.get(name) ?? { completed: 0, other: 0, events: [], stateTransitions: [] };
        byType.set(name, histories);
        if (status !== completed) {
          histories.other += 1;
          continue;
        }
        histories.completed += 1;
        histories.events.push(Number(historyLength ?? 0));
        histories.stateTransitions.push(Number(stateTransitionCount ?? 0));
      }
      ({ nextPageToken } = page);
    } while (nextPageToken?.length);
  } finally {
    await client.connection.close();
  }
  return byType;
}

/** WORKFLOW_EXECUTION_STATUS_COMPLETED in Temporal's API. */
const completed = 2;

/** How many executions of the namespace still run. */
export async function runningWorkflows(address: TemporalAddress): Promise<number> {
  const client = temporalClient(address);
  try {
    const query = `ExecutionStatus = 'Running'`;
    const { count } = await answerOf('count of running workflows', () =>
      client.workflowService.countWorkflowExecutions({ namespace: address.namespace, query }),
    );
    return Number(count);
  } finally {
    await client.connection.close();
  }
}

/** RESOURCE_EXHAUSTED in gRPC: the server asks for patience. */
const exhausted = 8;

/** Asks until the server has the time for it: what a campaign has taken an hour to do is not lost by counting it in haste. */
function answerOf<T>(what: string, ask: () => Promise<T>): Promise<T> {
  return lookUntil({ what, within: 120_000 }, async () => {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === exhausted) return undefined;
      throw error;
    }
  });
}
