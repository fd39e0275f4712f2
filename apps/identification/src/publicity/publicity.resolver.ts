import type { Caller } from '@jingzhun/access';
import { CallerOf } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { SittingRow } from '../sitting/sitting.entity';
import { PublicityService, type PostNotice } from './publicity.service';

@Resolver('Publicity')
export class PublicityResolver {
  constructor(@Inject(PublicityService) private readonly publicities: PublicityService) {}

  @Mutation()
  postNotice(@CallerOf() caller: Caller, @Args('input') input: PostNotice): Promise<SittingRow> {
    return this.publicities.post(caller, input);
  }
}
