import type { Caller } from '@jingzhun/access';
import { CallerOf } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { TeamRow } from '../team/team.entity';
import { AssignmentQueries } from './assignment.queries';

/** What this subject adds to a team. */
@Resolver('Team')
export class TeamAreasResolver {
  constructor(@Inject(AssignmentQueries) private readonly assignments: AssignmentQueries) {}

  @ResolveField()
  assignedAreas(@CallerOf() caller: Caller, @Parent() team: TeamRow): Promise<string[]> {
    return this.assignments.areasOfTeam(caller, team.id);
  }
}
