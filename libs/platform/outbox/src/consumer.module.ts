import { Database } from '@jingzhun/database';
import { LOGGER, type Logger } from '@jingzhun/observability';
import {
  Inject,
  Module,
  type DynamicModule,
  type ModuleMetadata,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type Type,
} from '@nestjs/common';
import { EventConsumer } from './event-consumer';
import { Inbox } from './inbox';
import { kafkaClient } from './kafka';
import { inboxMetrics } from './outbox-metrics';
import type { Reaction } from './reaction';

export interface ConsumerOptions {
  /** Name of the consumer: what Kafka and the inbox know it by. One service is one consumer. */
  consumer: string;
  brokers: string[];
  /** The owners whose events it reads. */
  topics: string[];
  imports?: ModuleMetadata['imports'];
  /** Injectable reactions; this module makes them. */
  reactions: Type<Reaction>[];
}

const OPTIONS = Symbol('consumer options');
const REACTIONS = Symbol('reactions');

/** Reads other services' events beside the service, one reaction per kind of event. */
@Module({})
export class ConsumerModule implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly events: EventConsumer;

  constructor(
    @Inject(OPTIONS) private readonly options: ConsumerOptions,
    @Inject(REACTIONS) reactions: Reaction[],
    @Inject(Database) private readonly database: Database,
    @Inject(LOGGER) logger: Logger,
  ) {
    const { consumer, brokers, topics } = options;
    this.events = new EventConsumer({
      kafka: kafkaClient({ clientId: consumer, brokers, logger }),
      topics,
      inbox: new Inbox(database, consumer, reactions),
      logger,
    });
  }

  static forRoot(options: ConsumerOptions): DynamicModule {
    return {
      module: ConsumerModule,
      imports: options.imports ?? [],
      providers: [
        ...options.reactions,
        { provide: OPTIONS, useValue: options },
        { provide: REACTIONS, useFactory: (...reactions: Reaction[]) => reactions, inject: options.reactions },
      ],
    };
  }

  onApplicationBootstrap(): void {
    inboxMetrics(this.database.dataSource, this.options.consumer);
    this.events.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.events.stop();
  }
}
