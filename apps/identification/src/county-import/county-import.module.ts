import { UploadModule } from '@jingzhun/subgraph';
import { Module, type DynamicModule } from '@nestjs/common';
import { CampaignModule } from '../campaign/campaign.module';
import { CountyImportRepository } from './county-import.repository';
import { CountyImportResolver } from './county-import.resolver';
import { CountyImportService } from './county-import.service';

@Module({})
export class CountyImportModule {
  static forRoot({ folder }: { folder: string }): DynamicModule {
    return {
      module: CountyImportModule,
      imports: [CampaignModule, UploadModule.forRoot({ folder, roles: ['administrator'] })],
      providers: [CountyImportRepository, CountyImportResolver, CountyImportService],
    };
  }
}
