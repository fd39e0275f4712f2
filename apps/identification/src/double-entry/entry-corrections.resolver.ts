import type { Caller } from '@jingzhun/access';
import { CallerOf, loaderFor } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DoubleEntryQueries, type ShownCorrection, type ShownEntry } from './double-entry.queries';

@Resolver('Entry')
export class EntryCorrectionsResolver {
  private readonly loads = { corrections: {} };

  constructor(@Inject(DoubleEntryQueries) private readonly queries: DoubleEntryQueries) {}

  @ResolveField()
  async corrections(@Parent() { householdId }: ShownEntry, @CallerOf() caller: Caller): Promise<ShownCorrection[]> {
    const load = (ids: readonly string[]) => this.queries.corrections(caller, ids);
    return (await loaderFor(caller, this.loads.corrections, load).load(householdId)) ?? [];
  }
}
