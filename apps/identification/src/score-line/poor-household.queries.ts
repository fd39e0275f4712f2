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

/** Of the households on a list, how many have a card, and a complete one. */
export interface CardFigures {
  listed: number;
  begun: number;
  complete: number;
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

  /** Whether a household is on the list by that line. */
  async has(
    tx: EntityManager,
    householdId: string,
    { line, comparison }: { line: number; comparison: ScoreLineRule['comparison'] },
  ): Promise<boolean> {
    const rows = await tx.query<unknown[]>(`SELECT 1 ${listed(comparison)} AND household.id = $3`, [
      '',
      line,
      householdId,
    ]);
    return rows.length > 0;
  }

  /** How many of those on the list have a household card, and how many of the newest cards are complete. */
  async cardFigures(
    tx: EntityManager,
    areaCode: string,
    { line, comparison }: { line: number; comparison: ScoreLineRule['comparison'] },
  ): Promise<CardFigures> {
    const [row] = await tx.query<CardFigures[]>(
      `SELECT count(*)::int AS listed, count(card.version)::int AS begun, count(*) FILTER (WHERE card.complete)::int AS complete
         FROM (SELECT household.id ${listed(comparison)}) AS poor
         LEFT JOIN LATERAL (
           SELECT version, missing = '[]' AS complete FROM household_card
            WHERE household_id = poor.id ORDER BY version DESC LIMIT 1) AS card ON true`,
      [areaCode, line],
    );
    return row!;
  }
}
