import type { Scope } from '@jingzhun/database';
import { isUuid, NotFound } from '@jingzhun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TeamRow } from './team.entity';

@Injectable()
export class TeamRepository {
  /** @throws NotFound when the team does not exist or lies outside the scope */
  async get(tx: EntityManager, scope: Scope, id: string): Promise<TeamRow> {
    const team = isUuid(id)
      ? await tx
          .getRepository(TeamRow)
          .createQueryBuilder('team')
          .where('team.id = :id AND team.areaCode ^@ ANY(:areas)', { id, areas: scope.areas })
          .getOne()
      : null;
    if (!team) throw new NotFound('There is no such team in your area.', 'teamId');
    return team;
  }
}
