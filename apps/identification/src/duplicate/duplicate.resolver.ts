import type { Caller } from '@jingzhun/access';
import { CallerOf, loaderFor, type Page } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { ChangeRequestQueries } from '../change-request/change-request.queries';
import type { ChangeRequestRow } from '../change-request/change-request.entity';
import { HouseholdQueries, type AnyHousehold } from '../household/household.queries';
import { householdFor } from '../household/household.resolver';
import type { MemberRow } from '../household/member.entity';
import type { DuplicateLeadRow } from './duplicate.entity';
import { DuplicateQueries, type DuplicateLeadFilter } from './duplicate.queries';
import { differences } from './duplicate.rules';
import { DuplicateService, type DecideDuplicate } from './duplicate.service';

type Ids = readonly string[];

@Resolver('DuplicateLead')
export class DuplicateResolver {
  private readonly loads = { members: {}, requests: {} };

  constructor(
    @Inject(DuplicateQueries) private readonly queries: DuplicateQueries,
    @Inject(DuplicateService) private readonly service: DuplicateService,
    @Inject(HouseholdQueries) private readonly households: HouseholdQueries,
    @Inject(ChangeRequestQueries) private readonly requests: ChangeRequestQueries,
  ) {}

  @Query()
  duplicateLead(@CallerOf() caller: Caller, @Args('id') id: string): Promise<DuplicateLeadRow | undefined> {
    return this.lead(caller, id);
  }

  @Query()
  duplicateLeads(
    @CallerOf() caller: Caller,
    @Args('first') first: number,
    @Args('filter') filter?: DuplicateLeadFilter,
    @Args('after') after?: string,
  ): Promise<Page<DuplicateLeadRow>> {
    return this.queries.page(caller, filter ?? {}, first, after);
  }

  @Mutation()
  decideDuplicate(@CallerOf() caller: Caller, @Args('input') input: DecideDuplicate): Promise<DuplicateLeadRow> {
    return this.service.decide(caller, input);
  }

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @CallerOf() caller: Caller): Promise<DuplicateLeadRow | undefined> {
    return this.lead(caller, id);
  }

  @ResolveField()
  reasons(@Parent() { sameNumber, sameNameAndBirth }: DuplicateLeadRow): string[] {
    return [...(sameNumber ? ['sameIdNumber'] : []), ...(sameNameAndBirth ? ['sameNameAndBirth'] : [])];
  }

  @ResolveField()
  one(@Parent() { oneMemberId }: DuplicateLeadRow, @CallerOf() caller: Caller): Promise<MemberRow | undefined> {
    return this.member(caller, oneMemberId);
  }

  @ResolveField()
  other(@Parent() { otherMemberId }: DuplicateLeadRow, @CallerOf() caller: Caller): Promise<MemberRow | undefined> {
    return this.member(caller, otherMemberId);
  }

  @ResolveField()
  async differences(@Parent() lead: DuplicateLeadRow, @CallerOf() caller: Caller): Promise<string[]> {
    const [one, other] = await Promise.all([
      this.member(caller, lead.oneMemberId),
      this.member(caller, lead.otherMemberId),
    ]);
    return one && other ? differences(one, other, lead.sameNumber) : [];
  }

  @ResolveField()
  keeper(
    @Parent() { keeperHouseholdId }: DuplicateLeadRow,
    @CallerOf() caller: Caller,
  ): Promise<AnyHousehold | undefined> | null {
    return keeperHouseholdId ? householdFor(caller, this.households, keeperHouseholdId) : null;
  }

  @ResolveField()
  changeRequest(
    @Parent() { changeRequestId }: DuplicateLeadRow,
    @CallerOf() caller: Caller,
  ): Promise<ChangeRequestRow | undefined> | null {
    if (!changeRequestId) return null;
    const load = (ids: Ids) => this.requests.byIds(caller, ids);
    return loaderFor(caller, this.loads.requests, load).load(changeRequestId);
  }

  @ResolveField()
  decidedBy(@Parent() { decidedByPerson }: DuplicateLeadRow): { id: string } | null {
    return decidedByPerson ? { id: decidedByPerson } : null;
  }

  private member(caller: Caller, id: string): Promise<MemberRow | undefined> {
    return loaderFor(caller, this.loads.members, (ids: Ids) => this.queries.members(caller, ids)).load(id);
  }

  private lead(caller: Caller, id: string): Promise<DuplicateLeadRow | undefined> {
    return loaderFor(caller, this.queries, (ids: Ids) => this.queries.byIds(caller, ids)).load(id);
  }
}
