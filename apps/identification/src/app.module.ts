import { DatabaseModule } from '@jingzhun/database';
import { OutboxModule } from '@jingzhun/outbox';
import { InternalModule, SubgraphModule } from '@jingzhun/subgraph';
import { CaseSink, temporalClient } from '@jingzhun/temporal';
import { Module, type DynamicModule } from '@nestjs/common';
import { join } from 'node:path';
import { AreaModule } from './area/area.module';
import { AuditModule } from './audit/audit.module';
import { CampaignModule } from './campaign/campaign.module';
import { CountyImportModule } from './county-import/county-import.module';
import { dataSource } from './data-source';
import { EntryModule } from './entry/entry.module';
import type { Env } from './env';
import { HouseholdModule } from './household/household.module';
import { MachineModule } from './machine/machine.module';
import { ObjectionModule } from './objection/objection.module';
import { ProfileMigrationModule } from './profile-migration/profile-migration.module';
import { ProfileModule } from './profile/profile.module';
import { PublicityModule } from './publicity/publicity.module';
import { ScoreLineModule } from './score-line/score-line.module';
import { ScoreSheetModule } from './score-sheet/score-sheet.module';
import { SittingModule } from './sitting/sitting.module';
import { VisitModule } from './visit/visit.module';

@Module({})
export class AppModule {
  static forRoot(env: Env): DynamicModule {
    const temporal = temporalClient({ address: env.TEMPORAL_ADDRESS, namespace: env.TEMPORAL_NAMESPACE });
    return {
      module: AppModule,
      imports: [
        DatabaseModule.forRoot(dataSource(env.DATABASE_URL)),
        OutboxModule.forRoot({
          service: 'identification',
          url: env.DATABASE_URL,
          brokers: env.KAFKA_BROKERS,
          sink: new CaseSink(temporal),
        }),
        SubgraphModule.forRoot({
          name: 'identification',
          typePaths: [join(__dirname, '**/*.graphql')],
          signingKey: env.GATEWAY_SIGNING_KEY,
        }),
        InternalModule.forRoot({ signingKey: env.WORKER_SIGNING_KEY }),
        AreaModule,
        AuditModule,
        CampaignModule,
        CountyImportModule.forRoot({ folder: env.FILES_FOLDER }),
        EntryModule,
        HouseholdModule,
        MachineModule,
        ObjectionModule,
        ProfileMigrationModule,
        ProfileModule,
        PublicityModule,
        ScoreLineModule,
        ScoreSheetModule,
        SittingModule,
        VisitModule,
      ],
    };
  }
}
