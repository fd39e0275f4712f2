import type { Caller } from '@jingzhun/access';
import { compareAssessments, type ItemDifference } from '@jingzhun/identification-rules';
import { CallerOf, type Page } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { HouseholdQueries, type AnyHousehold } from '../household/household.queries';
import { householdFor } from '../household/household.resolver';
import type { LookBackHouseholdRow } from './look-back-household.entity';
import type { LookBackRow } from './look-back.entity';
import { LookBackQueries, type LookBackFilter, type PlaceFigures } from './look-back.queries';
import { LookBackService, type DrawLookBack } from './look-back.service';
import { SecondAssessmentService, type RecordSecondAssessment } from './second-assessment.service';

@Resolver('LookBackHousehold')
export class LookBackResolver {
  constructor(
    @Inject(LookBackQueries) private readonly queries: LookBackQueries,
    @Inject(LookBackService) private readonly service: LookBackService,
    @Inject(SecondAssessmentService) private readonly assessments: SecondAssessmentService,
    @Inject(HouseholdQueries) private readonly households: HouseholdQueries,
  ) {}

  @Query()
  lookBacks(
    @CallerOf() caller: Caller,
    @Args('first') first: number,
    @Args('after') after?: string,
  ): Promise<Page<LookBackRow>> {
    return this.queries.draws(caller, first, after);
  }

  @Query()
  lookBackHouseholds(
    @CallerOf() caller: Caller,
    @Args('first') first: number,
    @Args('filter') filter?: LookBackFilter,
    @Args('after') after?: string,
  ): Promise<Page<LookBackHouseholdRow>> {
    return this.queries.households(caller, filter ?? {}, first, after);
  }

  @Query()
  lookBackFigures(
    @CallerOf() caller: Caller,
    @Args('lookBackId') lookBackId: string,
    @Args('by') by: 'township' | 'village',
  ): Promise<PlaceFigures[]> {
    return this.queries.figures(caller, lookBackId, by);
  }

  @Mutation()
  drawLookBack(@CallerOf() caller: Caller, @Args('input') input: DrawLookBack): Promise<LookBackRow> {
    return this.service.draw(caller, input);
  }

  @Mutation()
  recordSecondAssessment(
    @CallerOf() caller: Caller,
    @Args('input') input: RecordSecondAssessment,
  ): Promise<LookBackHouseholdRow> {
    return this.assessments.record(caller, input);
  }

  @ResolveField()
  household(
    @Parent() { householdId }: LookBackHouseholdRow,
    @CallerOf() caller: Caller,
  ): Promise<AnyHousehold | undefined> {
    return householdFor(caller, this.households, householdId);
  }

  @ResolveField()
  difference(@Parent() { firstTotal, secondTotal }: LookBackHouseholdRow): number | null {
    return secondTotal === null ? null : secondTotal - firstTotal;
  }

  @ResolveField()
  items(@Parent() { firstPoints, secondPoints }: LookBackHouseholdRow): ItemDifference[] {
    return secondPoints ? compareAssessments(firstPoints, secondPoints).items : [];
  }
}
