import type { Caller } from '@jingzhun/access';
import { CallerOf } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { HouseholdRow } from '../household/household.entity';
import { VisitService, type RecordVisit } from './visit.service';

@Resolver()
export class VisitResolver {
  constructor(@Inject(VisitService) private readonly visits: VisitService) {}

  @Mutation()
  recordVisit(@CallerOf() caller: Caller, @Args('input') input: RecordVisit): Promise<HouseholdRow> {
    return this.visits.record(caller, input);
  }
}
