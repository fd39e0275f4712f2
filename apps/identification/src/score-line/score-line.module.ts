import { Module } from '@nestjs/common';
import { CampaignModule } from '../campaign/campaign.module';
import { CaseModule } from '../case/case.module';
import { AnnouncementService } from './announcement.service';
import { PoorHouseholdQueries } from './poor-household.queries';
import { ScoreLineRepository } from './score-line.repository';
import { ScoreLineResolver } from './score-line.resolver';
import { ScoreLineService } from './score-line.service';

@Module({
  imports: [CampaignModule, CaseModule],
  providers: [AnnouncementService, PoorHouseholdQueries, ScoreLineRepository, ScoreLineResolver, ScoreLineService],
  exports: [PoorHouseholdQueries, ScoreLineRepository],
})
export class ScoreLineModule {}
