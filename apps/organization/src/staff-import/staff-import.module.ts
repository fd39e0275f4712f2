import { UploadModule } from '@jingzhun/subgraph';
import { Module, type DynamicModule } from '@nestjs/common';
import { StaffImportRepository } from './staff-import.repository';
import { StaffImportResolver } from './staff-import.resolver';
import { StaffImportRunner } from './staff-import.runner';
import { StaffImportService } from './staff-import.service';

const largestFile = 16 * 1024 * 1024;

@Module({ providers: [StaffImportRepository, StaffImportResolver, StaffImportRunner, StaffImportService] })
export class StaffImportModule {
  /** `folder` is FILES_FOLDER. */
  static forRoot(folder: string): DynamicModule {
    const uploads = UploadModule.forRoot({ folder, roles: ['administrator'], maximumBytes: largestFile });
    return { module: StaffImportModule, imports: [uploads] };
  }
}
