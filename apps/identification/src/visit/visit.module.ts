import { Module } from '@nestjs/common';
import { CaseModule } from '../case/case.module';
import { HouseholdModule } from '../household/household.module';
import { ObservationModule } from '../observation/observation.module';
import { ScoreSheetModule } from '../score-sheet/score-sheet.module';
import { LateVisitResolver } from './late-visit.resolver';
import { LateVisitService } from './late-visit.service';
import { VisitQueries } from './visit.queries';
import { VisitRepository } from './visit.repository';
import { VisitResolver } from './visit.resolver';
import { VisitService } from './visit.service';

@Module({
  imports: [CaseModule, HouseholdModule, ObservationModule, ScoreSheetModule],
  providers: [LateVisitResolver, LateVisitService, VisitQueries, VisitRepository, VisitResolver, VisitService],
})
export class VisitModule {}
