import type { Caller } from '@jingzhun/access';
import { consequenceOf } from '@jingzhun/identification-rules';
import { CallerOf, loaderFor, type Page } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { objectionOf, type ObjectionRow } from './objection.entity';
import { ObjectionByCode, type ObjectByCode } from './objection-by-code';
import { ObjectionIntake, type RecordObjection } from './objection-intake';
import {
  ObjectionQueries,
  type ObjectionFigure,
  type ObjectionFilter,
  type ObjectionProgress,
  type RecheckDuty,
  type StepTaken,
} from './objection.queries';
import type { Objector } from './objection.repository';
import {
  ObjectionService,
  type AskedStep,
  type AssignRecheck,
  type CallObjectorBack,
  type DecideObjection,
  type RecordRecheck,
} from './objection.service';
import { decisionOf, shownConsequence, shownDecision, type ShownDecision } from './objection.words';

type ShownFigure = Omit<ObjectionFigure, 'decision'> & { decision: ShownDecision | null };

/** An outcome as the graph shows it. */
interface ShownOutcome {
  decision: ShownDecision;
  reason: string;
  at: string;
  newHouseholdNumber: string | null;
}

@Resolver('Objection')
export class ObjectionResolver {
  constructor(
    @Inject(ObjectionIntake) private readonly intake: ObjectionIntake,
    @Inject(ObjectionByCode) private readonly byCode: ObjectionByCode,
    @Inject(ObjectionService) private readonly service: ObjectionService,
    @Inject(ObjectionQueries) private readonly queries: ObjectionQueries,
  ) {}

  @Query()
  objection(@CallerOf() caller: Caller, @Args('id') id: string): Promise<ObjectionRow | null> {
    return this.queries.find(caller, id);
  }

  @Query()
  objections(
    @CallerOf() caller: Caller,
    @Args('first') first: number,
    @Args('filter') filter?: ObjectionFilter,
    @Args('after') after?: string,
  ): Promise<Page<ObjectionRow>> {
    return this.queries.page(caller, filter ?? {}, first, after);
  }

  @Query()
  async objectionFigures(@CallerOf() caller: Caller): Promise<ShownFigure[]> {
    const figures = await this.queries.figures(caller);
    return figures.map(({ decision, ...figure }) => ({ ...figure, decision: decision && shownDecision(decision) }));
  }

  @Query()
  myRechecks(@CallerOf() caller: Caller): Promise<RecheckDuty[]> {
    return this.queries.rechecks(caller);
  }

  @Query()
  objectionReceipt(@Args('receipt') receipt: string): Promise<ObjectionProgress | null> {
    return this.queries.progress(receipt);
  }

  @Mutation()
  recordObjection(@CallerOf() caller: Caller, @Args('input') input: RecordObjection): Promise<ObjectionRow> {
    return this.intake.record(caller, input);
  }

  @Mutation()
  objectByCode(@CallerOf() { requestId }: Caller, @Args('input') input: ObjectByCode): Promise<{ receipt: string }> {
    return this.byCode.record(requestId, input);
  }

  @Mutation()
  registerObjection(@CallerOf() caller: Caller, @Args('input') input: AskedStep): Promise<ObjectionRow> {
    return this.service.register(caller, input);
  }

  @Mutation()
  assignRecheck(@CallerOf() caller: Caller, @Args('input') input: AssignRecheck): Promise<ObjectionRow> {
    return this.service.assign(caller, input);
  }

  @Mutation()
  async recordRecheck(@CallerOf() caller: Caller, @Args('input') input: RecordRecheck): Promise<{ recorded: boolean }> {
    await this.service.recheck(caller, input);
    return { recorded: true };
  }

  @Mutation()
  decideObjection(
    @CallerOf() caller: Caller,
    @Args('input') { decision, ...input }: Omit<DecideObjection, 'decision'> & { decision: ShownDecision },
  ): Promise<ObjectionRow> {
    return this.service.decide(caller, { ...input, decision: decisionOf(decision) });
  }

  @Mutation()
  answerObjection(@CallerOf() caller: Caller, @Args('input') input: AskedStep): Promise<ObjectionRow> {
    return this.service.answer(caller, input);
  }

  @Mutation()
  callObjectorBack(@CallerOf() caller: Caller, @Args('input') input: CallObjectorBack): Promise<ObjectionRow> {
    return this.service.callBack(caller, input);
  }

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @CallerOf() caller: Caller): Promise<ObjectionRow | undefined> {
    return loaderFor(caller, this, (ids: readonly string[]) => this.queries.byIds(caller, ids)).load(id);
  }

  @ResolveField()
  household(@Parent() { householdId }: ObjectionRow): { id: string } | null {
    return householdId === null ? null : { id: householdId };
  }

  @ResolveField()
  consequence(@Parent() objection: ObjectionRow): string | undefined {
    const consequence = consequenceOf(objectionOf(objection));
    return consequence && shownConsequence(consequence);
  }

  @ResolveField()
  outcome(@Parent() { outcome }: ObjectionRow): ShownOutcome | null {
    if (!outcome) return null;
    const { decision, reason, at, newHouseholdId } = outcome;
    return { decision: shownDecision(decision), reason, at, newHouseholdNumber: newHouseholdId };
  }

  @ResolveField()
  steps(@Parent() { id }: ObjectionRow, @CallerOf() caller: Caller): Promise<StepTaken[] | undefined> {
    return loaderFor(caller, this.steps, (ids: readonly string[]) => this.queries.steps(caller, ids)).load(id);
  }

  @ResolveField()
  objector(@Parent() { id }: ObjectionRow, @CallerOf() caller: Caller): Promise<Objector | undefined> {
    return loaderFor(caller, this.objector, (ids: readonly string[]) => this.queries.objectors(caller, ids)).load(id);
  }
}
