import { Module } from '@nestjs/common';
import { PersonModule } from '../person/person.module';
import { MembershipQueries } from './membership.queries';
import { PersonTeamsResolver } from './person-teams.resolver';
import { TeamQueries } from './team.queries';
import { TeamRepository } from './team.repository';
import { TeamResolver } from './team.resolver';

@Module({
  imports: [PersonModule],
  providers: [MembershipQueries, PersonTeamsResolver, TeamQueries, TeamRepository, TeamResolver],
  exports: [TeamQueries, TeamRepository],
})
export class TeamModule {}
