import type { Caller } from '@jingzhun/access';
import { CallerOf, loaderFor } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { VetoQueries, type ShownSuggestion } from './veto.queries';
import type { VetoRow } from './veto.repository';

@Resolver('Household')
export class HouseholdVetoResolver {
  private readonly loads = { vetoes: {} };

  constructor(@Inject(VetoQueries) private readonly queries: VetoQueries) {}

  @ResolveField()
  async vetoes(@Parent() { id }: { id: string }, @CallerOf() caller: Caller): Promise<VetoRow[]> {
    const load = (ids: readonly string[]) => this.queries.ofHouseholds(caller, ids);
    return (await loaderFor(caller, this.loads.vetoes, load).load(id)) ?? [];
  }

  @ResolveField()
  vetoSuggestions(@Parent() { id }: { id: string }, @CallerOf() caller: Caller): Promise<ShownSuggestion[]> {
    return this.queries.suggestions(caller, id);
  }
}
