import { Uploads } from '@jingzhun/subgraph';
import { Module, type DynamicModule } from '@nestjs/common';
import { join } from 'node:path';
import { CampaignModule } from '../campaign/campaign.module';
import { EntryModule } from '../entry/entry.module';
import { EntryImportRun } from './entry-import-run';
import { EntryImportService } from './entry-import.service';
import { EntryStagingRepository } from './entry-staging.repository';
import { EntryWorkbookFiles } from './entry-workbook-files';
import { EntryWorkbookExport } from './entry-workbook.export';
import { EntryWorkbookRepository } from './entry-workbook.repository';
import { EntryWorkbookResolver } from './entry-workbook.resolver';

@Module({})
export class EntryWorkbookModule {
  /** `uploads` is the module that takes files in; clerks must be among those it takes them from. */
  static forRoot({ folder, uploads }: { folder: string; uploads: DynamicModule }): DynamicModule {
    return {
      module: EntryWorkbookModule,
      imports: [CampaignModule, EntryModule, uploads],
      providers: [
        EntryImportRun,
        EntryImportService,
        EntryStagingRepository,
        EntryWorkbookExport,
        EntryWorkbookRepository,
        EntryWorkbookResolver,
        {
          provide: EntryWorkbookFiles,
          inject: [Uploads],
          useFactory: (given: Uploads) => new EntryWorkbookFiles(join(folder, 'workbooks'), given),
        },
      ],
    };
  }
}
