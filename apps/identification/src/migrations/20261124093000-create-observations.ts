import { secureByArea } from '@jingzhun/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const areaCode = 'text COLLATE "C" NOT NULL';

/** Facts get a place of their own; visits say who came, by which clock, and what is to be decided about late ones. */
export class CreateObservations20261124093000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      // What was found of a household or a member. Rows are only added: of one fact the row recorded last counts.
      `CREATE TABLE observation (
         household_id uuid NOT NULL,
         id bigint GENERATED ALWAYS AS IDENTITY,
         area_code ${areaCode},
         member_id uuid,
         fact text NOT NULL,
         value jsonb NOT NULL,
         form_version text,
         observed_at timestamptz NOT NULL,
         recorded_at timestamptz NOT NULL,
         recorded_by uuid NOT NULL,
         visit_id uuid,
         PRIMARY KEY (household_id, id)
       )`,
      `ALTER TABLE visit ADD COLUMN stage text, ADD COLUMN companions uuid[] NOT NULL DEFAULT '{}',
         ADD COLUMN sent_at timestamptz, ADD COLUMN clock_skew_ms bigint, ADD COLUMN late boolean NOT NULL DEFAULT false`,
      // A visit that came when the household had moved on: what it brought is kept beside what counts until a person decides.
      `CREATE TABLE late_visit (
         visit_id uuid PRIMARY KEY,
         household_id uuid NOT NULL,
         area_code ${areaCode},
         household_version int NOT NULL,
         observations jsonb NOT NULL,
         taken text CHECK (taken IN ('first', 'later')),
         reason text,
         changes jsonb,
         decided_at timestamptz,
         decided_by uuid,
         CHECK ((taken IS NULL) = (decided_at IS NULL) AND (taken IS NULL) = (decided_by IS NULL))
       )`,
      `CREATE INDEX late_visit_place ON late_visit (area_code, visit_id)`,
      `CREATE INDEX late_visit_household ON late_visit (household_id)`,
      // The team came and could not do its work.
      `CREATE TABLE visit_attempt (
         id uuid PRIMARY KEY,
         household_id uuid NOT NULL,
         area_code ${areaCode},
         stage text NOT NULL,
         round int NOT NULL,
         outcome text NOT NULL CHECK (outcome IN ('absent', 'refused')),
         reason text NOT NULL,
         attempted_at timestamptz NOT NULL,
         sent_at timestamptz,
         clock_skew_ms bigint,
         planned_on date NOT NULL,
         companions uuid[] NOT NULL,
         recorded_at timestamptz NOT NULL,
         recorded_by uuid NOT NULL
       )`,
      `CREATE INDEX visit_attempt_household ON visit_attempt (household_id, recorded_at)`,
      ...secureByArea('observation'),
      ...secureByArea('late_visit'),
      ...secureByArea('visit_attempt'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE visit_attempt, late_visit, observation`);
    await runner.query(
      `ALTER TABLE visit DROP COLUMN stage, DROP COLUMN companions, DROP COLUMN sent_at, DROP COLUMN clock_skew_ms, DROP COLUMN late`,
    );
  }
}
