import { Module } from '@nestjs/common';
import { HamletQueries } from './hamlet.queries';
import { HamletResolver } from './hamlet.resolver';
import { HouseholdHamletResolver } from './household-hamlet.resolver';

@Module({ providers: [HamletQueries, HamletResolver, HouseholdHamletResolver] })
export class HamletModule {}
