import type { Caller } from '@jingzhun/access';
import { CallerOf, type Page } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { AssignTeamInput, QueryAssignmentsArgs } from '../graph.generated';
import type { PersonRow } from '../person/person.entity';
import { PersonQueries } from '../person/person.queries';
import type { TeamRow } from '../team/team.entity';
import { TeamQueries } from '../team/team.queries';
import type { AssignmentRow } from './assignment.entity';
import { AssignmentQueries } from './assignment.queries';
import { AssignmentService } from './assignment.service';

@Resolver('Assignment')
export class AssignmentResolver {
  constructor(
    @Inject(AssignmentQueries) private readonly queries: AssignmentQueries,
    @Inject(AssignmentService) private readonly assignments: AssignmentService,
    @Inject(TeamQueries) private readonly teams: TeamQueries,
    @Inject(PersonQueries) private readonly people: PersonQueries,
  ) {}

  @Query('assignments')
  page(@CallerOf() caller: Caller, @Args() args: QueryAssignmentsArgs): Promise<Page<AssignmentRow>> {
    return this.queries.page(caller, args);
  }

  @Mutation()
  assignTeam(@CallerOf() caller: Caller, @Args('input') input: AssignTeamInput): Promise<AssignmentRow> {
    return this.assignments.assignTeam(caller, input);
  }

  @ResolveField()
  async team(@CallerOf() caller: Caller, @Parent() { teamId }: AssignmentRow): Promise<TeamRow | undefined> {
    return teamId ? this.teams.find(caller, teamId) : undefined;
  }

  @ResolveField()
  async person(@CallerOf() caller: Caller, @Parent() { personId }: AssignmentRow): Promise<PersonRow | undefined> {
    return personId ? this.people.find(caller, personId) : undefined;
  }
}
