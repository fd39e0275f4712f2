import type { Caller } from '@jingzhun/access';
import { CallerOf, loaderFor, type Page } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import type { PublicityRow } from '../publicity/publicity.entity';
import type { SittingRow } from './sitting.entity';
import { SittingQueries, type SittingFilter } from './sitting.queries';

@Resolver('Sitting')
export class SittingResolver {
  constructor(@Inject(SittingQueries) private readonly queries: SittingQueries) {}

  @Query()
  sitting(@CallerOf() caller: Caller, @Args('id') id: string): Promise<SittingRow | null> {
    return this.queries.find(caller, id);
  }

  @Query()
  sittings(
    @CallerOf() caller: Caller,
    @Args('first') first: number,
    @Args('filter') filter?: SittingFilter,
    @Args('after') after?: string,
  ): Promise<Page<SittingRow>> {
    return this.queries.page(caller, filter ?? {}, first, after);
  }

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @CallerOf() caller: Caller): Promise<SittingRow | undefined> {
    return loaderFor(caller, this, (ids: readonly string[]) => this.queries.byIds(caller, ids)).load(id);
  }

  @ResolveField()
  publicity(@Parent() { id }: SittingRow, @CallerOf() caller: Caller): Promise<PublicityRow | undefined> {
    return loaderFor(caller, this.queries, (ids: readonly string[]) => this.queries.publicities(caller, ids)).load(id);
  }
}
