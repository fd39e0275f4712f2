import type { Caller } from '@jingzhun/access';
import { CallerOf, loaderFor } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { AnyHousehold } from '../household/household.queries';
import type { ChangeRequestRow } from './change-request.entity';
import { ChangeRequestQueries } from './change-request.queries';

@Resolver('Household')
export class HouseholdChangesResolver {
  constructor(@Inject(ChangeRequestQueries) private readonly queries: ChangeRequestQueries) {}

  @ResolveField()
  async changeRequests(@Parent() { id }: AnyHousehold, @CallerOf() caller: Caller): Promise<ChangeRequestRow[]> {
    const load = (ids: readonly string[]) => this.queries.ofHouseholds(caller, ids);
    return (await loaderFor(caller, this, load).load(id)) ?? [];
  }
}
