import type { EventContract } from '@jingzhun/contracts/envelope';
import type { EntityManager } from 'typeorm';

/** Who caused what is being recorded, and in answer to what. `actor` is an account id or `machine`. */
export interface Origin {
  actor: string;
  correlation: string;
  cause?: string;
}

/** Bytes; a broker refuses a message of a megabyte, and everything behind it would wait for ever. */
const mostBytes = 500_000;

/**
 * Writes events into the outbox within the transaction of the change they tell of: both are stored or neither is.
 * All events of one call are one statement. `key` is the aggregate whose events stay in order.
 * @throws ZodError when data does not keep the contract, RangeError when it is more than a broker takes: faults of the program.
 */
export async function emit<Data>(
  tx: EntityManager,
  origin: Origin,
  contract: EventContract<Data>,
  events: readonly { key: string; data: Data }[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ key, data }) => ({ key, data: contract.data.parse(data) }));
  for (const { data } of rows) assertFits(contract.type, data);
  await tx.query(
    `INSERT INTO outbox_event (type, key, actor, correlation, cause, data)
     SELECT $1, row->>'key', $2, $3, $4, row->'data' FROM jsonb_array_elements($5::jsonb) AS row`,
    [contract.type, origin.actor, origin.correlation, origin.cause ?? null, JSON.stringify(rows)],
  );
}

function assertFits(type: string, data: unknown): void {
  const bytes = Buffer.byteLength(JSON.stringify(data));
  if (bytes > mostBytes) throw new RangeError(`an event ${type} of ${bytes} bytes is too large to be published`);
}
