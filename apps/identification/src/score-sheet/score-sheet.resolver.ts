import type { Caller } from '@jingzhun/access';
import type { Explanation } from '@jingzhun/identification-rules';
import { CallerOf, loaderFor } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { HouseholdRow } from '../household/household.entity';
import { shownChange, type ShownChange } from '../observation/fact-change.view';
import type { ScoreSheetRow } from './score-sheet.entity';
import { ScoreSheetQueries } from './score-sheet.queries';
import type { CorrectionRow } from './score-sheet.repository';
import { ScoreSheetService, type CorrectScoreSheet, type RecordScoreSheet } from './score-sheet.service';

type Ids = readonly string[];

/** A line of the explanation in the words of the campaign. */
interface ShownLine {
  item: string;
  name: string;
  observed: string;
  rule: string;
  points: number;
  maximum: number;
  sentence: string;
}

interface ShownCorrection extends Omit<CorrectionRow, 'changes'> {
  totalBefore: number;
  totalAfter: number;
  changes: ShownChange[];
}

@Resolver('ScoreSheet')
export class ScoreSheetResolver {
  private readonly loads = { explanations: {}, corrections: {} };

  constructor(
    @Inject(ScoreSheetService) private readonly sheets: ScoreSheetService,
    @Inject(ScoreSheetQueries) private readonly queries: ScoreSheetQueries,
  ) {}

  @Mutation()
  recordScoreSheet(@CallerOf() caller: Caller, @Args('input') input: RecordScoreSheet): Promise<HouseholdRow> {
    return this.sheets.record(caller, input);
  }

  @Mutation()
  correctScoreSheet(@CallerOf() caller: Caller, @Args('input') input: CorrectScoreSheet): Promise<HouseholdRow> {
    return this.sheets.correct(caller, input);
  }

  @ResolveField()
  async explanation(@Parent() { id }: ScoreSheetRow, @CallerOf() caller: Caller): Promise<ShownLine[]> {
    return (await this.explained(id, caller)).filter(({ publishable }) => publishable).map(shownLine);
  }

  @ResolveField()
  async privateExplanation(@Parent() { id }: ScoreSheetRow, @CallerOf() caller: Caller): Promise<ShownLine[]> {
    return (await this.explained(id, caller)).filter(({ publishable }) => !publishable).map(shownLine);
  }

  @ResolveField()
  async corrections(@Parent() { id }: ScoreSheetRow, @CallerOf() caller: Caller): Promise<ShownCorrection[]> {
    const load = (ids: Ids) => this.queries.corrections(caller, ids);
    const corrections = (await loaderFor(caller, this.loads.corrections, load).load(id)) ?? [];
    return corrections.map((correction) => ({
      ...correction,
      totalBefore: correction.before.total,
      totalAfter: correction.after.total,
      changes: correction.changes.map(shownChange),
    }));
  }

  private async explained(id: string, caller: Caller): Promise<Explanation[]> {
    const load = (ids: Ids) => this.queries.explanations(caller, ids);
    return (await loaderFor(caller, this.loads.explanations, load).load(id)) ?? [];
  }
}

function shownLine({ item, name, observed, rule, points, maximum, sentence }: Explanation): ShownLine {
  return {
    item,
    name: name.zh,
    observed: observed.zh,
    rule: rule.zh,
    points,
    maximum,
    sentence: sentence.zh,
  };
}
