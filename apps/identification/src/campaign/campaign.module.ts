import { Module } from '@nestjs/common';
import { CaseModule } from '../case/case.module';
import { CampaignRepository } from './campaign.repository';
import { CampaignResolver } from './campaign.resolver';
import { CampaignService } from './campaign.service';
import { ProgressQueries } from './progress.queries';
import { RunningCampaign } from './running-campaign';

@Module({
  imports: [CaseModule],
  providers: [CampaignRepository, CampaignResolver, CampaignService, ProgressQueries, RunningCampaign],
  exports: [CampaignRepository, RunningCampaign],
})
export class CampaignModule {}
