import { Database } from '@jingzhun/database';
import { LOGGER, type Logger } from '@jingzhun/observability';
import {
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { CommandChannel, type CommandSink } from './command-channel';
import { EventChannel } from './event-channel';
import { kafkaClient } from './kafka';
import { KafkaPublisher } from './kafka-publisher';
import { outboxMetrics } from './outbox-metrics';
import { Relay } from './relay';

export interface OutboxOptions {
  /** Name of the service, as Kafka shall know it. */
  service: string;
  /** Address of the service's database; the relay keeps connections of its own. */
  url: string;
  brokers: string[];
  /** Where commands go; absent in a service that writes none. */
  sink?: CommandSink;
  /** Deliveries to workflows under way at once. */
  concurrency?: number;
}

const OPTIONS = Symbol('outbox options');

/** Runs the relay of a service beside it. */
@Module({})
export class OutboxModule implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly relays: Relay[] = [];
  private readonly publisher: KafkaPublisher;

  constructor(
    @Inject(OPTIONS) private readonly options: OutboxOptions,
    @Inject(Database) private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.publisher = new KafkaPublisher(kafkaClient({ clientId: options.service, brokers: options.brokers, logger }));
  }

  static forRoot(options: OutboxOptions): DynamicModule {
    return { module: OutboxModule, providers: [{ provide: OPTIONS, useValue: options }] };
  }

  onApplicationBootstrap(): void {
    const { dataSource } = this.database;
    outboxMetrics(dataSource);
    this.relays.push(new Relay(this.options.url, new EventChannel(dataSource, this.publisher), this.logger));
    if (this.options.sink) this.relays.push(this.commandRelay(this.options.sink));
    for (const relay of this.relays) relay.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.relays.map((relay) => relay.stop()));
    await this.publisher.close();
    await this.options.sink?.close?.();
  }

  private commandRelay(sink: CommandSink): Relay {
    const channel = new CommandChannel(this.database.dataSource, sink, {
      concurrency: this.options.concurrency ?? 20,
      onFailure: (workflowId, failures, error) => {
        if (failures === 1 || failures % 20 === 0)
          this.logger.warn(
            { err: error, caseId: workflowId, failures },
            'a command could not be delivered and will be tried again',
          );
      },
    });
    return new Relay(this.options.url, channel, this.logger);
  }
}
