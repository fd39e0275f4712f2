import type { Caller } from '@jingzhun/access';
import { CallerOf, type Page } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { VetoQueries } from './veto.queries';
import type { VetoFilter, VetoRow } from './veto.repository';
import { shownSteps, type ShownVetoStep } from './veto.view';
import {
  VetoDecisionService,
  type DecideVetoLift,
  type LetVetoesStand,
  type VerifyVetoLift,
} from './veto-decision.service';
import { VetoService, type ProposeVeto } from './veto.service';

@Resolver('Veto')
export class VetoResolver {
  constructor(
    @Inject(VetoService) private readonly service: VetoService,
    @Inject(VetoDecisionService) private readonly decisions: VetoDecisionService,
    @Inject(VetoQueries) private readonly queries: VetoQueries,
  ) {}

  @Query()
  vetoes(
    @CallerOf() caller: Caller,
    @Args('first') first: number,
    @Args('filter') filter?: VetoFilter,
    @Args('after') after?: string,
  ): Promise<Page<VetoRow>> {
    return this.queries.page(caller, filter ?? {}, first, after);
  }

  @Mutation()
  proposeVeto(@CallerOf() caller: Caller, @Args('input') input: ProposeVeto): Promise<VetoRow> {
    return this.service.propose(caller, input);
  }

  @Mutation()
  letVetoesStand(@CallerOf() caller: Caller, @Args('input') input: LetVetoesStand): Promise<{ vetoes: VetoRow[] }> {
    return this.decisions.stand(caller, input);
  }

  @Mutation()
  verifyVetoLift(@CallerOf() caller: Caller, @Args('input') input: VerifyVetoLift): Promise<VetoRow> {
    return this.decisions.verifyLift(caller, input);
  }

  @Mutation()
  decideVetoLift(@CallerOf() caller: Caller, @Args('input') input: DecideVetoLift): Promise<VetoRow> {
    return this.decisions.decideLift(caller, input);
  }

  @ResolveField()
  steps(@Parent() veto: VetoRow): ShownVetoStep[] {
    return shownSteps(veto);
  }
}
