import type { ScoreLineRule } from '@jingzhun/identification-rules';
import { pageOf, readCursor, type Page } from '@jingzhun/subgraph';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface PoorHousehold {
  householdId: string;
  number: string;
  areaCode: string;
  score: number;
  persons: number;
}

export interface Listed {
  households: number;
  persons: number;
}

/** The households of an area on the poor side of a line: entered, scored at or below it, and no veto against them that was not lifted. */
export const listed = (comparison: ScoreLineRule['comparison']) =>
  `FROM household JOIN entry ON entry.household_id = household.id
    WHERE household.area_code ^@ $1 AND entry.total ${comparison === 'below' ? '<' : '<='} $2
      AND NOT EXISTS (SELECT FROM veto WHERE veto.household_id = household.id AND veto.state <> 'lifted')`;

@Injectable()
export class PoorHouseholdQueries {
  async page(
    tx: EntityManager,
    areaCode: string,
    { line, comparison }: { line: number; comparison: ScoreLineRule['comparison'] },
    first: number,
    after?: string | null,
  ): Promise<Page<PoorHousehold>> {
    const cursor = readCursor(after, 1);
    const rows = await tx.query<PoorHousehold[]>(
      `SELECT household.id AS "householdId", household.number, household.area_code AS "areaCode", entry.total AS score,
              (SELECT count(*)::int FROM member WHERE member.household_id = household.id) AS persons
         ${listed(comparison)} AND household.number > $3 ORDER BY household.number LIMIT $4`,
      [areaCode, line, cursor?.[0] ?? '', first + 1],
    );
    const { households } = await this.total(tx, areaCode, { line, comparison });
    return pageOf(rows, first, households, (row) => [row.number]);
  }

  async total(
    tx: EntityManager,
    areaCode: string,
    { line, comparison }: { line: number; comparison: ScoreLineRule['comparison'] },
  ): Promise<Listed> {
    const [row] = await tx.query<Listed[]>(
      `SELECT count(*)::int AS households,
              coalesce(sum((SELECT count(*) FROM member WHERE member.household_id = household.id)), 0)::int AS persons
         ${listed(comparison)}`,
      [areaCode, line],
    );
    return row!;
  }
}
