import type { Caller } from '@jingzhun/access';
import { CallerOf, loaderFor, type Page } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import type { StageRecordRow } from '../case/stage-record.entity';
import type { ScoreSheetRow } from '../score-sheet/score-sheet.entity';
import type { HouseholdRow } from './household.entity';
import { HouseholdQueries, type AnyHousehold, type HouseholdFilter } from './household.queries';
import type { MemberRow } from './member.entity';

type Ids = readonly string[];

@Resolver('Household')
export class HouseholdResolver {
  private readonly loads = { members: {}, history: {}, sheets: {} };

  constructor(@Inject(HouseholdQueries) private readonly queries: HouseholdQueries) {}

  @Query()
  household(@CallerOf() caller: Caller, @Args('id') id: string): Promise<AnyHousehold | undefined> {
    return this.queries.find(caller, id);
  }

  @Query()
  households(
    @CallerOf() caller: Caller,
    @Args('first') first: number,
    @Args('filter') filter?: HouseholdFilter,
    @Args('after') after?: string,
  ): Promise<Page<HouseholdRow>> {
    return this.queries.page(caller, filter ?? {}, first, after);
  }

  @Query()
  householdsAsOf(
    @CallerOf() caller: Caller,
    @Args('areaCode') areaCode: string,
    @Args('asOf') asOf: Date,
    @Args('first') first: number,
    @Args('after') after?: string,
  ): Promise<Page<AnyHousehold>> {
    return this.queries.pageAsOf(caller, { areaCode, asOf }, first, after);
  }

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @CallerOf() caller: Caller): Promise<AnyHousehold | undefined> {
    return householdFor(caller, this.queries, id);
  }

  @ResolveField()
  successor(@Parent() household: AnyHousehold, @CallerOf() caller: Caller): Promise<AnyHousehold | undefined> | null {
    const successorId = 'successorId' in household ? household.successorId : null;
    return successorId ? householdFor(caller, this.queries, successorId) : null;
  }

  @ResolveField()
  async members(@Parent() { id }: HouseholdRow, @CallerOf() caller: Caller): Promise<MemberRow[]> {
    return (
      (await loaderFor(caller, this.loads.members, (ids: Ids) => this.queries.members(caller, ids)).load(id)) ?? []
    );
  }

  @ResolveField()
  async history(@Parent() { id }: HouseholdRow, @CallerOf() caller: Caller): Promise<StageRecordRow[]> {
    return (
      (await loaderFor(caller, this.loads.history, (ids: Ids) => this.queries.history(caller, ids)).load(id)) ?? []
    );
  }

  @ResolveField()
  scoreSheet(@Parent() { id }: HouseholdRow, @CallerOf() caller: Caller): Promise<ScoreSheetRow | undefined> {
    return loaderFor(caller, this.loads.sheets, (ids: Ids) => this.queries.scoreSheets(caller, ids)).load(id);
  }
}

/** The household with that id, joined with the others asked for at once. */
export function householdFor(caller: Caller, queries: HouseholdQueries, id: string): Promise<AnyHousehold | undefined> {
  return loaderFor(caller, queries, (ids: Ids) => queries.byIds(caller, ids)).load(id);
}
