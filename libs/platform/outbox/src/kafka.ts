import type { Logger } from '@jingzhun/observability';
import { Kafka, logLevel, type ISocketFactory } from 'kafkajs';
import { quietRequestQueue } from './quiet-request-queue';

export interface KafkaClientOptions {
  clientId: string;
  brokers: string[];
  logger: Logger;
  /** How connections are made, when not in the ordinary way. */
  sockets?: ISocketFactory;
}

/** A Kafka client whose own messages go to our log; the seconds in which a broker elects its coordinator are not errors. */
export function kafkaClient(options: KafkaClientOptions): Kafka {
  quietRequestQueue();
  return new Kafka({
    clientId: options.clientId,
    brokers: options.brokers,
    ...(options.sockets ? { socketFactory: options.sockets } : {}),
    logLevel: logLevel.WARN,
    // The relay and the consumer try again for ever themselves; a short breath here keeps them quick to stop.
    connectionTimeout: 2_000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 3 },
    logCreator:
      () =>
      ({ level, log }) => {
        const write = level === logLevel.ERROR ? 'warn' : 'debug';
        options.logger[write](
          { kafka: { broker: log['broker'] as unknown, groupId: log['groupId'] as unknown } },
          log.message,
        );
      },
  });
}
