import type { Caller } from '@jingzhun/access';
import { CallerOf, loaderFor } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ObservationQueries, type MissingFact, type ShownObservation } from './observation.queries';

@Resolver('Household')
export class ObservationResolver {
  private readonly loads = { known: {} };

  constructor(@Inject(ObservationQueries) private readonly queries: ObservationQueries) {}

  @Query()
  missingFacts(@CallerOf() caller: Caller, @Args('householdId') householdId: string): Promise<MissingFact[] | null> {
    return this.queries.missing(caller, householdId);
  }

  @ResolveField()
  async observations(@Parent() { id }: { id: string }, @CallerOf() caller: Caller): Promise<ShownObservation[]> {
    return (await this.known(id, caller)).filter(({ isPrivate }) => !isPrivate);
  }

  @ResolveField()
  async privateObservations(@Parent() { id }: { id: string }, @CallerOf() caller: Caller): Promise<ShownObservation[]> {
    return (await this.known(id, caller)).filter(({ isPrivate }) => isPrivate);
  }

  private async known(id: string, caller: Caller): Promise<ShownObservation[]> {
    const load = (ids: readonly string[]) => this.queries.known(caller, ids);
    return (await loaderFor(caller, this.loads.known, load).load(id)) ?? [];
  }
}
