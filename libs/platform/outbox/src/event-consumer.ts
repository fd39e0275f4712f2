import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@jingzhun/observability';
import type { EachBatchPayload, Kafka } from 'kafkajs';
import type { Inbox } from './inbox';
import { ConsumerProgress } from './consumer-progress';
import { ProgressWatch } from './progress-watch';

export interface EventConsumerOptions {
  kafka: Kafka;
  topics: string[];
  inbox: Inbox;
  logger: Logger;
  /** How long, in milliseconds, messages may wait without progress before the consumer is begun anew. */
  stuckAfter?: number;
}

/** How long, in milliseconds, a consumer may take to leave; one that hangs in the middle of its work is left behind. */
const leavePatience = 10_000;

/** Messages that are stored together, and committed. */
const part = 500;

/**
 * Reads topics into an inbox, for ever. A kafkajs consumer can stop without a word, so a watchdog compares what is waiting
 * with what was taken, and begins anew when nothing moves.
 */
export class EventConsumer {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(private readonly options: EventConsumerOptions) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Messages that wait to be taken; rejects when the broker is away. */
  async lag(): Promise<number> {
    const { kafka, inbox, topics } = this.options;
    const partitions = await new ConsumerProgress(kafka, inbox.consumer, topics).read();
    return partitions.reduce((lag, { waiting }) => lag + waiting, 0);
  }

  private get stopped(): boolean {
    return this.stopping.signal.aborted;
  }

  private async run(): Promise<void> {
    const { logger } = this.options;
    let failures = 0;
    const healthy = (): void => {
      if (failures > 0) logger.info({ failures }, 'the consumer goes on');
      failures = 0;
    };
    while (!this.stopped) {
      try {
        await this.consumeUntilStuck(healthy);
      } catch (error) {
        if (this.stopped) return;
        failures += 1;
        if (failures === 1 || failures % 20 === 0)
          logger.warn({ err: error, failures }, 'the consumer stopped and will begin anew, as often as needed');
      }
      await this.pause(1_000);
    }
  }

  private async consumeUntilStuck(healthy: () => void): Promise<void> {
    const { kafka, inbox, topics } = this.options;
    const consumer = kafka.consumer({
      groupId: inbox.consumer,
      sessionTimeout: 15_000,
      heartbeatInterval: 3_000,
      maxWaitTimeInMs: 500,
      // Beginning anew is the watchdog's: kafkajs must not do it behind its back.
      retry: { retries: 5, restartOnFailure: () => Promise.resolve(false) },
    });
    let crashed: Error | undefined;
    consumer.on(consumer.events.CRASH, ({ payload }) => void (crashed = payload.error));
    try {
      await consumer.connect();
      await consumer.subscribe({ topics, fromBeginning: true });
      await consumer.run({ eachBatchAutoResolve: false, eachBatch: (batch) => this.takeBatch(batch) });
      await this.watch(() => crashed, healthy);
    } finally {
      await Promise.race([
        consumer.disconnect().catch(() => undefined),
        pause(leavePatience, undefined, { ref: false }),
      ]);
    }
  }

  private async takeBatch(payload: EachBatchPayload): Promise<void> {
    const { batch, resolveOffset, uncommittedOffsets, commitOffsetsIfNecessary, heartbeat, isRunning } = payload;
    const messages = batch.messages.map((message) => ({
      topic: batch.topic,
      partition: batch.partition,
      offset: message.offset,
      value: message.value?.toString('utf8') ?? '',
    }));
    for (let from = 0; from < messages.length && isRunning(); from += part) {
      const together = messages.slice(from, from + part);
      await this.options.inbox.take(together);
      resolveOffset(together.at(-1)!.offset);
      await commitOffsetsIfNecessary(uncommittedOffsets());
      await heartbeat();
    }
  }

  /** Returns when the consumer should stop; throws when it crashed or is stuck. */
  private async watch(crashed: () => Error | undefined, healthy: () => void): Promise<void> {
    const { kafka, inbox, topics, stuckAfter = 60_000 } = this.options;
    const progress = new ConsumerProgress(kafka, inbox.consumer, topics);
    const watch = new ProgressWatch(stuckAfter);
    let nextLook = 0;
    while (!this.stopped) {
      await this.pause(250);
      const crash = crashed();
      if (crash) throw crash;
      if (Date.now() < nextLook) continue;
      nextLook = Date.now() + stuckAfter / 4;
      if (watch.look(await progress.read(), Date.now())) healthy();
    }
  }

  private pause(milliseconds: number): Promise<void> {
    return pause(milliseconds, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
