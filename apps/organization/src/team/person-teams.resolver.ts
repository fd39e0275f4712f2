import type { Caller } from '@jingzhun/access';
import { CallerOf } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { PersonRow } from '../person/person.entity';
import { MembershipQueries } from './membership.queries';
import type { TeamRow } from './team.entity';

/** What this subject adds to a person. */
@Resolver('Person')
export class PersonTeamsResolver {
  constructor(@Inject(MembershipQueries) private readonly memberships: MembershipQueries) {}

  @ResolveField()
  teams(@CallerOf() caller: Caller, @Parent() person: PersonRow): Promise<TeamRow[]> {
    return this.memberships.teams(caller, person);
  }
}
