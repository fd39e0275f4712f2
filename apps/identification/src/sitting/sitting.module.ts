import { Module } from '@nestjs/common';
import { CampaignModule } from '../campaign/campaign.module';
import { CaseModule } from '../case/case.module';
import { PublicityModule } from '../publicity/publicity.module';
import { SittingQueries } from './sitting.queries';
import { SittingResolver } from './sitting.resolver';
import { SittingService } from './sitting.service';

@Module({
  imports: [CampaignModule, CaseModule, PublicityModule],
  providers: [SittingQueries, SittingResolver, SittingService],
})
export class SittingModule {}
