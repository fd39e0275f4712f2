import { Module } from '@nestjs/common';
import { DutyModule } from '../duty/duty.module';
import { ClockQueries } from './clock.queries';
import { ClockRepository } from './clock.repository';
import { ClockResolver } from './clock.resolver';
import { HouseholdResolver } from './household.resolver';
import { ObjectionResolver } from './objection.resolver';
import { SittingResolver } from './sitting.resolver';

@Module({
  imports: [DutyModule],
  providers: [ClockQueries, ClockRepository, ClockResolver, HouseholdResolver, ObjectionResolver, SittingResolver],
  exports: [ClockQueries, ClockRepository],
})
export class ClockModule {}
