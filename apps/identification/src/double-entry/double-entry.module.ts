import { Module } from '@nestjs/common';
import { CampaignModule } from '../campaign/campaign.module';
import { CaseModule } from '../case/case.module';
import { HouseholdModule } from '../household/household.module';
import { ScoreSheetModule } from '../score-sheet/score-sheet.module';
import { VetoModule } from '../veto/veto.module';
import { DoubleEntryQueries } from './double-entry.queries';
import { DoubleEntryRepository } from './double-entry.repository';
import { DoubleEntryResolver } from './double-entry.resolver';
import { DoubleEntryService } from './double-entry.service';
import { EntryCorrectionsResolver } from './entry-corrections.resolver';
import { EntrySettlementService } from './entry-settlement.service';
import { HouseholdEntryResolver } from './household-entry.resolver';

@Module({
  imports: [CampaignModule, CaseModule, HouseholdModule, ScoreSheetModule, VetoModule],
  providers: [
    DoubleEntryQueries,
    DoubleEntryRepository,
    DoubleEntryResolver,
    DoubleEntryService,
    EntryCorrectionsResolver,
    EntrySettlementService,
    HouseholdEntryResolver,
  ],
})
export class DoubleEntryModule {}
