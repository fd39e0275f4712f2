import { secureByArea } from '@jingzhun/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const areaCode = 'text COLLATE "C" NOT NULL';

/** Scored households that were drawn to be assessed a second time, and what was found. */
export class CreateLookBacks20261124131000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE look_back (
         id uuid PRIMARY KEY,
         area_code ${areaCode},
         seed text NOT NULL,
         stratum text NOT NULL CHECK (stratum IN ('township', 'village')),
         sample jsonb NOT NULL,
         township_samples jsonb NOT NULL,
         reason text NOT NULL,
         population int NOT NULL,
         drawn int NOT NULL,
         drawn_at timestamptz NOT NULL,
         drawn_by uuid NOT NULL
       )`,
      `CREATE TABLE look_back_household (
         id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
         version int NOT NULL DEFAULT 1,
         look_back_id uuid NOT NULL REFERENCES look_back,
         household_id uuid NOT NULL,
         area_code ${areaCode},
         profile_id uuid NOT NULL,
         first_total int NOT NULL,
         first_points jsonb NOT NULL,
         first_assessors uuid[] NOT NULL,
         second_total int,
         second_points jsonb,
         observations jsonb,
         assessed_on date,
         second_assessors uuid[],
         recorded_at timestamptz,
         recorded_by uuid,
         UNIQUE (look_back_id, household_id),
         CHECK ((recorded_at IS NULL) = (second_total IS NULL))
       )`,
      `CREATE INDEX look_back_household_place ON look_back_household (area_code, id)`,
      `CREATE INDEX look_back_household_household ON look_back_household (household_id)`,
      ...['look_back', 'look_back_household'].flatMap((table) => secureByArea(table)),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE look_back_household, look_back`);
  }
}
