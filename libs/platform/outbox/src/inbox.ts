import { envelope, type Envelope } from '@jingzhun/contracts/envelope';
import { countyWide, type Database } from '@jingzhun/database';
import type { EntityManager } from 'typeorm';
import { isPassingFault } from './passing-fault';
import type { Reaction } from './reaction';

/** A message as it came from a topic. */
export interface IncomingMessage {
  topic: string;
  partition: number;
  offset: string;
  value: string;
}

interface Readable {
  message: IncomingMessage;
  event: Envelope;
}

/**
 * Takes messages once. What was seen before is dropped by the event's id, in the transaction that stores what the reactions
 * write; what cannot be read, or makes its reaction fail again and again, is parked as a dead letter with the reason.
 */
export class Inbox {
  constructor(
    private readonly database: Database,
    readonly consumer: string,
    private readonly reactions: readonly Reaction[],
    private readonly attempts = 3,
  ) {}

  /**
   * Takes a batch in order. Rejects only when the database is away or busy: then the batch may be handed over again, and
   * what of it was taken is not taken twice.
   */
  async take(messages: IncomingMessage[]): Promise<void> {
    const readable: Readable[] = [];
    for (const message of messages) {
      const read = this.read(message);
      if ('event' in read) readable.push(read);
      else await this.park(message, read.reason);
    }
    try {
      await this.store(readable);
    } catch {
      for (const one of readable) await this.takeAlone(one);
    }
  }

  private async takeAlone(one: Readable): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.store([one]);
      } catch (error) {
        if (isPassingFault(error)) throw error;
        await this.database.ping();
        if (attempt === this.attempts) return this.park(one.message, reasonOf(error));
      }
    }
  }

  private read(message: IncomingMessage): Readable | { reason: string } {
    try {
      const event = envelope.parse(JSON.parse(message.value)) as Envelope;
      const reaction = this.reactions.find(({ contract }) => contract.type === event.type);
      return { message, event: reaction ? { ...event, data: reaction.contract.data.parse(event.data) } : event };
    } catch (error) {
      return { reason: `not readable: ${reasonOf(error)}` };
    }
  }

  private store(readable: Readable[]): Promise<void> {
    return this.database.transaction(countyWide, async (tx) => {
      const fresh = await this.remember(tx, readable);
      for (const reaction of this.reactions) {
        const own = fresh.filter(({ event }) => event.type === reaction.contract.type).map(({ event }) => event);
        if (own.length > 0) await reaction.react(tx, own);
      }
    });
  }

  private async remember(tx: EntityManager, readable: Readable[]): Promise<Readable[]> {
    if (readable.length === 0) return [];
    const rows = await tx.query<{ event_id: string }[]>(
      `INSERT INTO inbox (consumer, event_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING RETURNING event_id`,
      [this.consumer, [...new Set(readable.map(({ event }) => event.id))]],
    );
    const unseen = new Set(rows.map((row) => row.event_id));
    // `delete` also drops a repetition within the batch.
    const fresh = readable.filter(({ event }) => unseen.delete(event.id));
    await this.count(
      tx,
      fresh.map(({ message }) => message),
    );
    return fresh;
  }

  private async count(tx: EntityManager, messages: IncomingMessage[]): Promise<void> {
    for (const topic of new Set(messages.map((message) => message.topic))) {
      await tx.query(
        `INSERT INTO inbox_consumed (consumer, topic, events) VALUES ($1, $2, $3)
         ON CONFLICT (consumer, topic) DO UPDATE SET events = inbox_consumed.events + EXCLUDED.events`,
        [this.consumer, topic, messages.filter((message) => message.topic === topic).length],
      );
    }
  }

  private async park(message: IncomingMessage, reason: string): Promise<void> {
    await this.database.transaction(countyWide, (tx) =>
      tx.query(
        `INSERT INTO dead_letter (consumer, topic, partition, message_offset, reason, message)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
        [this.consumer, message.topic, message.partition, message.offset, storable(reason), storable(message.value)],
      ),
    );
  }
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 2_000);
}

/** PostgreSQL's texts hold every character but one. */
function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD');
}
