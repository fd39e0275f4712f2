import type { Caller } from '@jingzhun/access';
import { CallerOf, loaderFor, type Page } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { HouseholdQueries, type AnyHousehold } from '../household/household.queries';
import { householdFor } from '../household/household.resolver';
import type { DoubleEntryDrawRow } from './double-entry-draw.entity';
import type { DoubleEntryRow } from './double-entry.entity';
import {
  DoubleEntryQueries,
  type DoubleEntryFigures,
  type DoubleEntryFilter,
  type WaitingForSecondEntry,
} from './double-entry.queries';
import {
  DoubleEntryService,
  type DrawDoubleEntries,
  type RecordSecondEntries,
  type SecondEntriesRecorded,
} from './double-entry.service';
import type { EntryDifferenceRow } from './entry-difference.entity';
import { EntrySettlementService, type SettleEntryDifference } from './entry-settlement.service';

@Resolver('DoubleEntry')
export class DoubleEntryResolver {
  private readonly loads = { differences: {} };

  constructor(
    @Inject(DoubleEntryQueries) private readonly queries: DoubleEntryQueries,
    @Inject(DoubleEntryService) private readonly service: DoubleEntryService,
    @Inject(EntrySettlementService) private readonly settlements: EntrySettlementService,
    @Inject(HouseholdQueries) private readonly households: HouseholdQueries,
  ) {}

  @Query()
  doubleEntries(
    @CallerOf() caller: Caller,
    @Args('first') first: number,
    @Args('filter') filter?: DoubleEntryFilter,
    @Args('after') after?: string,
  ): Promise<Page<DoubleEntryRow>> {
    return this.queries.page(caller, filter ?? {}, first, after);
  }

  @Query()
  secondEntriesWaiting(
    @CallerOf() caller: Caller,
    @Args('first') first: number,
    @Args('areaCode') areaCode?: string,
    @Args('after') after?: string,
  ): Promise<Page<WaitingForSecondEntry>> {
    return this.queries.waiting(caller, areaCode, first, after);
  }

  @Query()
  doubleEntryDraws(
    @CallerOf() caller: Caller,
    @Args('first') first: number,
    @Args('after') after?: string,
  ): Promise<Page<DoubleEntryDrawRow>> {
    return this.queries.draws(caller, first, after);
  }

  @Query()
  doubleEntryFigures(@CallerOf() caller: Caller, @Args('areaCode') areaCode: string): Promise<DoubleEntryFigures> {
    return this.queries.figures(caller, areaCode);
  }

  @Mutation()
  drawDoubleEntries(@CallerOf() caller: Caller, @Args('input') input: DrawDoubleEntries): Promise<DoubleEntryDrawRow> {
    return this.service.draw(caller, input);
  }

  @Mutation()
  recordSecondEntries(
    @CallerOf() caller: Caller,
    @Args('input') input: RecordSecondEntries,
  ): Promise<SecondEntriesRecorded> {
    return this.service.record(caller, input);
  }

  @Mutation()
  settleEntryDifference(
    @CallerOf() caller: Caller,
    @Args('input') input: SettleEntryDifference,
  ): Promise<DoubleEntryRow> {
    return this.settlements.settle(caller, input);
  }

  @ResolveField()
  household(@Parent() { householdId }: DoubleEntryRow, @CallerOf() caller: Caller): Promise<AnyHousehold | undefined> {
    return householdFor(caller, this.households, householdId);
  }

  @ResolveField()
  async differences(
    @Parent() { householdId }: DoubleEntryRow,
    @CallerOf() caller: Caller,
  ): Promise<EntryDifferenceRow[]> {
    const load = (ids: readonly string[]) => this.queries.differences(caller, ids);
    return (await loaderFor(caller, this.loads.differences, load).load(householdId)) ?? [];
  }
}
