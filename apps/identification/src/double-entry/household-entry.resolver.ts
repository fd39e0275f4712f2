import type { Caller } from '@jingzhun/access';
import { CallerOf, loaderFor } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DoubleEntryQueries, type ShownEntry } from './double-entry.queries';

@Resolver('Household')
export class HouseholdEntryResolver {
  private readonly loads = { entries: {} };

  constructor(@Inject(DoubleEntryQueries) private readonly queries: DoubleEntryQueries) {}

  @ResolveField()
  entry(@Parent() { id }: { id: string }, @CallerOf() caller: Caller): Promise<ShownEntry | undefined> {
    const load = (ids: readonly string[]) => this.queries.entries(caller, ids);
    return loaderFor(caller, this.loads.entries, load).load(id);
  }
}
