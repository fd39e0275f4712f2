import { DatabaseModule } from '@jingzhun/database';
import { OutboxModule } from '@jingzhun/outbox';
import { InternalModule, SubgraphModule, UploadModule } from '@jingzhun/subgraph';
import { CaseSink, temporalClient } from '@jingzhun/temporal';
import { Module, type DynamicModule } from '@nestjs/common';
import { join } from 'node:path';
import { AreaModule } from './area/area.module';
import { AuditModule } from './audit/audit.module';
import { CampaignModule } from './campaign/campaign.module';
import { ChangeRequestModule } from './change-request/change-request.module';
import { CountyImportModule } from './county-import/county-import.module';
import { dataSource } from './data-source';
import { DoubleEntryModule } from './double-entry/double-entry.module';
import { DuplicateDecisionModule } from './duplicate/duplicate-decision.module';
import { EntryModule } from './entry/entry.module';
import { EntryWorkbookModule } from './entry-workbook/entry-workbook.module';
import type { Env } from './env';
import { ExportModule } from './export/export.module';
import { HamletModule } from './hamlet/hamlet.module';
import { HouseholdCardModule } from './household-card/household-card.module';
import { HouseholdModule } from './household/household.module';
import { IdentityNumberModule } from './identity-number/identity-number.module';
import { LookBackModule } from './look-back/look-back.module';
import { LeadModule } from './lead/lead.module';
import { MachineModule } from './machine/machine.module';
import { MeetingModule } from './meeting/meeting.module';
import { ObservationModule } from './observation/observation.module';
import { ObjectionModule } from './objection/objection.module';
import { ProfileMigrationModule } from './profile-migration/profile-migration.module';
import { ProfileModule } from './profile/profile.module';
import { PrintModule } from './print/print.module';
import { PublicityModule } from './publicity/publicity.module';
import { ScoreLineModule } from './score-line/score-line.module';
import { ScoreSheetModule } from './score-sheet/score-sheet.module';
import { SittingModule } from './sitting/sitting.module';
import { StoredFileModule } from './stored-file/stored-file.module';
import { VetoModule } from './veto/veto.module';
import { VisitModule } from './visit/visit.module';

@Module({})
export class AppModule {
  static forRoot(env: Env): DynamicModule {
    const temporal = temporalClient({ address: env.TEMPORAL_ADDRESS, namespace: env.TEMPORAL_NAMESPACE });
    const uploads = UploadModule.forRoot({ folder: env.FILES_FOLDER, roles: ['administrator', 'entryClerk'] });
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
        ChangeRequestModule,
        CountyImportModule.forRoot({ uploads }),
        DoubleEntryModule,
        DuplicateDecisionModule,
        EntryModule,
        EntryWorkbookModule.forRoot({ folder: env.FILES_FOLDER, uploads }),
        ExportModule.forRoot({ folder: env.FILES_FOLDER }),
        HamletModule,
        HouseholdCardModule,
        HouseholdModule,
        IdentityNumberModule.forRoot({ fields: env.FIELD_ENCRYPTION_KEYS, index: env.BLIND_INDEX_KEYS }),
        LookBackModule,
        LeadModule.forRoot({ uploads }),
        MachineModule,
        MeetingModule,
        ObservationModule,
        ObjectionModule,
        ProfileMigrationModule,
        ProfileModule,
        PrintModule,
        PublicityModule,
        ScoreLineModule,
        ScoreSheetModule,
        SittingModule,
        StoredFileModule.forRoot({ folder: env.FILES_FOLDER, hours: env.UNATTACHED_FILE_HOURS }),
        VetoModule,
        VisitModule,
      ],
    };
  }
}
