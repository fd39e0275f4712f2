import type { Caller } from '@jingzhun/access';
import { assignmentChangedV1 } from '@jingzhun/contracts/organization';
import { Database, once } from '@jingzhun/database';
import type { Clock } from '@jingzhun/kernel';
import { emit } from '@jingzhun/outbox';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../clock.module';
import type { AssignTeamInput } from '../graph.generated';
import { TeamRepository } from '../team/team.repository';
import type { AssignmentRow } from './assignment.entity';
import { assignmentChanged } from './assignment.event';
import { AssignmentRepository } from './assignment.repository';
import { checkAssignment } from './assignment.rules';

@Injectable()
export class AssignmentService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AssignmentRepository) private readonly assignments: AssignmentRepository,
    @Inject(TeamRepository) private readonly teams: TeamRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  assignTeam(caller: Caller, { key, areaCode, version, teamId = null }: AssignTeamInput): Promise<AssignmentRow> {
    const payload = { assignTeam: { areaCode, version, teamId } };
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload }, async () => {
        const team = teamId === null ? undefined : await this.teams.get(tx, caller, teamId);
        checkAssignment(caller.areas, areaCode, team);
        const change = { areaCode, role: 'fieldWorker', version, teamId, changedAt: this.clock.now() } as const;
        const assignment = await this.assignments.setTeam(tx, caller, change);
        const origin = { actor: caller.accountId, correlation: caller.requestId };
        await emit(tx, origin, assignmentChangedV1, [assignmentChanged(assignment, team?.leaderId)]);
        return assignment;
      }),
    );
  }
}
