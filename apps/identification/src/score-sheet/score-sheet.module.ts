import { Module } from '@nestjs/common';
import { CaseModule } from '../case/case.module';
import { HouseholdModule } from '../household/household.module';
import { ScoreSheetRepository } from './score-sheet.repository';
import { ScoreSheetResolver } from './score-sheet.resolver';
import { ScoreSheetService } from './score-sheet.service';

@Module({
  imports: [CaseModule, HouseholdModule],
  providers: [ScoreSheetRepository, ScoreSheetResolver, ScoreSheetService],
  exports: [ScoreSheetRepository],
})
export class ScoreSheetModule {}
