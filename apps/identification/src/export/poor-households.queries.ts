import type { ScoreLineRule } from '@jingzhun/identification-rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { listed } from '../score-line/poor-household.queries';
import { headColumn, personsColumn, placeColumns, type PlacedHousehold } from './placed-household.queries';

export interface NamedPoorHousehold extends PlacedHousehold {
  head: string | null;
  persons: number;
  score: number;
}

@Injectable()
export class NamedPoorHouseholdQueries {
  /** The next households of an area on the poor side of a line. */
  page(
    tx: EntityManager,
    areaCode: string,
    { line, comparison }: Pick<ScoreLineRule, 'comparison'> & { line: number },
    after: Pick<PlacedHousehold, 'areaCode' | 'number'>,
    households: number,
  ): Promise<NamedPoorHousehold[]> {
    return tx.query<NamedPoorHousehold[]>(
      `SELECT ${placeColumns}, ${headColumn}, ${personsColumn}, entry.total AS score
         ${listed(comparison)} AND (household.area_code, household.number) > ($3, $4)
        ORDER BY household.area_code, household.number LIMIT $5`,
      [areaCode, line, after.areaCode, after.number, households],
    );
  }
}
