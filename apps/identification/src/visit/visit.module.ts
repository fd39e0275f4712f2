import { Module } from '@nestjs/common';
import { CaseModule } from '../case/case.module';
import { HouseholdModule } from '../household/household.module';
import { VisitRepository } from './visit.repository';
import { VisitResolver } from './visit.resolver';
import { VisitService } from './visit.service';

@Module({
  imports: [CaseModule, HouseholdModule],
  providers: [VisitRepository, VisitResolver, VisitService],
})
export class VisitModule {}
