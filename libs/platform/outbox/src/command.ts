import type { EntityManager } from 'typeorm';

/**
 * Starts the workflow of a subject, or tells it facts. The workflow's id is the subject's id. Facts may linger a while for
 * company: what waits for one workflow goes in one Update, at the latest when the first of it has lingered long enough.
 */
export type Command =
  | { workflowType: string; workflowId: string; input: object }
  | { workflowType: string; workflowId: string; facts: readonly object[]; lingerMilliseconds?: number };

/**
 * Writes commands into the outbox within the transaction of the decision they follow. The caller has its answer when that
 * transaction commits; the relay delivers later, in order per workflow, and repeats until it is acknowledged.
 */
export async function command(tx: EntityManager, commands: readonly Command[]): Promise<void> {
  if (commands.length === 0) return;
  await tx.query(
    `INSERT INTO outbox_command (workflow_id, workflow_type, input, facts, deliver_after)
     SELECT row->>'workflowId', row->>'workflowType', row->'input', row->'facts',
            clock_timestamp() + coalesce((row->>'lingerMilliseconds')::int, 0) * interval '1 millisecond'
       FROM jsonb_array_elements($1::jsonb) AS row`,
    [JSON.stringify(commands)],
  );
}
