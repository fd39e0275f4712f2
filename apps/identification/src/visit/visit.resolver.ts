import type { Caller } from '@jingzhun/access';
import { CallerOf, loaderFor } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { HouseholdRow } from '../household/household.entity';
import { VisitQueries } from './visit.queries';
import type { AttemptRow, VisitRow } from './visit.repository';
import { VisitService, type RecordVisit, type RecordVisitAttempt, type VisitRecorded } from './visit.service';

type Ids = readonly string[];

@Resolver('Household')
export class VisitResolver {
  private readonly loads = { visits: {}, attempts: {} };

  constructor(
    @Inject(VisitService) private readonly service: VisitService,
    @Inject(VisitQueries) private readonly queries: VisitQueries,
  ) {}

  @Mutation()
  recordVisit(@CallerOf() caller: Caller, @Args('input') input: RecordVisit): Promise<VisitRecorded> {
    return this.service.record(caller, input);
  }

  @Mutation()
  recordVisitAttempt(@CallerOf() caller: Caller, @Args('input') input: RecordVisitAttempt): Promise<HouseholdRow> {
    return this.service.recordAttempt(caller, input);
  }

  @ResolveField()
  async visits(@Parent() { id }: HouseholdRow, @CallerOf() caller: Caller): Promise<VisitRow[]> {
    const load = (ids: Ids) => this.queries.ofHouseholds(caller, ids);
    return (await loaderFor(caller, this.loads.visits, load).load(id)) ?? [];
  }

  @ResolveField()
  visitAttempts(@Parent() { id }: HouseholdRow, @CallerOf() caller: Caller): Promise<AttemptRow[]> {
    return this.attemptsOf(id, caller);
  }

  @ResolveField()
  async visitAttemptCount(@Parent() { id }: HouseholdRow, @CallerOf() caller: Caller): Promise<number> {
    return (await this.attemptsOf(id, caller)).length;
  }

  private async attemptsOf(id: string, caller: Caller): Promise<AttemptRow[]> {
    const load = (ids: Ids) => this.queries.attempts(caller, ids);
    return (await loaderFor(caller, this.loads.attempts, load).load(id)) ?? [];
  }
}
