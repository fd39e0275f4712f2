import { Module, type DynamicModule } from '@nestjs/common';
import { CampaignModule } from '../campaign/campaign.module';
import { CountyImportRepository } from './county-import.repository';
import { CountyImportResolver } from './county-import.resolver';
import { CountyImportService } from './county-import.service';

@Module({})
export class CountyImportModule {
  /** `uploads` is the module that takes files in. */
  static forRoot({ uploads }: { uploads: DynamicModule }): DynamicModule {
    return {
      module: CountyImportModule,
      imports: [CampaignModule, uploads],
      providers: [CountyImportRepository, CountyImportResolver, CountyImportService],
    };
  }
}
