import { secureByArea } from '@jingzhun/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happened in a meeting, fact by fact; who may sit in a village's; and who is kin of whom, as far as people said. */
export class CreateMeetings20261124094000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE meeting_fact (
         sitting_id uuid NOT NULL,
         sequence int NOT NULL,
         area_code text COLLATE "C" NOT NULL,
         kind text NOT NULL,
         content jsonb NOT NULL,
         recorded_at timestamptz NOT NULL,
         recorded_by text NOT NULL,
         PRIMARY KEY (sitting_id, sequence)
       )`,
      `CREATE INDEX meeting_fact_kind ON meeting_fact (kind) WHERE kind IN ('adjourned', 'struck')`,
      `CREATE FUNCTION refuse_meeting_change() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION 'facts of a meeting are only added'; END $$`,
      `CREATE TRIGGER meeting_fact_stays BEFORE UPDATE OR DELETE ON meeting_fact
         FOR EACH ROW EXECUTE FUNCTION refuse_meeting_change()`,
      // What was judged, so that a later round knows whether it is the same; and the round whose verdict stood for it.
      `ALTER TABLE sitting_household ADD COLUMN assessment text, ADD COLUMN confirmed_in int`,
      `ALTER TABLE sitting_household DROP CONSTRAINT sitting_household_verdict_check`,
      `ALTER TABLE sitting_household ADD CONSTRAINT sitting_household_verdict_check
         CHECK (verdict IN ('confirmed', 'returned', 'referred'))`,
      `CREATE TABLE village_representative (
         area_code text COLLATE "C" NOT NULL,
         member_id uuid NOT NULL,
         set_at timestamptz NOT NULL,
         set_by uuid NOT NULL,
         PRIMARY KEY (area_code, member_id)
       )`,
      `CREATE TABLE kinship (
         person_id uuid NOT NULL,
         relative_id uuid NOT NULL,
         relation text NOT NULL,
         area_code text COLLATE "C" NOT NULL,
         recorded_at timestamptz NOT NULL,
         recorded_by uuid NOT NULL,
         PRIMARY KEY (person_id, relative_id)
       )`,
      `CREATE INDEX kinship_area ON kinship (area_code)`,
      ...['meeting_fact', 'village_representative', 'kinship'].flatMap((table) => secureByArea(table)),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const statements = [
      `DROP TABLE kinship, village_representative, meeting_fact`,
      `DROP FUNCTION refuse_meeting_change`,
      `ALTER TABLE sitting_household DROP COLUMN assessment, DROP COLUMN confirmed_in`,
      `ALTER TABLE sitting_household DROP CONSTRAINT sitting_household_verdict_check`,
      `ALTER TABLE sitting_household ADD CONSTRAINT sitting_household_verdict_check
         CHECK (verdict IN ('confirmed', 'returned'))`,
    ];
    for (const statement of statements) await runner.query(statement);
  }
}
