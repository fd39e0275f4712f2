import { Module } from '@nestjs/common';
import { HouseholdQueries } from './household.queries';
import { HouseholdRepository } from './household.repository';
import { HouseholdResolver } from './household.resolver';
import { MemberResolver } from './member.resolver';

@Module({
  providers: [HouseholdQueries, HouseholdRepository, HouseholdResolver, MemberResolver],
  exports: [HouseholdRepository],
})
export class HouseholdModule {}
