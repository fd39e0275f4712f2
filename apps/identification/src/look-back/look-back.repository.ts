import { guardedUpdate } from '@jingzhun/database';
import type { Observation, PointsOfItem } from '@jingzhun/identification-rules';
import { isUuid, NotFound } from '@jingzhun/kernel';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { LookBackHouseholdRow } from './look-back-household.entity';
import { LookBackRow } from './look-back.entity';
import type { Scored } from './look-back.rules';

/** A second assessment as it is kept. */
export interface SecondResult {
  total: number;
  points: PointsOfItem[];
  observations: Observation[];
  assessedOn: string;
  assessors: string[];
  recordedAt: Date;
  recordedBy: string;
}

@Injectable()
export class LookBackRepository {
  /** The households of an area that have a sheet and a case. */
  scored(tx: EntityManager, areaCode: string): Promise<Scored[]> {
    return tx.query<Scored[]>(
      `SELECT id AS "householdId", area_code AS "areaCode" FROM household
        WHERE area_code ^@ $1 AND profile_id IS NOT NULL
          AND EXISTS (SELECT FROM score_sheet WHERE household_id = household.id)`,
      [areaCode],
    );
  }

  /** Keeps the draw, and of each household drawn its newest sheet with the people who came and scored. */
  async add(
    tx: EntityManager,
    draw: Omit<LookBackRow, 'id' | 'drawn'>,
    drawn: readonly string[],
  ): Promise<LookBackRow> {
    const row = { ...draw, id: randomUUID(), drawn: drawn.length };
    await tx.getRepository(LookBackRow).insert(row);
    await tx.query(
      `INSERT INTO look_back_household (look_back_id, household_id, area_code, profile_id, first_total, first_points, first_assessors)
       SELECT $1, household.id, household.area_code, household.profile_id, sheet.total, sheet.points,
              ARRAY(SELECT recorded_by FROM score_sheet WHERE household_id = household.id
                     UNION SELECT unnest(recorded_by || companions) FROM visit WHERE household_id = household.id)
         FROM household CROSS JOIN LATERAL (
           SELECT total, points FROM score_sheet WHERE household_id = household.id ORDER BY round DESC LIMIT 1) AS sheet
        WHERE household.id = ANY ($2)`,
      [row.id, drawn],
    );
    return row;
  }

  /** @throws NotFound. Locked until the transaction ends. */
  async lock(tx: EntityManager, id: string): Promise<LookBackHouseholdRow> {
    const row = isUuid(id)
      ? await tx.getRepository(LookBackHouseholdRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (!row) throw new NotFound('There is no such household in a look-back of your area.', 'lookBackHouseholdId');
    return row;
  }

  get(tx: EntityManager, id: string): Promise<LookBackHouseholdRow> {
    return tx.getRepository(LookBackHouseholdRow).findOneByOrFail({ id });
  }

  /** @throws StaleVersion */
  async record(
    tx: EntityManager,
    { id, version }: LookBackHouseholdRow,
    { total, points, observations, assessedOn, assessors, recordedAt, recordedBy }: SecondResult,
  ): Promise<void> {
    await guardedUpdate(tx, 'look_back_household', id, version, {
      second_total: total,
      second_points: JSON.stringify(points),
      observations: JSON.stringify(observations),
      assessed_on: assessedOn,
      second_assessors: assessors,
      recorded_at: recordedAt,
      recorded_by: recordedBy,
    });
  }
}
