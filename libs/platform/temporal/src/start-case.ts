import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { caseTaskQueue } from '@jingzhun/contracts/identification/case-messages';
import { deliveryLimit, within } from './delivery-limit';
import { assertPlainJson } from './payload-rules';

export interface CaseStart {
  workflowType: string;
  workflowId: string;
  input: object;
  taskQueue?: string;
  /** Milliseconds after which the attempt is given up, to be repeated later. */
  limit?: number;
}

/** Starts the workflow of a subject, once in its life: starting it again, running or closed, changes nothing. */
export async function startCase(client: Client, start: CaseStart): Promise<void> {
  const { workflowType, workflowId, input, taskQueue = caseTaskQueue, limit = deliveryLimit } = start;
  assertPlainJson(input, 'input');
  try {
    await within(client, limit, () =>
      client.workflow.start(workflowType, {
        workflowId,
        taskQueue,
        args: [input],
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        workflowIdConflictPolicy: 'FAIL',
      }),
    );
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
