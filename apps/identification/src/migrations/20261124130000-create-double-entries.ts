import { secureByArea } from '@jingzhun/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const areaCode = 'text COLLATE "C" NOT NULL';

/** Entries that are keyed in again by a second clerk, what differs, and what was corrected. */
export class CreateDoubleEntries20261124130000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE double_entry_draw (
         id uuid PRIMARY KEY,
         area_code ${areaCode},
         seed text NOT NULL,
         percent int NOT NULL,
         minimum int NOT NULL,
         covered int NOT NULL,
         drawn int NOT NULL,
         drawn_at timestamptz NOT NULL,
         drawn_by uuid NOT NULL
       )`,
      // The draw that looked at an entry, whether it took it or not.
      `ALTER TABLE entry ADD COLUMN draw_id uuid REFERENCES double_entry_draw`,
      `CREATE INDEX entry_not_covered ON entry (area_code, household_id) WHERE draw_id IS NULL`,
      `CREATE TABLE double_entry (
         household_id uuid PRIMARY KEY,
         area_code ${areaCode},
         draw_id uuid NOT NULL REFERENCES double_entry_draw,
         state text NOT NULL CHECK (state IN ('waiting', 'agreed', 'differs', 'settled')),
         total int,
         veto text,
         entered_at timestamptz,
         entered_by uuid,
         CHECK ((state = 'waiting') = (entered_at IS NULL))
       )`,
      `CREATE INDEX double_entry_state ON double_entry (state, area_code, household_id)`,
      `CREATE TABLE entry_difference (
         id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
         version int NOT NULL DEFAULT 1,
         household_id uuid NOT NULL REFERENCES double_entry ON DELETE CASCADE,
         area_code ${areaCode},
         field text NOT NULL,
         first jsonb,
         second jsonb,
         resolver text NOT NULL,
         stands jsonb,
         reason text,
         decided_at timestamptz,
         decided_by uuid,
         UNIQUE (household_id, field)
       )`,
      // What an entry said before and after somebody corrected it; the table only grows.
      `CREATE TABLE entry_correction (
         id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
         household_id uuid NOT NULL,
         area_code ${areaCode},
         difference_id uuid NOT NULL,
         before jsonb NOT NULL,
         after jsonb NOT NULL,
         reason text NOT NULL,
         corrected_at timestamptz NOT NULL,
         corrected_by uuid NOT NULL
       )`,
      `CREATE INDEX entry_correction_household ON entry_correction (household_id)`,
      ...['double_entry_draw', 'double_entry', 'entry_difference', 'entry_correction'].flatMap((table) =>
        secureByArea(table),
      ),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE entry_correction, entry_difference, double_entry`);
    await runner.query(`ALTER TABLE entry DROP COLUMN draw_id`);
    await runner.query(`DROP TABLE double_entry_draw`);
  }
}
