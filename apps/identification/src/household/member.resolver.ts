import type { Caller } from '@jingzhun/access';
import { CallerOf } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { HouseholdQueries, type AnyHousehold } from './household.queries';
import { householdFor } from './household.resolver';
import type { MemberRow } from './member.entity';

@Resolver('Member')
export class MemberResolver {
  constructor(@Inject(HouseholdQueries) private readonly households: HouseholdQueries) {}

  @ResolveField()
  household(@Parent() { householdId }: MemberRow, @CallerOf() caller: Caller): Promise<AnyHousehold | undefined> {
    return householdFor(caller, this.households, householdId);
  }
}
