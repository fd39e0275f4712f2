import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@jingzhun/observability';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { Inbox } from './inbox';
import { ConsumerProgress } from './consumer-progress';

export interface EventConsumerOptions {
  kafka: Kafka;
  topics: string[];
  inbox: Inbox;
  logger: Logger;
  /** How long, in milliseconds, messages may wait without progress before the consumer is begun anew. */
  stuckAfter?: number;
}

/**
 * Reads topics into an inbox, for ever. A kafkajs consumer can stop without a word, so a watchdog compares what is waiting
 * with what was taken, and begins anew when nothing moves.
 */
export class EventConsumer {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private consumer: Consumer | undefined;

  constructor(private readonly options: EventConsumerOptions) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.consumer?.disconnect().catch(() => undefined);
    await this.running;
  }

  /** Messages that wait to be taken; rejects when the broker is away. */
  async lag(): Promise<number> {
    const { kafka, inbox, topics } = this.options;
    return (await new ConsumerProgress(kafka, inbox.consumer, topics).read()).lag;
  }

  private get stopped(): boolean {
    return this.stopping.signal.aborted;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.consumeUntilStuck();
      } catch (error) {
        if (this.stopped) return;
        this.options.logger.warn({ err: error }, 'the consumer stopped and will begin anew');
      }
      await this.pause(1_000);
    }
  }

  private async consumeUntilStuck(): Promise<void> {
    const { kafka, inbox, topics } = this.options;
    const consumer = kafka.consumer({
      groupId: inbox.consumer,
      sessionTimeout: 15_000,
      heartbeatInterval: 3_000,
      maxWaitTimeInMs: 500,
      // Beginning anew is the watchdog's: kafkajs must not do it behind its back.
      retry: { retries: 5, restartOnFailure: () => Promise.resolve(false) },
    });
    this.consumer = consumer;
    let crashed: Error | undefined;
    consumer.on(consumer.events.CRASH, ({ payload }) => void (crashed = payload.error));
    try {
      await consumer.connect();
      await consumer.subscribe({ topics, fromBeginning: true });
      await consumer.run({ eachBatchAutoResolve: false, eachBatch: (batch) => this.takeBatch(batch) });
      await this.watch(() => crashed);
    } finally {
      await consumer.disconnect().catch(() => undefined);
    }
  }

  private async takeBatch({
    batch,
    resolveOffset,
    heartbeat,
    commitOffsetsIfNecessary,
    isRunning,
  }: EachBatchPayload): Promise<void> {
    const size = 500;
    for (let from = 0; from < batch.messages.length && isRunning(); from += size) {
      const part = batch.messages.slice(from, from + size);
      await this.options.inbox.take(
        part.map((message) => ({
          topic: batch.topic,
          partition: batch.partition,
          offset: message.offset,
          value: message.value?.toString('utf8') ?? '',
        })),
      );
      resolveOffset(part.at(-1)!.offset);
      await commitOffsetsIfNecessary();
      await heartbeat();
    }
  }

  /** Returns when the consumer should stop; throws when it crashed or is stuck. */
  private async watch(crashed: () => Error | undefined): Promise<void> {
    const { kafka, inbox, topics, stuckAfter = 60_000 } = this.options;
    const progress = new ConsumerProgress(kafka, inbox.consumer, topics);
    let movedAt = Date.now();
    let committed = '';
    let nextLook = Date.now() + stuckAfter / 4;
    while (!this.stopped) {
      await this.pause(250);
      const crash = crashed();
      if (crash) throw crash;
      if (Date.now() < nextLook) continue;
      nextLook = Date.now() + stuckAfter / 4;
      const now = await progress.read();
      if (now.lag === 0 || now.committed !== committed) movedAt = Date.now();
      committed = now.committed;
      if (Date.now() - movedAt > stuckAfter)
        throw new Error(`no progress for ${stuckAfter} ms while ${now.lag} messages wait`);
    }
  }

  private pause(milliseconds: number): Promise<void> {
    return pause(milliseconds, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
