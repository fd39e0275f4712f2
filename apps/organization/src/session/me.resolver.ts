import type { Caller, Passport } from '@jingzhun/access';
import { CallerOf } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { PersonRow } from '../person/person.entity';
import { PersonQueries } from '../person/person.queries';
import type { TeamRow } from '../team/team.entity';
import { TeamQueries } from '../team/team.queries';

@Resolver('Me')
export class MeResolver {
  constructor(
    @Inject(PersonQueries) private readonly people: PersonQueries,
    @Inject(TeamQueries) private readonly allTeams: TeamQueries,
  ) {}

  @Query()
  me(@Context('passport') { accountId, grants }: Passport): Pick<Passport, 'accountId' | 'grants'> {
    return { accountId, grants };
  }

  @ResolveField()
  person(@CallerOf() caller: Caller): Promise<PersonRow | null> {
    return this.people.own(caller);
  }

  @ResolveField()
  teams(@CallerOf() caller: Caller): Promise<TeamRow[]> {
    return this.allTeams.own(caller);
  }
}
