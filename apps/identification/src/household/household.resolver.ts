import type { Caller } from '@jingzhun/access';
import { CallerOf, loaderFor, type Page } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import type { StageRecordRow } from '../case/stage-record.entity';
import type { ScoreSheetRow } from '../score-sheet/score-sheet.entity';
import type { HouseholdRow } from './household.entity';
import { HouseholdQueries, type HouseholdFilter } from './household.queries';
import type { MemberRow } from './member.entity';

type Ids = readonly string[];

@Resolver('Household')
export class HouseholdResolver {
  private readonly loads = { rows: {}, members: {}, history: {}, sheets: {} };

  constructor(@Inject(HouseholdQueries) private readonly queries: HouseholdQueries) {}

  @Query()
  household(@CallerOf() caller: Caller, @Args('id') id: string): Promise<HouseholdRow | null> {
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

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @CallerOf() caller: Caller): Promise<HouseholdRow | undefined> {
    return loaderFor(caller, this.loads.rows, (ids: Ids) => this.queries.byIds(caller, ids)).load(id);
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
