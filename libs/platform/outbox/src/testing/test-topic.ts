import { randomBytes, randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import type { Envelope } from '@jingzhun/contracts/envelope';
import type { Consumer, ISocketFactory, Kafka } from 'kafkajs';
import { kafkaClient } from '../kafka';
import { silentLogger } from './silent-logger';

export const brokers = (process.env.KAFKA_BROKERS ?? '').split(',');

/** The line to the broker, which a spec can cut. */
export class Cable {
  private readonly open = new Set<Socket>();
  private whole = true;
  /** Connections asked for while it was cut. */
  refused = 0;

  readonly sockets: ISocketFactory = ({ host, port, onConnect }) => {
    if (!this.whole) this.refused += 1;
    // Nothing listens on port 1.
    const socket = connect({ host, port: this.whole ? port : 1 }, onConnect);
    this.open.add(socket);
    socket.once('close', () => this.open.delete(socket));
    return socket;
  };

  cut(): void {
    this.whole = false;
    for (const socket of this.open) socket.destroy(new Error('read ECONNRESET'));
  }

  mend(): void {
    this.whole = true;
  }
}

/** A topic of the spec's own on the real broker, named like an owner of events. */
export class TestTopic {
  /** Letters only, as the names of events demand. */
  readonly owner = `spec-${[...randomBytes(12)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')}`;
  readonly kafka: Kafka;
  private readonly consumers: Consumer[] = [];

  private constructor(readonly partitions: number) {
    this.kafka = kafkaClient({ clientId: 'spec', brokers, logger: silentLogger });
  }

  static async create(partitions = 3): Promise<TestTopic> {
    const topic = new TestTopic(partitions);
    const admin = topic.kafka.admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: topic.owner, numPartitions: partitions, replicationFactor: 1 }] });
    await admin.disconnect();
    return topic;
  }

  /** Puts values on the topic as they are, by key. */
  async put(messages: { key: string; value: string }[]): Promise<void> {
    const producer = this.kafka.producer({ allowAutoTopicCreation: false });
    await producer.connect();
    await producer.send({ topic: this.owner, messages });
    await producer.disconnect();
  }

  /** Everything that is on the topic and will come to it, as it arrives. */
  async follow(): Promise<Envelope[]> {
    const arrived: Envelope[] = [];
    const consumer = this.kafka.consumer({ groupId: randomUUID(), maxWaitTimeInMs: 100 });
    this.consumers.push(consumer);
    await consumer.connect();
    await consumer.subscribe({ topics: [this.owner], fromBeginning: true });
    await consumer.run({
      eachMessage: ({ message }) => {
        arrived.push(JSON.parse(message.value?.toString() ?? '') as Envelope);
        return Promise.resolve();
      },
    });
    return arrived;
  }

  async remove(): Promise<void> {
    for (const consumer of this.consumers) await consumer.disconnect();
    const admin = this.kafka.admin();
    await admin.connect();
    await admin.deleteTopics({ topics: [this.owner] });
    await admin.disconnect();
  }
}
