import type { Caller } from '@jingzhun/access';
import { CallerOf, loaderFor } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveReference, Resolver } from '@nestjs/graphql';
import type { AreaRow } from './area.entity';
import { AreaQueries } from './area.queries';

@Resolver('Area')
export class AreaResolver {
  constructor(@Inject(AreaQueries) private readonly areas: AreaQueries) {}

  @Query('areas')
  below(@CallerOf() caller: Caller, @Args('parent') parent?: string): Promise<AreaRow[]> {
    return this.areas.below(caller, parent);
  }

  @ResolveReference()
  reference(@Parent() { code }: { code: string }, @CallerOf() caller: Caller): Promise<AreaRow | undefined> {
    return loaderFor(caller, this.areas, (codes: readonly string[]) => this.areas.byCodes(caller, codes)).load(code);
  }
}
