import { randomUUID } from 'node:crypto';
import type { Role } from '@jingzhun/access';
import { guardedUpdate, type Scope } from '@jingzhun/database';
import { StaleVersion } from '@jingzhun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AssignmentRow } from './assignment.entity';

export interface TeamChange {
  areaCode: string;
  role: Role;
  /** The version the caller had before him; 0 when there was no assignment. */
  version: number;
  teamId: string | null;
  changedAt: Date;
}

@Injectable()
export class AssignmentRepository {
  /** @throws StaleVersion when the assignment is not at the version the change was decided on */
  async setTeam(tx: EntityManager, scope: Scope, change: TeamChange): Promise<AssignmentRow> {
    const { areaCode, role, version, teamId, changedAt } = change;
    const known = await this.find(tx, scope, areaCode, role);
    if (!known && version === 0) return this.create(tx, change);
    if (!known || version === 0) throw new StaleVersion('The assignment was changed after it was read.', 'version');
    const newVersion = await guardedUpdate(tx, 'assignment', known.id, version, {
      team_id: teamId,
      person_id: null,
      changed_at: changedAt,
    });
    return { ...known, version: newVersion, teamId, personId: null, changedAt };
  }

  /** The groups that the teams of a person answer for. */
  async groupsOfWorker(tx: EntityManager, personId: string): Promise<string[]> {
    const rows = await tx.query<{ area_code: string }[]>(
      `SELECT area_code FROM assignment JOIN team_member USING (team_id)
        WHERE role = 'fieldWorker' AND team_member.person_id = $1 ORDER BY area_code`,
      [personId],
    );
    return rows.map((row) => row.area_code);
  }

  private find(tx: EntityManager, scope: Scope, areaCode: string, role: Role): Promise<AssignmentRow | null> {
    return tx
      .getRepository(AssignmentRow)
      .createQueryBuilder('assignment')
      .where('assignment.areaCode = :areaCode AND assignment.role = :role', { areaCode, role })
      .andWhere('assignment.areaCode ^@ ANY(:areas)', { areas: scope.areas })
      .getOne();
  }

  private async create(tx: EntityManager, change: TeamChange): Promise<AssignmentRow> {
    const { areaCode, role, teamId, changedAt } = change;
    const row: AssignmentRow = { id: randomUUID(), version: 1, areaCode, role, teamId, personId: null, changedAt };
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(AssignmentRow)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) throw new StaleVersion('Somebody was faster.', 'version');
    return row;
  }
}
