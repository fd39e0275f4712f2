import type { Caller } from '@jingzhun/access';
import type { Adjournment, Ballot, ClosingProblem, Convening, Outlier, Tally } from '@jingzhun/identification-rules';
import { CallerOf, loaderFor } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { SittingRow } from '../sitting/sitting.entity';
import type { MeetingFactRow } from './meeting-fact.entity';
import { MeetingQueries, type ShownSeat } from './meeting.queries';
import type { DeclaredRecusal, Referral, RestAsked, SignatureAsked, VoteAsked } from './meeting.rules';
import { MeetingHolding, type HoldReview } from './meeting-holding';
import { MeetingService } from './meeting.service';
import type { MeetingStep } from './open-meeting';

@Resolver('Sitting')
export class MeetingResolver {
  constructor(
    @Inject(MeetingHolding) private readonly holding: MeetingHolding,
    @Inject(MeetingService) private readonly service: MeetingService,
    @Inject(MeetingQueries) private readonly queries: MeetingQueries,
  ) {}

  @Mutation()
  holdGroupReview(@CallerOf() caller: Caller, @Args('input') input: HoldReview): Promise<SittingRow> {
    return this.holding.hold(caller, 'group', input);
  }

  @Mutation()
  holdVillageReview(@CallerOf() caller: Caller, @Args('input') input: HoldReview): Promise<SittingRow> {
    return this.holding.hold(caller, 'village', input);
  }

  @Mutation()
  conveneMeeting(@CallerOf() caller: Caller, @Args('input') input: MeetingStep & Convening): Promise<SittingRow> {
    return this.service.convene(caller, input);
  }

  @Mutation()
  recordAttendance(
    @CallerOf() caller: Caller,
    @Args('input') input: MeetingStep & { persons: string[] },
  ): Promise<SittingRow> {
    return this.service.attend(caller, input);
  }

  @Mutation()
  declareRecusals(
    @CallerOf() caller: Caller,
    @Args('input') input: MeetingStep & { recusals: DeclaredRecusal[] },
  ): Promise<SittingRow> {
    return this.service.recuse(caller, input);
  }

  @Mutation()
  recordVotes(
    @CallerOf() caller: Caller,
    @Args('input') input: MeetingStep & { votes: VoteAsked[]; rest?: RestAsked | null },
  ): Promise<SittingRow> {
    return this.service.vote(caller, input);
  }

  @Mutation()
  referHouseholds(
    @CallerOf() caller: Caller,
    @Args('input') input: MeetingStep & { referrals: Referral[] },
  ): Promise<SittingRow> {
    return this.service.refer(caller, input);
  }

  @Mutation()
  recordMinutes(
    @CallerOf() caller: Caller,
    @Args('input') input: MeetingStep & { minutes: string; photos: string[]; signatures: SignatureAsked[] },
  ): Promise<SittingRow> {
    return this.service.takeMinutes(caller, input);
  }

  @Mutation()
  adjournMeeting(@CallerOf() caller: Caller, @Args('input') input: MeetingStep & Adjournment): Promise<SittingRow> {
    return this.service.adjourn(caller, input);
  }

  @Mutation()
  strikeMeetingFact(
    @CallerOf() caller: Caller,
    @Args('input') input: MeetingStep & { fact: number; reason: string },
  ): Promise<SittingRow> {
    return this.service.strike(caller, input);
  }

  @Mutation()
  closeMeeting(@CallerOf() caller: Caller, @Args('input') input: MeetingStep): Promise<SittingRow> {
    return this.holding.close(caller, input);
  }

  @ResolveField()
  today(@Parent() sitting: SittingRow): Promise<string> {
    return this.queries.today(sitting, new Date());
  }

  @ResolveField()
  facts(@Parent() sitting: SittingRow, @CallerOf() caller: Caller): Promise<MeetingFactRow[]> {
    return this.factsOf(caller, sitting);
  }

  @ResolveField()
  async tally(@Parent() sitting: SittingRow, @CallerOf() caller: Caller): Promise<Tally | null> {
    return this.queries.tally(sitting, await this.factsOf(caller, sitting));
  }

  @ResolveField()
  async closingProblems(@Parent() sitting: SittingRow, @CallerOf() caller: Caller): Promise<ClosingProblem[]> {
    return this.queries.closingProblems(sitting, await this.factsOf(caller, sitting), new Date());
  }

  @ResolveField()
  async roster(@Parent() sitting: SittingRow, @CallerOf() caller: Caller): Promise<ShownSeat[]> {
    return this.queries.roster(caller, sitting, await this.factsOf(caller, sitting), new Date());
  }

  @ResolveField()
  outliers(@Parent() sitting: SittingRow, @CallerOf() caller: Caller): Promise<Outlier[]> {
    return this.queries.outliers(caller, sitting);
  }

  private async factsOf(caller: Caller, { id }: SittingRow): Promise<MeetingFactRow[]> {
    const load = (ids: readonly string[]) => this.queries.facts(caller, ids);
    return (await loaderFor(caller, this, load).load(id)) ?? [];
  }
}

@Resolver('Ballot')
export class BallotResolver {
  constructor(@Inject(MeetingQueries) private readonly queries: MeetingQueries) {}

  @ResolveField()
  householdNumber(@Parent() { householdId }: Ballot, @CallerOf() caller: Caller): Promise<string> {
    return numberOf(this.queries, caller, householdId);
  }

  @ResolveField()
  barred(@Parent() { barred }: Ballot): number {
    return barred.length;
  }
}

@Resolver('Seat')
export class SeatResolver {
  constructor(@Inject(MeetingQueries) private readonly queries: MeetingQueries) {}

  @ResolveField()
  householdNumber(@Parent() { householdId }: ShownSeat, @CallerOf() caller: Caller): Promise<string> {
    return numberOf(this.queries, caller, householdId);
  }
}

@Resolver('Outlier')
export class OutlierResolver {
  @ResolveField()
  words(@Parent() { words }: Outlier): string {
    return words.zh;
  }

  @ResolveField()
  wordsInEnglish(@Parent() { words }: Outlier): string {
    return words.en;
  }
}

/** A household that has left the caller's area since has no number for him. */
async function numberOf(queries: MeetingQueries, caller: Caller, householdId: string): Promise<string> {
  const load = (ids: readonly string[]) => queries.numbers(caller, ids);
  return (await loaderFor(caller, queries, load).load(householdId)) ?? '';
}
