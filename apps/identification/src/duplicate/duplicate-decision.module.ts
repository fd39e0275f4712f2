import { Module } from '@nestjs/common';
import { ChangeRequestModule } from '../change-request/change-request.module';
import { HouseholdModule } from '../household/household.module';
import { DuplicateModule } from './duplicate.module';
import { DuplicateQueries } from './duplicate.queries';
import { DuplicateResolver } from './duplicate.resolver';
import { DuplicateService } from './duplicate.service';

/** What people say about leads; it asks for changes of the register, which in their turn find and settle leads. */
@Module({
  imports: [ChangeRequestModule, DuplicateModule, HouseholdModule],
  providers: [DuplicateQueries, DuplicateResolver, DuplicateService],
})
export class DuplicateDecisionModule {}
