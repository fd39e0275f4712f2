import { StoredFilesModule } from '@jingzhun/subgraph';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { OrphanFiles } from './orphan-files';
import { OrphanFilesJob, unattachedFileHours } from './orphan-files.job';
import { StoredFileController } from './stored-file.controller';
import { StoredFileRepository } from './stored-file.repository';
import { StoredFileResolver } from './stored-file.resolver';
import { StoredFileService } from './stored-file.service';

/** Global, because every subject that records something may attach evidence to it. */
@Global()
@Module({})
export class StoredFileModule {
  /** `folder` is FILES_FOLDER, `hours` UNATTACHED_FILE_HOURS. */
  static forRoot({ folder, hours }: { folder: string; hours: number }): DynamicModule {
    return {
      module: StoredFileModule,
      imports: [StoredFilesModule.forRoot({ folder, path: '/files/:kind' })],
      controllers: [StoredFileController],
      providers: [
        OrphanFiles,
        OrphanFilesJob,
        StoredFileRepository,
        StoredFileResolver,
        StoredFileService,
        { provide: unattachedFileHours, useValue: hours },
      ],
      exports: [StoredFileService],
    };
  }
}
