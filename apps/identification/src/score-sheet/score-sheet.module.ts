import { Module } from '@nestjs/common';
import { CaseModule } from '../case/case.module';
import { HouseholdModule } from '../household/household.module';
import { ObservationModule } from '../observation/observation.module';
import { ScoreSheetQueries } from './score-sheet.queries';
import { ScoreSheetRepository } from './score-sheet.repository';
import { ScoreSheetResolver } from './score-sheet.resolver';
import { ScoreSheetService } from './score-sheet.service';
import { SheetCorrections } from './sheet-corrections';

@Module({
  imports: [CaseModule, HouseholdModule, ObservationModule],
  providers: [ScoreSheetQueries, ScoreSheetRepository, ScoreSheetResolver, ScoreSheetService, SheetCorrections],
  exports: [ScoreSheetRepository, SheetCorrections],
})
export class ScoreSheetModule {}
