import { Global, Module, type DynamicModule } from '@nestjs/common';
import { join } from 'node:path';
import { CampaignModule } from '../campaign/campaign.module';
import { ProfileModule } from '../profile/profile.module';
import { ScoreLineModule } from '../score-line/score-line.module';
import { AssessmentsExport } from './assessments.export';
import { AssessmentQueries } from './assessments.queries';
import { ExportCleanUp } from './export-clean-up';
import { ExportFiles } from './export-files';
import { ExportRecordQueries } from './export-record.queries';
import { ExportRecordResolver } from './export-record.resolver';
import { ExportRepository } from './export.repository';
import { ExportResolver } from './export.resolver';
import { ExportService } from './export.service';
import { ExportsController } from './exports.controller';
import { PoorHouseholdsExport } from './poor-households.export';
import { NamedPoorHouseholdQueries } from './poor-households.queries';
import { RegisterExport, RegisterInFullExport } from './register.export';
import { RegisterQueries } from './register.queries';
import { ScoreLineTableExport } from './score-line-table.export';
import { ScoreLineTableResolver } from './score-line-table.resolver';

/** Global, because a subject with an export of its own starts it here. */
@Global()
@Module({})
export class ExportModule {
  /** `folder` is FILES_FOLDER. */
  static forRoot({ folder }: { folder: string }): DynamicModule {
    return {
      module: ExportModule,
      imports: [CampaignModule, ProfileModule, ScoreLineModule],
      controllers: [ExportsController],
      providers: [
        AssessmentQueries,
        AssessmentsExport,
        ExportCleanUp,
        ExportRecordQueries,
        ExportRecordResolver,
        ExportRepository,
        ExportResolver,
        ExportService,
        NamedPoorHouseholdQueries,
        PoorHouseholdsExport,
        RegisterExport,
        RegisterInFullExport,
        RegisterQueries,
        ScoreLineTableExport,
        ScoreLineTableResolver,
        { provide: ExportFiles, useFactory: () => new ExportFiles(join(folder, 'exports')) },
      ],
      exports: [ExportService],
    };
  }
}
