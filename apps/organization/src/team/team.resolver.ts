import type { Caller } from '@jingzhun/access';
import { CallerOf, type Page } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import type { QueryTeamsArgs } from '../graph.generated';
import type { PersonRow } from '../person/person.entity';
import type { TeamRow } from './team.entity';
import { TeamQueries } from './team.queries';
import { MembershipQueries } from './membership.queries';

@Resolver('Team')
export class TeamResolver {
  constructor(
    @Inject(TeamQueries) private readonly teams: TeamQueries,
    @Inject(MembershipQueries) private readonly memberships: MembershipQueries,
  ) {}

  @Query()
  team(@CallerOf() caller: Caller, @Args('id') id: string): Promise<TeamRow | undefined> {
    return this.teams.find(caller, id);
  }

  @Query('teams')
  page(@CallerOf() caller: Caller, @Args() args: QueryTeamsArgs): Promise<Page<TeamRow>> {
    return this.teams.page(caller, args);
  }

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @CallerOf() caller: Caller): Promise<TeamRow | undefined> {
    return this.teams.find(caller, id);
  }

  @ResolveField()
  leader(@CallerOf() caller: Caller, @Parent() team: TeamRow): Promise<PersonRow | undefined> {
    return this.memberships.leader(caller, team);
  }

  @ResolveField()
  members(@CallerOf() caller: Caller, @Parent() team: TeamRow): Promise<PersonRow[]> {
    return this.memberships.members(caller, team);
  }
}
