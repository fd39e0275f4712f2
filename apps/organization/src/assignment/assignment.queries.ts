import { isUuid } from '@jingzhun/kernel';
import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { loaderFor, pageFrom, type Page } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import type { QueryAssignmentsArgs } from '../graph.generated';
import { AssignmentRow } from './assignment.entity';

/** Assignments for screens: those of the caller's area. */
@Injectable()
export class AssignmentQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  page(caller: Caller, { filter, first, after }: QueryAssignmentsArgs): Promise<Page<AssignmentRow>> {
    return this.database.read(caller, async (tx) => {
      const matching = tx
        .getRepository(AssignmentRow)
        .createQueryBuilder('assignment')
        .where('assignment.areaCode ^@ ANY(:areas)', { areas: caller.areas });
      if (filter?.areaCode) matching.andWhere('assignment.areaCode ^@ :areaCode', { areaCode: filter.areaCode });
      if (filter?.role) matching.andWhere('assignment.role = :role', { role: filter.role });
      if (filter?.teamId) {
        matching.andWhere('assignment.teamId = ANY(:teamIds)', { teamIds: [filter.teamId].filter(isUuid) });
      }
      const by = ['assignment.areaCode', 'assignment.role'];
      return pageFrom(matching, { by, first, after }, ({ areaCode, role }) => [areaCode, role]);
    });
  }

  /** The areas a team answers for, as far as they lie in the caller's area. */
  async areasOfTeam(caller: Caller, teamId: string): Promise<string[]> {
    const loader = loaderFor(caller, this, (teamIds: readonly string[]) => this.areasOfTeams(caller, teamIds));
    return (await loader.load(teamId)) ?? [];
  }

  private async areasOfTeams(caller: Caller, teamIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.database.read(caller, (tx) =>
      tx.query<{ team_id: string; areas: string[] }[]>(
        `SELECT team_id, array_agg(area_code ORDER BY area_code) AS areas FROM assignment
          WHERE team_id = ANY ($1) AND area_code ^@ ANY ($2) GROUP BY team_id`,
        [teamIds, caller.areas],
      ),
    );
    return new Map(rows.map((row) => [row.team_id, row.areas]));
  }
}
