import { Module } from '@nestjs/common';
import { HouseholdMoves } from './household-moves.repository';
import { HouseholdQueries } from './household.queries';
import { HouseholdRepository } from './household.repository';
import { HouseholdResolver } from './household.resolver';
import { MemberResolver } from './member.resolver';

@Module({
  providers: [HouseholdMoves, HouseholdQueries, HouseholdRepository, HouseholdResolver, MemberResolver],
  exports: [HouseholdMoves, HouseholdQueries, HouseholdRepository],
})
export class HouseholdModule {}
