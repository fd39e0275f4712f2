import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { recordFactsUpdate, type FactsRecorded } from '@jingzhun/contracts/identification/case-messages';
import { deliveryLimit, within } from './delivery-limit';
import { assertPlainJson } from './payload-rules';

export interface FactsDelivery {
  workflowType: string;
  workflowId: string;
  /** Repeating a delivery under its id is answered from the first one, even while that one is still under way. */
  updateId: string;
  facts: readonly object[];
  /** Milliseconds after which the attempt is given up, to be repeated later. */
  limit?: number;
}

/** The case is not there to be told anything; the outbox goes on trying, and its log says so. */
export class CaseUnreachable extends Error {
  override readonly name = 'CaseUnreachable';
}

/**
 * Tells a case facts and waits until it has taken them, in one Update. A case that has run to its end needs no more facts,
 * so they count as delivered; one that was never started, or that was ended by force, does not have them.
 * @throws when the facts were not taken within the limit, or are refused: the caller repeats, with the same id.
 */
export async function deliverFacts(client: Client, delivery: FactsDelivery): Promise<void> {
  const { workflowId, updateId, facts, limit = deliveryLimit } = delivery;
  assertPlainJson(facts, 'facts');
  await within(client, limit, async () => {
    try {
      await client.workflow
        .getHandle(workflowId)
        .executeUpdate<FactsRecorded, [readonly object[]]>(recordFactsUpdate, { updateId, args: [facts] });
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      await requireCompleted(client, delivery);
    }
  });
}

/** The server answers "not found" for a closed case too; only its description tells which. */
async function requireCompleted(client: Client, { workflowType, workflowId }: FactsDelivery): Promise<void> {
  const status = await statusOf(client, workflowId);
  if (status === 'COMPLETED') return;
  throw new CaseUnreachable(`${workflowType} ${workflowId} cannot take facts: ${status.toLowerCase()}`);
}

async function statusOf(client: Client, workflowId: string): Promise<string> {
  try {
    return (await client.workflow.getHandle(workflowId).describe()).status.name;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'NOT STARTED';
    throw error;
  }
}
