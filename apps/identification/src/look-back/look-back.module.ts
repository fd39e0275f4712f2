import { Module } from '@nestjs/common';
import { CampaignModule } from '../campaign/campaign.module';
import { CaseModule } from '../case/case.module';
import { HouseholdModule } from '../household/household.module';
import { ObservationModule } from '../observation/observation.module';
import { ProfileModule } from '../profile/profile.module';
import { LookBackQueries } from './look-back.queries';
import { LookBackRepository } from './look-back.repository';
import { LookBackResolver } from './look-back.resolver';
import { LookBackService } from './look-back.service';
import { SecondAssessmentService } from './second-assessment.service';

@Module({
  imports: [CampaignModule, CaseModule, HouseholdModule, ObservationModule, ProfileModule],
  providers: [LookBackQueries, LookBackRepository, LookBackResolver, LookBackService, SecondAssessmentService],
})
export class LookBackModule {}
