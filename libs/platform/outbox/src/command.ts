import type { EntityManager } from 'typeorm';

/** Starts the workflow of a subject, or tells it facts. The workflow's id is the subject's id. */
export type Command =
  | { workflowType: string; workflowId: string; input: object }
  | { workflowType: string; workflowId: string; facts: readonly object[] };

/**
 * Writes commands into the outbox within the transaction of the decision they follow. The caller has its answer when that
 * transaction commits; the relay delivers later, in order per workflow, and repeats until it is acknowledged.
 */
export async function command(tx: EntityManager, commands: readonly Command[]): Promise<void> {
  if (commands.length === 0) return;
  await tx.query(
    `INSERT INTO outbox_command (workflow_id, workflow_type, input, facts)
     SELECT row->>'workflowId', row->>'workflowType', row->'input', row->'facts' FROM jsonb_array_elements($1::jsonb) AS row`,
    [JSON.stringify(commands)],
  );
}
