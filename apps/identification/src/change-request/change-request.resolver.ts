import type { Caller } from '@jingzhun/access';
import { CallerOf, loaderFor, type Page } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver, ResolveReference, Parent } from '@nestjs/graphql';
import type { AskedChange } from './asked-change';
import { ChangeDecisionService, type DecideChangeRequest } from './change-decision.service';
import type { ChangeRequestRow } from './change-request.entity';
import { ChangeRequestQueries, type ChangeRequestFilter } from './change-request.queries';
import { ChangeRequestService, type WithdrawChangeRequest } from './change-request.service';
import { RequestedNumbers, type RequestedIdNumbers, type RevealRequestedIdNumbers } from './requested-numbers';

/** The input of the mutation that asks for one kind of change. */
type Input<Kind extends AskedChange['kind']> = Omit<Extract<AskedChange, { kind: Kind }>, 'kind'> & {
  key: string;
  reason: string;
  evidence: string;
};

@Resolver('ChangeRequest')
export class ChangeRequestResolver {
  constructor(
    @Inject(ChangeRequestService) private readonly requests: ChangeRequestService,
    @Inject(ChangeDecisionService) private readonly decisions: ChangeDecisionService,
    @Inject(RequestedNumbers) private readonly numbers: RequestedNumbers,
    @Inject(ChangeRequestQueries) private readonly queries: ChangeRequestQueries,
  ) {}

  @Query()
  changeRequest(@CallerOf() caller: Caller, @Args('id') id: string): Promise<ChangeRequestRow | undefined> {
    return this.one(caller, id);
  }

  @Query()
  changeRequests(
    @CallerOf() caller: Caller,
    @Args('first') first: number,
    @Args('filter') filter?: ChangeRequestFilter,
    @Args('after') after?: string,
  ): Promise<Page<ChangeRequestRow>> {
    return this.queries.page(caller, filter ?? {}, first, after);
  }

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @CallerOf() caller: Caller): Promise<ChangeRequestRow | undefined> {
    return this.one(caller, id);
  }

  @Mutation()
  requestSplit(@CallerOf() caller: Caller, @Args('input') input: Input<'split'>): Promise<ChangeRequestRow> {
    return this.ask(caller, 'split', input);
  }

  @Mutation()
  requestMerger(@CallerOf() caller: Caller, @Args('input') input: Input<'merge'>): Promise<ChangeRequestRow> {
    return this.ask(caller, 'merge', input);
  }

  @Mutation()
  requestTransfer(@CallerOf() caller: Caller, @Args('input') input: Input<'transfer'>): Promise<ChangeRequestRow> {
    return this.ask(caller, 'transfer', input);
  }

  @Mutation()
  requestChangeOfHead(@CallerOf() caller: Caller, @Args('input') input: Input<'head'>): Promise<ChangeRequestRow> {
    return this.ask(caller, 'head', input);
  }

  @Mutation()
  requestIdentityCorrection(
    @CallerOf() caller: Caller,
    @Args('input') input: Input<'identity'>,
  ): Promise<ChangeRequestRow> {
    return this.ask(caller, 'identity', input);
  }

  @Mutation()
  requestMemberAdded(
    @CallerOf() caller: Caller,
    @Args('input') input: Input<'memberAdded'>,
  ): Promise<ChangeRequestRow> {
    return this.ask(caller, 'memberAdded', input);
  }

  @Mutation()
  requestMemberRemoved(
    @CallerOf() caller: Caller,
    @Args('input') input: Input<'memberRemoved'>,
  ): Promise<ChangeRequestRow> {
    return this.ask(caller, 'memberRemoved', input);
  }

  @Mutation()
  requestHouseholdAdded(
    @CallerOf() caller: Caller,
    @Args('input') input: Input<'householdAdded'>,
  ): Promise<ChangeRequestRow> {
    return this.ask(caller, 'householdAdded', input);
  }

  @Mutation()
  withdrawChangeRequest(
    @CallerOf() caller: Caller,
    @Args('input') input: WithdrawChangeRequest,
  ): Promise<ChangeRequestRow> {
    return this.requests.withdraw(caller, input);
  }

  @Mutation()
  decideChangeRequest(
    @CallerOf() caller: Caller,
    @Args('input') input: DecideChangeRequest,
  ): Promise<ChangeRequestRow> {
    return this.decisions.decide(caller, input);
  }

  @Mutation()
  revealRequestedIdNumbers(
    @CallerOf() caller: Caller,
    @Args('input') input: RevealRequestedIdNumbers,
  ): Promise<RequestedIdNumbers> {
    return this.numbers.reveal(caller, input);
  }

  private ask<Kind extends AskedChange['kind']>(
    caller: Caller,
    kind: Kind,
    { key, reason, evidence, ...change }: Input<Kind>,
  ): Promise<ChangeRequestRow> {
    return this.requests.request(caller, key, {
      change: { kind, ...change } as unknown as AskedChange,
      reason,
      evidence,
    });
  }

  private one(caller: Caller, id: string): Promise<ChangeRequestRow | undefined> {
    return loaderFor(caller, this.queries, (ids: readonly string[]) => this.queries.byIds(caller, ids)).load(id);
  }
}
