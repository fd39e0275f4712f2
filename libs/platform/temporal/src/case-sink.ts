import type { Client } from '@temporalio/client';
import { caseTaskQueue } from '@jingzhun/contracts/identification/case-messages';
import { deliverFacts } from './deliver-facts';
import { startCase } from './start-case';

/** Everything that waits in an outbox for one workflow: perhaps its start, then facts, under the id of the last command. */
export interface CaseDelivery {
  workflowType: string;
  workflowId: string;
  input?: object;
  facts: readonly object[];
  commandId: string;
}

/** The end of the outbox's command relay: starts and tells cases, repeatable at any point. */
export class CaseSink {
  constructor(
    private readonly client: Client,
    private readonly taskQueue: string = caseTaskQueue,
  ) {}

  async deliver({ workflowType, workflowId, input, facts, commandId }: CaseDelivery): Promise<void> {
    if (input) await startCase(this.client, { workflowType, workflowId, input, taskQueue: this.taskQueue });
    if (facts.length > 0) await deliverFacts(this.client, { workflowType, workflowId, updateId: commandId, facts });
  }

  /** Lets go of the connection; nothing is delivered afterwards. */
  async close(): Promise<void> {
    await this.client.connection.close();
  }
}
