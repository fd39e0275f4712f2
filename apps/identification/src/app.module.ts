import { DatabaseModule } from '@jingzhun/database';
import { OutboxModule } from '@jingzhun/outbox';
import { InternalModule, SubgraphModule } from '@jingzhun/subgraph';
import { CaseSink, temporalClient } from '@jingzhun/temporal';
import { Module, type DynamicModule } from '@nestjs/common';
import { join } from 'node:path';
import { AreaModule } from './area/area.module';
import { CampaignModule } from './campaign/campaign.module';
import { ChangeRequestModule } from './change-request/change-request.module';
import { CountyImportModule } from './county-import/county-import.module';
import { dataSource } from './data-source';
import { DuplicateDecisionModule } from './duplicate/duplicate-decision.module';
import { EntryModule } from './entry/entry.module';
import type { Env } from './env';
import { HamletModule } from './hamlet/hamlet.module';
import { HouseholdModule } from './household/household.module';
import { IdentityNumberModule } from './identity-number/identity-number.module';
import { MachineModule } from './machine/machine.module';
import { PublicityModule } from './publicity/publicity.module';
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
        CampaignModule,
        ChangeRequestModule,
        CountyImportModule.forRoot({ folder: env.FILES_FOLDER }),
        DuplicateDecisionModule,
        EntryModule,
        HamletModule,
        HouseholdModule,
        IdentityNumberModule.forRoot({ fields: env.FIELD_ENCRYPTION_KEYS, index: env.BLIND_INDEX_KEYS }),
        MachineModule,
        PublicityModule,
        ScoreSheetModule,
        SittingModule,
        VisitModule,
      ],
    };
  }
}
