import { ownerOf, type Envelope } from '@jingzhun/contracts/envelope';
import type { DataSource } from 'typeorm';
import type { RelayChannel } from './relay';

/** Where events go. Resolves when the broker has them safely. */
export interface EventPublisher {
  publish(events: { topic: string; envelope: Envelope }[]): Promise<void>;
}

interface EventRow {
  id: string;
  event_id: string;
  type: string;
  key: string;
  actor: string;
  correlation: string;
  cause: string | null;
  data: unknown;
  bytes: number;
  created_at: Date;
}

/** Bytes of data published together: with their envelopes they stay below the megabyte a broker takes at once. */
const mostBytes = 500_000;

/**
 * Publishes waiting events in the order of their writing, a batch in one transaction: rows are locked, published, deleted
 * and counted. A crash in between publishes a batch again; consumers know what they have seen by the event's id.
 *
 * The rows are waited for, not skipped, when another relay still holds them: one that lost its lock in the middle of a
 * batch. Skipping them would publish later events of an aggregate before earlier ones.
 */
export class EventChannel implements RelayChannel {
  readonly name = 'outbox_event';

  constructor(
    private readonly dataSource: DataSource,
    private readonly publisher: EventPublisher,
    private readonly batch = 500,
  ) {}

  pump(): Promise<boolean> {
    return this.dataSource.transaction(async (tx) => {
      const rows = await tx.query<EventRow[]>(
        `SELECT *, octet_length(data::text) AS bytes FROM outbox_event ORDER BY id LIMIT $1 FOR UPDATE`,
        [this.batch],
      );
      if (rows.length === 0) return false;
      const part = fitting(rows);
      await this.publisher.publish(part.map((row) => ({ topic: ownerOf(row.type), envelope: envelopeOf(row) })));
      await tx.query(`DELETE FROM outbox_event WHERE id = ANY ($1)`, [part.map((row) => row.id)]);
      await tx.query(`UPDATE outbox_sent SET sent = sent + $1 WHERE channel = 'event'`, [part.length]);
      return rows.length === this.batch || part.length < rows.length;
    });
  }
}

/** The first rows, as many as go together; at least one. */
function fitting(rows: EventRow[]): EventRow[] {
  let bytes = 0;
  const end = rows.findIndex((row, index) => (bytes += row.bytes) > mostBytes && index > 0);
  return end < 0 ? rows : rows.slice(0, end);
}

function envelopeOf(row: EventRow): Envelope {
  return {
    id: row.event_id,
    type: row.type,
    time: row.created_at.toISOString(),
    key: row.key,
    actor: row.actor,
    correlation: row.correlation,
    ...(row.cause ? { cause: row.cause } : {}),
    data: row.data,
  };
}
