import { Module } from '@nestjs/common';
import { CampaignModule } from '../campaign/campaign.module';
import { CaseModule } from '../case/case.module';
import { PublicityRepository } from './publicity.repository';
import { PublicityResolver } from './publicity.resolver';
import { PublicityService } from './publicity.service';

@Module({
  imports: [CampaignModule, CaseModule],
  providers: [PublicityRepository, PublicityResolver, PublicityService],
  exports: [PublicityRepository, PublicityService],
})
export class PublicityModule {}
