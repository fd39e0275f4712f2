import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FactChange } from '../observation/observation.rules';
import type { ScoreSheetRow } from './score-sheet.entity';
import type { FilledSheet } from './score-sheet.rules';

/** Why a signed sheet may be altered. */
export type CorrectionGround = 'beforeMeeting' | 'lateVisit' | 'returned';

export interface CorrectionRow {
  id: string;
  householdId: string;
  areaCode: string;
  sheetId: string;
  ground: CorrectionGround;
  decisionId: string | null;
  reason: string;
  changes: FactChange[];
  before: FilledSheet;
  after: FilledSheet;
  correctedAt: Date;
  correctedBy: string;
}

/** A sheet with everything that it was found from. */
export interface WholeSheet extends FilledSheet {
  id: string;
  householdId: string;
  round: number;
  revision: number;
  profileId: string | null;
}

const whole = `id, household_id AS "householdId", round, revision, profile_id AS "profileId", form_version AS "formVersion",
  answers, points, total, facts`;

@Injectable()
export class ScoreSheetRepository {
  async add(tx: EntityManager, sheet: Omit<ScoreSheetRow, 'revision'> & Pick<FilledSheet, 'facts'>): Promise<void> {
    await tx.query(
      `INSERT INTO score_sheet (id, household_id, area_code, round, profile_id, form_version, answers, points, total, facts,
                                head_signature, assessor_signatures, recorded_at, recorded_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        sheet.id,
        sheet.householdId,
        sheet.areaCode,
        sheet.round,
        sheet.profileId,
        sheet.formVersion,
        JSON.stringify(sheet.answers),
        JSON.stringify(sheet.points),
        sheet.total,
        JSON.stringify(sheet.facts),
        sheet.headSignatureId,
        sheet.assessorSignatureIds,
        sheet.recordedAt,
        sheet.recordedBy,
      ],
    );
  }

  /** The newest sheet of a household, whose row the caller has locked. */
  async newest(tx: EntityManager, householdId: string): Promise<WholeSheet | undefined> {
    const [row] = await tx.query<WholeSheet[]>(
      `SELECT ${whole} FROM score_sheet WHERE household_id = $1 ORDER BY round DESC LIMIT 1`,
      [householdId],
    );
    return row;
  }

  async whole(tx: EntityManager, ids: readonly string[]): Promise<WholeSheet[]> {
    return tx.query<WholeSheet[]>(`SELECT ${whole} FROM score_sheet WHERE id = ANY ($1)`, [ids]);
  }

  /** What a sheet says from now on; what it said before is in the correction. */
  async rewrite(tx: EntityManager, id: string, profileId: string, sheet: FilledSheet): Promise<void> {
    await tx.query(
      `UPDATE score_sheet SET profile_id = $2, form_version = $3, answers = $4, points = $5, total = $6, facts = $7,
              revision = revision + 1 WHERE id = $1`,
      [
        id,
        profileId,
        sheet.formVersion,
        JSON.stringify(sheet.answers),
        JSON.stringify(sheet.points),
        sheet.total,
        JSON.stringify(sheet.facts),
      ],
    );
  }

  async addCorrection(tx: EntityManager, correction: CorrectionRow): Promise<void> {
    await tx.query(
      `INSERT INTO score_correction (id, household_id, area_code, sheet_id, ground, decision_id, reason, changes, before, after,
                                     corrected_at, corrected_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        correction.id,
        correction.householdId,
        correction.areaCode,
        correction.sheetId,
        correction.ground,
        correction.decisionId,
        correction.reason,
        JSON.stringify(correction.changes),
        JSON.stringify(correction.before),
        JSON.stringify(correction.after),
        correction.correctedAt,
        correction.correctedBy,
      ],
    );
  }

  /** The corrections of each sheet in their order. */
  async corrections(tx: EntityManager, sheetIds: readonly string[]): Promise<CorrectionRow[]> {
    return tx.query<CorrectionRow[]>(
      `SELECT id, household_id AS "householdId", area_code AS "areaCode", sheet_id AS "sheetId", ground,
              decision_id AS "decisionId", reason, changes, before, after, corrected_at AS "correctedAt",
              corrected_by AS "correctedBy"
         FROM score_correction WHERE sheet_id = ANY ($1) ORDER BY corrected_at, id`,
      [sheetIds],
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
