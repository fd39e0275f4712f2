import type { Caller } from '@jingzhun/access';
import { CallerOf, type Page } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { VetoQueries } from './veto.queries';
import type { VetoFilter, VetoRow } from './veto.repository';
import { shownSteps, type ShownVetoStep } from './veto.view';
import {
  VetoService,
  type DecideVetoLift,
  type LetVetoesStand,
  type ProposeVeto,
  type VerifyVetoLift,
} from './veto.service';

@Resolver('Veto')
export class VetoResolver {
  constructor(
    @Inject(VetoService) private readonly service: VetoService,
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
    return this.service.stand(caller, input);
  }

  @Mutation()
  verifyVetoLift(@CallerOf() caller: Caller, @Args('input') input: VerifyVetoLift): Promise<VetoRow> {
    return this.service.verifyLift(caller, input);
  }

  @Mutation()
  decideVetoLift(@CallerOf() caller: Caller, @Args('input') input: DecideVetoLift): Promise<VetoRow> {
    return this.service.decideLift(caller, input);
  }

  @ResolveField()
  steps(@Parent() veto: VetoRow): ShownVetoStep[] {
    return shownSteps(veto);
  }
}
