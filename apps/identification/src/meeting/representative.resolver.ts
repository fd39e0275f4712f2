import type { Caller } from '@jingzhun/access';
import { CallerOf } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { RepresentativeService, type SetRepresentatives, type VillageRepresentatives } from './representative.service';

@Resolver('VillageRepresentatives')
export class RepresentativeResolver {
  constructor(@Inject(RepresentativeService) private readonly representatives: RepresentativeService) {}

  @Query()
  villageRepresentatives(
    @CallerOf() caller: Caller,
    @Args('villageCode') villageCode: string,
  ): Promise<VillageRepresentatives | null> {
    return this.representatives.of(caller, villageCode);
  }

  @Mutation()
  setVillageRepresentatives(
    @CallerOf() caller: Caller,
    @Args('input') input: SetRepresentatives,
  ): Promise<VillageRepresentatives> {
    return this.representatives.set(caller, input);
  }
}
