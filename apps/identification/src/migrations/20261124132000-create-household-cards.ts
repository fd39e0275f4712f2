import { secureByArea } from '@jingzhun/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const areaCode = 'text COLLATE "C" NOT NULL';

/** Cards of poor households, version by version, and what was decided for them. */
export class CreateHouseholdCards20261124132000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE household_card (
         id uuid PRIMARY KEY,
         household_id uuid NOT NULL,
         area_code ${areaCode},
         version int NOT NULL,
         line_version int NOT NULL REFERENCES score_line,
         profile_id uuid NOT NULL,
         filled jsonb NOT NULL,
         missing jsonb NOT NULL,
         reason text,
         saved_at timestamptz NOT NULL,
         saved_by uuid NOT NULL,
         UNIQUE (household_id, version)
       )`,
      // What was decided of a household and stands nowhere else. Rows are only added: of one thing the last counts.
      `CREATE TABLE card_decision (
         household_id uuid NOT NULL,
         id bigint GENERATED ALWAYS AS IDENTITY,
         area_code ${areaCode},
         member_id uuid,
         fact text NOT NULL,
         value jsonb NOT NULL,
         decided_at timestamptz NOT NULL,
         decided_by uuid NOT NULL,
         PRIMARY KEY (household_id, id)
       )`,
      ...['household_card', 'card_decision'].flatMap((table) => secureByArea(table)),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE card_decision, household_card`);
  }
}
