import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ScoreSheetRow } from './score-sheet.entity';

@Injectable()
export class ScoreSheetRepository {
  async add(tx: EntityManager, sheet: Omit<ScoreSheetRow, 'id'>): Promise<void> {
    await tx.query(
      `INSERT INTO score_sheet (household_id, area_code, round, form_version, answers, points, total, recorded_at, recorded_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        sheet.householdId,
        sheet.areaCode,
        sheet.round,
        sheet.formVersion,
        JSON.stringify(sheet.answers),
        JSON.stringify(sheet.points),
        sheet.total,
        sheet.recordedAt,
        sheet.recordedBy,
      ],
    );
  }

  /** The total of each household's newest sheet. */
  async totals(tx: EntityManager, householdIds: readonly string[]): Promise<Map<string, number>> {
    const sheets = await tx.query<{ householdId: string; total: number }[]>(
      `SELECT household_id AS "householdId", total FROM score_sheet WHERE household_id = ANY ($1) ORDER BY round`,
      [householdIds],
    );
    return new Map(sheets.map(({ householdId, total }) => [householdId, total]));
  }
}
