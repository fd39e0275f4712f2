import { Module } from '@nestjs/common';
import { DuplicateModule } from '../duplicate/duplicate.module';
import { HouseholdModule } from '../household/household.module';
import { AreaMergerService } from './area-merger.service';
import { AreaQueries } from './area.queries';
import { AreaRepository } from './area.repository';
import { AreaResolver } from './area.resolver';

@Module({
  imports: [DuplicateModule, HouseholdModule],
  providers: [AreaMergerService, AreaQueries, AreaRepository, AreaResolver],
  exports: [AreaQueries, AreaRepository],
})
export class AreaModule {}
