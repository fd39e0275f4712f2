import { Module } from '@nestjs/common';
import { CampaignModule } from '../campaign/campaign.module';
import { PublicityModule } from '../publicity/publicity.module';
import { SittingLeaving } from '../sitting/sitting-leaving';
import { ObjectionByCode } from './objection-by-code';
import { ObjectionConsequences } from './objection-consequences';
import { ObjectionIntake } from './objection-intake';
import { ObjectionReceiving } from './objection-receiving';
import { ObjectionQueries } from './objection.queries';
import { ObjectionResolver } from './objection.resolver';
import { ObjectionService } from './objection.service';

@Module({
  imports: [CampaignModule, PublicityModule],
  providers: [
    ObjectionByCode,
    ObjectionConsequences,
    ObjectionIntake,
    ObjectionQueries,
    ObjectionReceiving,
    ObjectionResolver,
    ObjectionService,
    SittingLeaving,
  ],
})
export class ObjectionModule {}
