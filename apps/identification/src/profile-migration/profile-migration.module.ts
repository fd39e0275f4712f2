import { Module } from '@nestjs/common';
import { CaseModule } from '../case/case.module';
import { ProfileMigrationRepository } from './profile-migration.repository';
import { ProfileMigrationResolver } from './profile-migration.resolver';
import { ProfileMigrationService } from './profile-migration.service';

@Module({
  imports: [CaseModule],
  providers: [ProfileMigrationRepository, ProfileMigrationResolver, ProfileMigrationService],
})
export class ProfileMigrationModule {}
