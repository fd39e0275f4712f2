import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { lookBackFigures, type LookBackFigures, type LookedBack } from '@jingzhun/identification-rules';
import { isUuid } from '@jingzhun/kernel';
import { pageFrom, type Page } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import { LookBackHouseholdRow } from './look-back-household.entity';
import { LookBackRow } from './look-back.entity';

export interface LookBackFilter {
  lookBackId?: string | null;
  areaCode?: string | null;
  assessed?: boolean | null;
}

export interface PlaceFigures extends LookBackFigures {
  areaCode: string;
}

/** What look-backs found, for screens. */
@Injectable()
export class LookBackQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  draws(caller: Caller, first: number, after?: string | null): Promise<Page<LookBackRow>> {
    return this.database.read(caller, async (tx) => {
      const draws = tx.getRepository(LookBackRow).createQueryBuilder('draw').where('true');
      return pageFrom(draws, { by: ['drawn_at', 'id'], first, after }, (row) => [row.drawnAt.toISOString(), row.id]);
    });
  }

  /** Without those the caller assessed the first time: he is not told that somebody comes after him. */
  households(
    caller: Caller,
    { lookBackId, areaCode, assessed }: LookBackFilter,
    first: number,
    after?: string | null,
  ): Promise<Page<LookBackHouseholdRow>> {
    return this.database.read(caller, async (tx) => {
      const matching = tx
        .getRepository(LookBackHouseholdRow)
        .createQueryBuilder('drawn')
        .where(':person <> ALL (first_assessors)', { person: caller.personId });
      if (lookBackId) matching.andWhere('look_back_id::text = :lookBackId', { lookBackId });
      if (areaCode) matching.andWhere('area_code ^@ :areaCode', { areaCode });
      if (typeof assessed === 'boolean') matching.andWhere('(recorded_at IS NOT NULL) = :assessed', { assessed });
      return pageFrom(matching, { by: ['area_code', 'id'], first, after }, (row) => [row.areaCode, row.id]);
    });
  }

  /** What it found in each township or village of the caller's area. */
  async figures(caller: Caller, lookBackId: string, by: 'township' | 'village'): Promise<PlaceFigures[]> {
    if (!isUuid(lookBackId)) return [];
    const rows = await this.database.read(caller, (tx) =>
      tx.query<(LookedBack & { areaCode: string })[]>(
        `SELECT left(area_code, $2) AS "areaCode", first_points AS first, second_points AS second
           FROM look_back_household WHERE look_back_id = $1 ORDER BY area_code`,
        [lookBackId, by === 'township' ? 9 : 12],
      ),
    );
    const places = new Map<string, LookedBack[]>();
    for (const row of rows) {
      const others = places.get(row.areaCode);
      if (others) others.push(row);
      else places.set(row.areaCode, [row]);
    }
    return [...places].map(([areaCode, households]) => ({ areaCode, ...lookBackFigures(households) }));
  }
}
