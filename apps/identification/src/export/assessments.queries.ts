import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  headColumn,
  householdPage,
  personsColumn,
  placeColumns,
  type PlacedHousehold,
} from './placed-household.queries';

/** A household with its newest sheet and its entry; what it does not have is null. */
export interface AssessedHousehold extends PlacedHousehold {
  head: string | null;
  persons: number;
  /** Null before the campaign is opened. */
  profileId: string | null;
  stage: string | null;
  round: number;
  formVersion: string | null;
  points: { item: string; points: number }[] | null;
  total: number | null;
  recordedAt: Date | null;
  enteredTotal: number | null;
  vetoed: boolean | null;
  vetoReason: string | null;
}

/** The assessments of an area as they are stored: the one place of this export that knows the tables of sheets and entries. */
@Injectable()
export class AssessmentQueries {
  page(
    tx: EntityManager,
    areaCode: string,
    after: Pick<PlacedHousehold, 'areaCode' | 'number'>,
    households: number,
  ): Promise<AssessedHousehold[]> {
    return tx.query<AssessedHousehold[]>(
      `SELECT ${placeColumns}, ${headColumn}, ${personsColumn}, household.profile_id AS "profileId", household.stage, household.round,
              sheet.form_version AS "formVersion", sheet.points, sheet.total, sheet.recorded_at AS "recordedAt",
              entry.total AS "enteredTotal", entry.vetoed, entry.veto_reason AS "vetoReason"
         FROM ${householdPage}
         LEFT JOIN LATERAL (
           SELECT * FROM score_sheet WHERE household_id = household.id ORDER BY round DESC LIMIT 1) AS sheet ON true
         LEFT JOIN entry ON entry.household_id = household.id
        ORDER BY household.area_code, household.number`,
      [areaCode, after.areaCode, after.number, households],
    );
  }

  /** The profiles by which the cases of an area run. */
  async profileIds(tx: EntityManager, areaCode: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT DISTINCT profile_id AS id FROM household WHERE area_code ^@ $1 AND profile_id IS NOT NULL ORDER BY 1`,
      [areaCode],
    );
    return rows.map(({ id }) => id);
  }

  /** Every item that was scored in an area, whatever form it is of. */
  async scoredItems(tx: EntityManager, areaCode: string): Promise<string[]> {
    const rows = await tx.query<{ item: string }[]>(
      `SELECT DISTINCT point ->> 'item' AS item FROM score_sheet, jsonb_array_elements(points) AS point
        WHERE area_code ^@ $1 ORDER BY 1`,
      [areaCode],
    );
    return rows.map(({ item }) => item);
  }
}
