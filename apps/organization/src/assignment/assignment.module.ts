import { Module } from '@nestjs/common';
import { PersonModule } from '../person/person.module';
import { TeamModule } from '../team/team.module';
import { AssignmentQueries } from './assignment.queries';
import { AssignmentRepository } from './assignment.repository';
import { AssignmentResolver } from './assignment.resolver';
import { AssignmentService } from './assignment.service';
import { TeamAreasResolver } from './team-areas.resolver';

@Module({
  imports: [PersonModule, TeamModule],
  providers: [AssignmentQueries, AssignmentRepository, AssignmentResolver, AssignmentService, TeamAreasResolver],
  exports: [AssignmentRepository],
})
export class AssignmentModule {}
