import type { Caller } from '@jingzhun/access';
import { CallerOf } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { AnyHousehold } from '../household/household.queries';
import type { HamletRow } from './hamlet.entity';
import { HamletQueries } from './hamlet.queries';
import { hamletFor } from './hamlet.resolver';

@Resolver('Household')
export class HouseholdHamletResolver {
  constructor(@Inject(HamletQueries) private readonly hamlets: HamletQueries) {}

  @ResolveField()
  hamlet(@Parent() { hamletCode }: AnyHousehold, @CallerOf() caller: Caller): Promise<HamletRow | undefined> {
    return hamletFor(caller, this.hamlets, hamletCode);
  }
}
