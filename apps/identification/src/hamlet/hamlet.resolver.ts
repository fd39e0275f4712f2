import type { Caller } from '@jingzhun/access';
import { CallerOf, loaderFor, type Page } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import type { HamletRow } from './hamlet.entity';
import { HamletQueries, type HamletFilter } from './hamlet.queries';

@Resolver('Hamlet')
export class HamletResolver {
  constructor(@Inject(HamletQueries) private readonly hamlets: HamletQueries) {}

  @Query()
  hamlet(@CallerOf() caller: Caller, @Args('code') code: string): Promise<HamletRow | undefined> {
    return hamletFor(caller, this.hamlets, code);
  }

  @Query('hamlets')
  page(
    @CallerOf() caller: Caller,
    @Args('first') first: number,
    @Args('filter') filter?: HamletFilter,
    @Args('after') after?: string,
  ): Promise<Page<HamletRow>> {
    return this.hamlets.page(caller, filter ?? {}, first, after);
  }

  @ResolveReference()
  reference(@Parent() { code }: { code: string }, @CallerOf() caller: Caller): Promise<HamletRow | undefined> {
    return hamletFor(caller, this.hamlets, code);
  }

  @ResolveField()
  async households(@Parent() { code }: HamletRow, @CallerOf() caller: Caller): Promise<number> {
    const load = (codes: readonly string[]) => this.hamlets.households(caller, codes);
    return (await loaderFor(caller, this, load).load(code)) ?? 0;
  }
}

export function hamletFor(caller: Caller, hamlets: HamletQueries, code: string): Promise<HamletRow | undefined> {
  return loaderFor(caller, hamlets, (codes: readonly string[]) => hamlets.byCodes(caller, codes)).load(code);
}
