import { join } from 'node:path';
import { DatabaseModule } from '@jingzhun/database';
import { systemClock, type Clock } from '@jingzhun/kernel';
import { OutboxModule } from '@jingzhun/outbox';
import { SubgraphModule } from '@jingzhun/subgraph';
import { Module, type DynamicModule } from '@nestjs/common';
import { AccountModule } from './account/account.module';
import { FirstAdministratorModule } from './account/first-administrator.module';
import { AssignmentModule } from './assignment/assignment.module';
import { ClockModule } from './clock.module';
import { dataSource } from './data-source';
import type { Env } from './env';
import { PersonModule } from './person/person.module';
import { SessionModule } from './session/session.module';
import { StaffImportModule } from './staff-import/staff-import.module';
import { TeamModule } from './team/team.module';

@Module({})
export class AppModule {
  /** `clock` is set by hand in specs. */
  static forRoot(env: Env, clock: Clock = systemClock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ClockModule.forRoot(clock),
        DatabaseModule.forRoot(dataSource(env.DATABASE_URL)),
        SubgraphModule.forRoot({
          name: 'organization',
          typePaths: [join(__dirname, '**/*.graphql')],
          signingKey: env.GATEWAY_SIGNING_KEY,
        }),
        OutboxModule.forRoot({ service: 'organization', url: env.DATABASE_URL, brokers: env.KAFKA_BROKERS }),
        PersonModule,
        TeamModule,
        AssignmentModule,
        AccountModule,
        FirstAdministratorModule.forRoot({ login: env.ADMIN_LOGIN, activationCode: env.ADMIN_ACTIVATION_CODE }),
        SessionModule.forRoot(env.ACCESS_TOKEN_PRIVATE_KEY),
        StaffImportModule.forRoot(env.FILES_FOLDER),
      ],
    };
  }
}
