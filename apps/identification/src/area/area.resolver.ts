import type { Caller } from '@jingzhun/access';
import { CallerOf, loaderFor } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { AreaMergerService, type MergeVillages, type VillagesMerged } from './area-merger.service';
import { AreaQueries, type AnyArea } from './area.queries';
import type { FormerAreaRow } from './former-area.entity';

type Codes = readonly string[];

@Resolver('Area')
export class AreaResolver {
  constructor(
    @Inject(AreaQueries) private readonly areas: AreaQueries,
    @Inject(AreaMergerService) private readonly mergers: AreaMergerService,
  ) {}

  @Query('areas')
  below(@CallerOf() caller: Caller, @Args('parent') parent?: string, @Args('asOf') asOf?: Date): Promise<AnyArea[]> {
    return asOf ? this.areas.belowAsOf(caller, asOf, parent) : this.areas.below(caller, parent);
  }

  @Mutation()
  mergeVillages(@CallerOf() caller: Caller, @Args('input') input: MergeVillages): Promise<VillagesMerged> {
    return this.mergers.mergeVillages(caller, input);
  }

  @ResolveReference()
  reference(@Parent() { code }: { code: string }, @CallerOf() caller: Caller): Promise<AnyArea | undefined> {
    return this.area(caller, code);
  }

  @ResolveField()
  successor(@Parent() area: AnyArea, @CallerOf() caller: Caller): Promise<AnyArea | undefined> | null {
    return 'successorCode' in area ? this.area(caller, area.successorCode) : null;
  }

  @ResolveField()
  async predecessors(@Parent() { code }: AnyArea, @CallerOf() caller: Caller): Promise<FormerAreaRow[]> {
    const load = (codes: Codes) => this.areas.predecessors(caller, codes);
    return (await loaderFor(caller, this, load).load(code)) ?? [];
  }

  private area(caller: Caller, code: string): Promise<AnyArea | undefined> {
    return loaderFor(caller, this.areas, (codes: Codes) => this.areas.byCodes(caller, codes)).load(code);
  }
}
