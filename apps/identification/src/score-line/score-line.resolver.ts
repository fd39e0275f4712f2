import type { Caller } from '@jingzhun/access';
import type { ScenarioTable } from '@jingzhun/identification-rules';
import { CallerOf, type Page } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AnnouncementService, type Announced, type PostAnnouncement } from './announcement.service';
import type { PoorHousehold } from './poor-household.queries';
import type { ScoreLineProposalRow } from './score-line-proposal.entity';
import type { ScoreLineRow } from './score-line.entity';
import { ScoreLineService, type DecideScoreLine, type ProposeScoreLine } from './score-line.service';

@Resolver()
export class ScoreLineResolver {
  constructor(
    @Inject(ScoreLineService) private readonly lines: ScoreLineService,
    @Inject(AnnouncementService) private readonly announcements: AnnouncementService,
  ) {}

  @Query()
  scoreLineTable(
    @CallerOf() caller: Caller,
    @Args('quota') quota: number,
    @Args('lines') lines?: number[],
  ): Promise<ScenarioTable> {
    return this.lines.table(caller, quota, lines ?? null);
  }

  @Query()
  scoreLine(@CallerOf() caller: Caller): Promise<ScoreLineRow | null> {
    return this.lines.newest(caller);
  }

  @Query()
  scoreLines(@CallerOf() caller: Caller): Promise<ScoreLineRow[]> {
    return this.lines.all(caller);
  }

  @Query()
  scoreLineProposals(@CallerOf() caller: Caller): Promise<ScoreLineProposalRow[]> {
    return this.lines.proposals(caller);
  }

  @Query()
  poorHouseholds(
    @CallerOf() caller: Caller,
    @Args('villageCode') villageCode: string,
    @Args('first') first: number,
    @Args('after') after?: string,
  ): Promise<Page<PoorHousehold>> {
    return this.announcements.poorHouseholds(caller, villageCode, first, after);
  }

  @Mutation()
  proposeScoreLine(@CallerOf() caller: Caller, @Args('input') input: ProposeScoreLine): Promise<ScoreLineProposalRow> {
    return this.lines.propose(caller, input);
  }

  @Mutation()
  decideScoreLine(@CallerOf() caller: Caller, @Args('input') input: DecideScoreLine): Promise<ScoreLineProposalRow> {
    return this.lines.decide(caller, input);
  }

  @Mutation()
  postAnnouncement(@CallerOf() caller: Caller, @Args('input') input: PostAnnouncement): Promise<Announced> {
    return this.announcements.post(caller, input);
  }
}
