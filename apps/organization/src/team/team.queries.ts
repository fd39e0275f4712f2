import { isUuid } from '@jingzhun/kernel';
import type { Caller } from '@jingzhun/access';
import { countyWide, Database } from '@jingzhun/database';
import { loaderFor, pageFrom, type Page } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { QueryTeamsArgs } from '../graph.generated';
import { TeamRow } from './team.entity';

/** Teams for screens: those of the caller's area. */
@Injectable()
export class TeamQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  page(caller: Caller, { filter, first, after }: QueryTeamsArgs): Promise<Page<TeamRow>> {
    return this.database.read(caller, async (tx) => {
      const matching = inScope(tx, caller);
      if (filter?.areaCode) matching.andWhere('team.areaCode ^@ :areaCode', { areaCode: filter.areaCode });
      if (filter?.kind) matching.andWhere('team.kind = :kind', { kind: filter.kind });
      return pageFrom(matching, { by: ['team.number'], first, after }, (team) => [team.number]);
    });
  }

  /** A team of the caller's area; those asked for in one tick are read together. */
  find(caller: Caller, id: string): Promise<TeamRow | undefined> {
    return loaderFor(caller, this, (ids: readonly string[]) => this.byIds(caller, ids)).load(id);
  }

  /** The teams the caller works in, wherever they belong. */
  own(caller: Caller): Promise<TeamRow[]> {
    if (!caller.personId) return Promise.resolve([]);
    return this.database.read(countyWide, (tx) =>
      tx
        .getRepository(TeamRow)
        .createQueryBuilder('team')
        .innerJoin('team_member', 'member', 'member.team_id = team.id AND member.person_id = :personId', {
          personId: caller.personId,
        })
        .orderBy('team.number')
        .getMany(),
    );
  }

  private async byIds(caller: Caller, ids: readonly string[]): Promise<Map<string, TeamRow>> {
    const rows = await this.database.read(caller, (tx) =>
      inScope(tx, caller)
        .andWhere('team.id = ANY(:ids)', { ids: ids.filter(isUuid) })
        .getMany(),
    );
    return new Map(rows.map((team) => [team.id, team]));
  }
}

function inScope(tx: EntityManager, caller: Caller): SelectQueryBuilder<TeamRow> {
  return tx
    .getRepository(TeamRow)
    .createQueryBuilder('team')
    .where('team.areaCode ^@ ANY(:areas)', { areas: caller.areas });
}
