import type { Envelope } from '@jingzhun/contracts/envelope';
import type { EventPublisher } from '../event-channel';

/** Stands in for Kafka where the point is the relay: notes what came, in order, and can be made to wait. */
export class RecordingPublisher implements EventPublisher {
  readonly published: Envelope[] = [];
  readonly batches: number[] = [];
  /** Called before a batch counts as published. */
  before: () => Promise<void> = () => Promise.resolve();

  async publish(events: { topic: string; envelope: Envelope }[]): Promise<void> {
    await this.before();
    this.batches.push(events.length);
    this.published.push(...events.map(({ envelope }) => envelope));
  }
}

/** Each event once, in the order of its first coming: what an inbox makes of it. */
export function firstComings(events: Envelope[]): Envelope[] {
  return [...new Map(events.map((event) => [event.id, event])).values()];
}
