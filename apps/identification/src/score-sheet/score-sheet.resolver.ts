import type { Caller } from '@jingzhun/access';
import { CallerOf } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { HouseholdRow } from '../household/household.entity';
import { ScoreSheetService, type RecordScoreSheet } from './score-sheet.service';

@Resolver('ScoreSheet')
export class ScoreSheetResolver {
  constructor(@Inject(ScoreSheetService) private readonly sheets: ScoreSheetService) {}

  @Mutation()
  recordScoreSheet(@CallerOf() caller: Caller, @Args('input') input: RecordScoreSheet): Promise<HouseholdRow> {
    return this.sheets.record(caller, input);
  }
}
