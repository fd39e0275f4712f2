import { createOnceTable, secureByArea } from '@jingzhun/database';
import { createOutboxTables } from '@jingzhun/outbox';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Codes are compared by prefix, so every area column sorts as plain bytes (collation "C"), which lets an index serve the
 * prefix search.
 */
const areaCode = 'text COLLATE "C" NOT NULL';

export class CreateRegister20261123090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE campaign (
         id uuid PRIMARY KEY,
         version int NOT NULL DEFAULT 1,
         name text NOT NULL,
         area_code ${areaCode} UNIQUE,
         state text NOT NULL CHECK (state IN ('prepared', 'open')),
         profile jsonb,
         imported_at timestamptz NOT NULL,
         opened_at timestamptz
       )`,
      `CREATE TABLE area (
         code text COLLATE "C" PRIMARY KEY,
         name text NOT NULL,
         level text NOT NULL CHECK (level IN ('county', 'township', 'village', 'group')),
         parent_code text COLLATE "C",
         kind text NOT NULL,
         poor boolean NOT NULL DEFAULT false,
         valid_from timestamptz
       )`,
      `CREATE INDEX area_parent ON area (parent_code, code)`,
      `CREATE TABLE hamlet (code text COLLATE "C" PRIMARY KEY, name text NOT NULL, area_code ${areaCode})`,
      `CREATE TABLE household (
         id uuid PRIMARY KEY,
         version int NOT NULL DEFAULT 1,
         number text NOT NULL UNIQUE,
         area_code ${areaCode},
         hamlet_code ${areaCode},
         address text NOT NULL,
         poor_village boolean NOT NULL,
         category text NOT NULL CHECK (category IN ('ordinary', 'registeredPoor', 'newApplicant')),
         registered_at timestamptz NOT NULL DEFAULT now(),
         salt bytea,
         stage text,
         round int NOT NULL DEFAULT 1,
         sequence int NOT NULL DEFAULT 0,
         told_sequence int NOT NULL DEFAULT 0,
         stage_opened_at timestamptz,
         remind_at timestamptz,
         due_at timestamptz
       )`,
      `CREATE INDEX household_place ON household (area_code, number)`,
      `CREATE INDEX household_stage ON household (stage, area_code, number)`,
      `CREATE TABLE member (
         id uuid PRIMARY KEY,
         version int NOT NULL DEFAULT 1,
         household_id uuid NOT NULL,
         area_code ${areaCode},
         position int NOT NULL,
         name text NOT NULL,
         relation text NOT NULL,
         sex text NOT NULL,
         birth_date date NOT NULL,
         id_number_sealed bytea NOT NULL,
         id_number_index bytea NOT NULL,
         id_number_masked text NOT NULL,
         ethnicity text NOT NULL
       )`,
      `CREATE INDEX member_household ON member (household_id, position)`,
      `CREATE INDEX member_id_number ON member (id_number_index)`,
      ...createOutboxTables,
      createOnceTable,
      ...secureByArea('hamlet'),
      ...secureByArea('household'),
      ...secureByArea('member'),
      `ALTER TABLE area ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE area FORCE ROW LEVEL SECURITY`,
      // One may read the names of the areas above one's own, and change only one's own.
      `CREATE POLICY area_own ON area USING (
         code ^@ ANY ((SELECT string_to_array(current_setting('jingzhun.scope', true), ','))::text[])
       )`,
      `CREATE POLICY area_above ON area FOR SELECT USING (
         EXISTS (SELECT FROM unnest(string_to_array(current_setting('jingzhun.scope', true), ',')) AS own WHERE own ^@ code)
       )`,
      // The hamlets of a village run across its groups, so a group's people see all of them.
      `CREATE POLICY hamlet_above ON hamlet FOR SELECT USING (
         EXISTS (SELECT FROM unnest(string_to_array(current_setting('jingzhun.scope', true), ',')) AS own
                  WHERE own ^@ area_code)
       )`,
      // An instant as events and workflows write it.
      `CREATE FUNCTION iso(instant timestamptz) RETURNS text LANGUAGE sql STABLE AS
         $$ SELECT to_char(instant AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE member, household, hamlet, area, campaign, idempotency_key, outbox_event, outbox_command, outbox_sent`,
    );
    await runner.query(`DROP FUNCTION wake_relay, iso`);
  }
}
