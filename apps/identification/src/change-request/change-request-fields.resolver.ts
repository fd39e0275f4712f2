import type { Caller } from '@jingzhun/access';
import { CallerOf } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { HouseholdQueries, type AnyHousehold } from '../household/household.queries';
import { householdFor } from '../household/household.resolver';
import type { ChangeRequestRow } from './change-request.entity';
import { effectsOn } from './change-request.rules';
import type { ExtractedHousehold } from './register-extract';

export interface CaseEffectShown {
  householdId: string;
  effect: 'enters' | 'ends' | 'moves';
}

/** What a change request shows beside its columns. */
@Resolver('ChangeRequest')
export class ChangeRequestFieldsResolver {
  constructor(@Inject(HouseholdQueries) private readonly households: HouseholdQueries) {}

  @ResolveField()
  household(
    @Parent() { householdId }: ChangeRequestRow,
    @CallerOf() caller: Caller,
  ): Promise<AnyHousehold | undefined> {
    return householdFor(caller, this.households, householdId);
  }

  @ResolveField()
  otherHousehold(
    @Parent() { otherHouseholdId }: ChangeRequestRow,
    @CallerOf() caller: Caller,
  ): Promise<AnyHousehold | undefined> | null {
    return otherHouseholdId ? householdFor(caller, this.households, otherHouseholdId) : null;
  }

  @ResolveField()
  cause(@Parent() { proposal }: ChangeRequestRow): string | null {
    return 'cause' in proposal ? proposal.cause : null;
  }

  @ResolveField()
  before(@Parent() { before }: ChangeRequestRow): ExtractedHousehold[] {
    return before.households;
  }

  @ResolveField()
  after(@Parent() { after }: ChangeRequestRow): ExtractedHousehold[] {
    return after.households;
  }

  @ResolveField()
  caseEffects(@Parent() { before, after }: ChangeRequestRow): CaseEffectShown[] {
    const { enter, end, move } = effectsOn(before, after);
    return [
      ...enter.map((householdId) => ({ householdId, effect: 'enters' as const })),
      ...end.map((householdId) => ({ householdId, effect: 'ends' as const })),
      ...move.map(({ id }) => ({ householdId: id, effect: 'moves' as const })),
    ];
  }

  @ResolveField()
  requestedBy(@Parent() { requestedByPerson }: ChangeRequestRow): { id: string } | null {
    return requestedByPerson ? { id: requestedByPerson } : null;
  }

  @ResolveField()
  decidedBy(@Parent() { decidedByPerson }: ChangeRequestRow): { id: string } | null {
    return decidedByPerson ? { id: decidedByPerson } : null;
  }
}
