import type { Caller } from '@jingzhun/access';
import { CallerOf, loaderFor, type Page } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { shownChange, type ShownChange } from '../observation/fact-change.view';
import { LateVisitService, type DecideLateVisit } from './late-visit.service';
import { VisitQueries, type LateVisitFilter } from './visit.queries';
import type { LateVisitRow, VisitRow } from './visit.repository';

@Resolver('LateVisit')
export class LateVisitResolver {
  private readonly loads = { visits: {} };

  constructor(
    @Inject(LateVisitService) private readonly service: LateVisitService,
    @Inject(VisitQueries) private readonly queries: VisitQueries,
  ) {}

  @Query()
  lateVisits(
    @CallerOf() caller: Caller,
    @Args('first') first: number,
    @Args('filter') filter?: LateVisitFilter,
    @Args('after') after?: string,
  ): Promise<Page<LateVisitRow>> {
    return this.queries.late(caller, filter ?? {}, first, after);
  }

  @Mutation()
  decideLateVisit(@CallerOf() caller: Caller, @Args('input') input: DecideLateVisit): Promise<LateVisitRow> {
    return this.service.decide(caller, input);
  }

  @ResolveField()
  async visit(@Parent() late: LateVisitRow, @CallerOf() caller: Caller): Promise<VisitRow | undefined> {
    return (await this.visitsOf(late, caller)).find(({ id }) => id === late.visitId);
  }

  @ResolveField()
  async first(@Parent() late: LateVisitRow, @CallerOf() caller: Caller): Promise<VisitRow | undefined> {
    return (await this.visitsOf(late, caller)).findLast((visit) => !visit.late);
  }

  @ResolveField()
  async changes(@Parent() late: LateVisitRow, @CallerOf() caller: Caller): Promise<ShownChange[]> {
    return (await this.queries.changes(caller, late)).map(shownChange);
  }

  private async visitsOf({ householdId }: LateVisitRow, caller: Caller): Promise<VisitRow[]> {
    const load = (ids: readonly string[]) => this.queries.ofHouseholds(caller, ids);
    return (await loaderFor(caller, this.loads.visits, load).load(householdId)) ?? [];
  }
}
