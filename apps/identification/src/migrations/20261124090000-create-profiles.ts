import { secureByArea } from '@jingzhun/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Profiles become versioned rows; every case and sitting keeps the version it began with. */
export class CreateProfiles20261124090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      // Terms are the profile without a calendar. Frozen terms are never changed again.
      `CREATE TABLE profile (
         id uuid PRIMARY KEY,
         key text NOT NULL,
         version int NOT NULL,
         terms jsonb NOT NULL,
         saved_at timestamptz NOT NULL,
         saved_by text NOT NULL,
         frozen_at timestamptz,
         UNIQUE (key, version)
       )`,
      `CREATE TABLE profile_migration (
         id uuid PRIMARY KEY,
         version int NOT NULL,
         state text NOT NULL CHECK (state IN ('requested', 'refused', 'done')),
         from_id uuid NOT NULL REFERENCES profile,
         to_id uuid NOT NULL REFERENCES profile,
         reason text NOT NULL,
         preview jsonb NOT NULL,
         result jsonb,
         requested_by text NOT NULL,
         requested_at timestamptz NOT NULL,
         decided_by text,
         decided_at timestamptz
       )`,
      `ALTER TABLE campaign DROP COLUMN profile`,
      `ALTER TABLE campaign ADD COLUMN profile_id uuid, ADD COLUMN calendar jsonb`,
      `ALTER TABLE household ADD COLUMN profile_id uuid`,
      `ALTER TABLE sitting ADD COLUMN profile_id uuid NOT NULL`,
      `ALTER TABLE sitting RENAME COLUMN review_stage TO opening_stage`,
      `ALTER TABLE stage_counter DROP CONSTRAINT stage_counter_pkey, ADD COLUMN profile_id uuid NOT NULL`,
      `ALTER TABLE stage_counter ADD PRIMARY KEY (area_code, profile_id, stage)`,
      `ALTER TABLE entry ALTER COLUMN total DROP NOT NULL`,
      // What an office said of a household at one of its audits.
      `CREATE TABLE audit (
         household_id uuid NOT NULL,
         area_code text COLLATE "C" NOT NULL,
         stage text NOT NULL,
         round int NOT NULL,
         verdict text NOT NULL CHECK (verdict IN ('confirmed', 'returned')),
         reason text,
         audited_at timestamptz NOT NULL,
         audited_by uuid NOT NULL,
         PRIMARY KEY (household_id, stage, round)
       )`,
      ...secureByArea('audit'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const statements = [
      `DROP TABLE audit`,
      `ALTER TABLE stage_counter DROP COLUMN profile_id`,
      `ALTER TABLE stage_counter ADD PRIMARY KEY (area_code, stage)`,
      `ALTER TABLE sitting RENAME COLUMN opening_stage TO review_stage`,
      `ALTER TABLE sitting DROP COLUMN profile_id`,
      `ALTER TABLE household DROP COLUMN profile_id`,
      `ALTER TABLE campaign DROP COLUMN profile_id, DROP COLUMN calendar, ADD COLUMN profile jsonb`,
      `DROP TABLE profile_migration, profile`,
    ];
    for (const statement of statements) await runner.query(statement);
  }
}
