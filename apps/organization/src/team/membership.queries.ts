import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { loaderFor } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import type { PersonRow } from '../person/person.entity';
import { PersonQueries } from '../person/person.queries';
import type { TeamRow } from './team.entity';
import { TeamQueries } from './team.queries';

/** Owners of the two loaders of this file. */
const membersOf = {};
const teamsOf = {};

const membersSql = `
  SELECT team_id AS key, array_agg(person_id ORDER BY number) AS ids
    FROM team_member JOIN person ON person.id = person_id WHERE team_id = ANY ($1) GROUP BY team_id`;

const teamsSql = `
  SELECT person_id AS key, array_agg(team_id ORDER BY number) AS ids
    FROM team_member JOIN team ON team.id = team_id WHERE person_id = ANY ($1) GROUP BY person_id`;

/** Who works in which team, as far as both belong to the caller's area. */
@Injectable()
export class MembershipQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PersonQueries) private readonly people: PersonQueries,
    @Inject(TeamQueries) private readonly allTeams: TeamQueries,
  ) {}

  leader(caller: Caller, { leaderId }: TeamRow): Promise<PersonRow | undefined> {
    return this.people.find(caller, leaderId);
  }

  async members(caller: Caller, team: TeamRow): Promise<PersonRow[]> {
    const ids = await this.linked(caller, membersOf, membersSql, team.id);
    return present(await Promise.all(ids.map((id) => this.people.find(caller, id))));
  }

  async teams(caller: Caller, person: PersonRow): Promise<TeamRow[]> {
    const ids = await this.linked(caller, teamsOf, teamsSql, person.id);
    return present(await Promise.all(ids.map((id) => this.allTeams.find(caller, id))));
  }

  private async linked(caller: Caller, owner: object, sql: string, key: string): Promise<string[]> {
    const loader = loaderFor(caller, owner, async (keys: readonly string[]) => {
      const rows = await this.database.read(caller, (tx) => tx.query<{ key: string; ids: string[] }[]>(sql, [keys]));
      return new Map(rows.map((row) => [row.key, row.ids]));
    });
    return (await loader.load(key)) ?? [];
  }
}

function present<Row>(rows: (Row | undefined)[]): Row[] {
  return rows.filter((row) => row !== undefined);
}
