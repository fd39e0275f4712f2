import { Module } from '@nestjs/common';
import { ProfileModule } from '../profile/profile.module';
import { HouseholdFacts } from './household-facts';
import { ObservationQueries } from './observation.queries';
import { ObservationRepository } from './observation.repository';
import { ObservationResolver } from './observation.resolver';

@Module({
  imports: [ProfileModule],
  providers: [HouseholdFacts, ObservationQueries, ObservationRepository, ObservationResolver],
  exports: [HouseholdFacts, ObservationRepository],
})
export class ObservationModule {}
