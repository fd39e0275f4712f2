import { secureByArea } from '@jingzhun/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sheets keep the facts they were found from and who signed them; what is altered afterwards is a correction. */
export class ScoreFromFacts20261124093100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `ALTER TABLE score_sheet ADD COLUMN profile_id uuid, ADD COLUMN revision int NOT NULL DEFAULT 1,
         ADD COLUMN facts jsonb NOT NULL DEFAULT '[]', ADD COLUMN head_signature uuid,
         ADD COLUMN assessor_signatures uuid[] NOT NULL DEFAULT '{}'`,
      `CREATE TABLE score_correction (
         id uuid PRIMARY KEY,
         household_id uuid NOT NULL,
         area_code text COLLATE "C" NOT NULL,
         sheet_id uuid NOT NULL,
         ground text NOT NULL CHECK (ground IN ('beforeMeeting', 'lateVisit', 'returned')),
         decision_id text,
         reason text NOT NULL,
         changes jsonb NOT NULL,
         before jsonb NOT NULL,
         after jsonb NOT NULL,
         corrected_at timestamptz NOT NULL,
         corrected_by uuid NOT NULL
       )`,
      `CREATE INDEX score_correction_household ON score_correction (household_id, corrected_at)`,
      ...secureByArea('score_correction'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE score_correction`);
    await runner.query(
      `ALTER TABLE score_sheet DROP COLUMN profile_id, DROP COLUMN revision, DROP COLUMN facts, DROP COLUMN head_signature,
         DROP COLUMN assessor_signatures`,
    );
  }
}
