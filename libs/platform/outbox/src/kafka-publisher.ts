import { CompressionTypes, Partitioners, type Kafka, type Producer } from 'kafkajs';
import type { EventPublisher } from './event-channel';
import type { Envelope } from '@jingzhun/contracts/envelope';

/** Publishes to Kafka with an idempotent producer, acknowledged by every replica; one aggregate's events stay in order. */
export class KafkaPublisher implements EventPublisher {
  private producer: Producer | undefined;

  constructor(private readonly kafka: Kafka) {}

  async publish(events: { topic: string; envelope: Envelope }[]): Promise<void> {
    const producer = await this.connected();
    const topics = new Map<string, { key: string; value: string }[]>();
    for (const { topic, envelope } of events) {
      const messages = topics.get(topic) ?? [];
      messages.push({ key: envelope.key, value: JSON.stringify(envelope) });
      topics.set(topic, messages);
    }
    try {
      await producer.sendBatch({
        acks: -1,
        compression: CompressionTypes.None,
        topicMessages: [...topics].map(([topic, messages]) => ({ topic, messages })),
      });
    } catch (error) {
      // A producer that lost its broker is not trusted again: its sequence may be spent.
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    const producer = this.producer;
    this.producer = undefined;
    await producer?.disconnect().catch(() => undefined);
  }

  private async connected(): Promise<Producer> {
    if (this.producer) return this.producer;
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    this.producer = producer;
    return producer;
  }
}
