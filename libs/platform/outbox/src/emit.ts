import type { EventContract } from '@jingzhun/contracts/envelope';
import type { EntityManager } from 'typeorm';

/** Who caused what is being recorded, and in answer to what. `actor` is an account id or `machine`. */
export interface Origin {
  actor: string;
  correlation: string;
  cause?: string;
}

/**
 * Writes events into the outbox within the transaction of the change they tell of: both are stored or neither is.
 * All events of one call are one statement. `key` is the aggregate whose events stay in order.
 * @throws ZodError when data does not keep the contract, which is a fault of the program.
 */
export async function emit<Data>(
  tx: EntityManager,
  origin: Origin,
  contract: EventContract<Data>,
  events: readonly { key: string; data: Data }[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ key, data }) => ({ key, data: contract.data.parse(data) }));
  await tx.query(
    `INSERT INTO outbox_event (type, key, actor, correlation, cause, data)
     SELECT $1, row->>'key', $2, $3, $4, row->'data' FROM jsonb_array_elements($5::jsonb) AS row`,
    [contract.type, origin.actor, origin.correlation, origin.cause ?? null, JSON.stringify(rows)],
  );
}
