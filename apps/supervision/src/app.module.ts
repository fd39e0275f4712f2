import { join } from 'node:path';
import { DatabaseModule } from '@jingzhun/database';
import { systemClock, type Clock } from '@jingzhun/kernel';
import { ConsumerModule, OutboxModule } from '@jingzhun/outbox';
import { InternalModule, SubgraphModule } from '@jingzhun/subgraph';
import { CaseSink, temporalClient } from '@jingzhun/temporal';
import { Module, type DynamicModule } from '@nestjs/common';
import { BoardModule } from './board/board.module';
import { ClockModule } from './clock/clock.module';
import { dataSource } from './data-source';
import { DeadlineModule } from './deadline/deadline.module';
import { DutyModule } from './duty/duty.module';
import type { Env } from './env';
import { ExtensionModule } from './extension/extension.module';
import { OnAssignmentChanged } from './reactions/on-assignment-changed';
import { OnHouseholdMoved } from './reactions/on-household-moved';
import { OnNoticePosted } from './reactions/on-notice-posted';
import { OnStageCompleted } from './reactions/on-stage-completed';
import { OnStageOpened } from './reactions/on-stage-opened';
import { TimeModule } from './time.module';

/** What answers questions and calls. */
@Module({ imports: [BoardModule, ClockModule, DeadlineModule, DutyModule, ExtensionModule] })
export class AnsweringModule {
  static forRoot(
    env: Pick<Env, 'DATABASE_URL' | 'GATEWAY_SIGNING_KEY' | 'WORKER_SIGNING_KEY'>,
    time: Clock = systemClock,
  ): DynamicModule {
    return {
      module: AnsweringModule,
      imports: [
        TimeModule.forRoot(time),
        DatabaseModule.forRoot(dataSource(env.DATABASE_URL)),
        SubgraphModule.forRoot({
          name: 'supervision',
          typePaths: [join(__dirname, '**/*.graphql')],
          signingKey: env.GATEWAY_SIGNING_KEY,
        }),
        InternalModule.forRoot({ signingKey: env.WORKER_SIGNING_KEY }),
      ],
    };
  }
}

/** The whole service: what answers, what delivers, and what listens. */
@Module({})
export class AppModule {
  static forRoot(env: Env): DynamicModule {
    const brokers = env.KAFKA_BROKERS;
    const temporal = temporalClient({ address: env.TEMPORAL_ADDRESS, namespace: env.TEMPORAL_NAMESPACE });
    return {
      module: AppModule,
      imports: [
        AnsweringModule.forRoot(env),
        OutboxModule.forRoot({
          service: 'supervision',
          url: env.DATABASE_URL,
          brokers,
          sink: new CaseSink(temporal),
        }),
        ConsumerModule.forRoot({
          consumer: 'supervision',
          brokers,
          topics: ['identification', 'organization'],
          imports: [ClockModule, DutyModule],
          reactions: [OnStageOpened, OnNoticePosted, OnStageCompleted, OnAssignmentChanged, OnHouseholdMoved],
        }),
      ],
    };
  }
}
