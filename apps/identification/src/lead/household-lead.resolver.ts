import type { Caller } from '@jingzhun/access';
import { CallerOf, loaderFor } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { LeadQueries } from './lead.queries';
import type { LeadRow } from './lead.repository';

@Resolver('Household')
export class HouseholdLeadResolver {
  private readonly loads = { leads: {} };

  constructor(@Inject(LeadQueries) private readonly queries: LeadQueries) {}

  @ResolveField()
  async leads(@Parent() { id }: { id: string }, @CallerOf() caller: Caller): Promise<LeadRow[]> {
    const load = (ids: readonly string[]) => this.queries.ofHouseholds(caller, ids);
    return (await loaderFor(caller, this.loads.leads, load).load(id)) ?? [];
  }
}
