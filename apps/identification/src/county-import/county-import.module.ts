import { Module, type DynamicModule } from '@nestjs/common';
import { CampaignModule } from '../campaign/campaign.module';
import { DuplicateModule } from '../duplicate/duplicate.module';
import { CountyImportRuns } from './county-import-runs';
import { CountyImportRepository } from './county-import.repository';
import { CountyImportResolver } from './county-import.resolver';
import { CountyImportService } from './county-import.service';
import { CountyReading } from './county-reading';

@Module({})
export class CountyImportModule {
  /** `uploads` is the module that takes files in. */
  static forRoot({ uploads }: { uploads: DynamicModule }): DynamicModule {
    return {
      module: CountyImportModule,
      imports: [CampaignModule, DuplicateModule, uploads],
      providers: [CountyImportRepository, CountyImportResolver, CountyImportRuns, CountyImportService, CountyReading],
    };
  }
}
