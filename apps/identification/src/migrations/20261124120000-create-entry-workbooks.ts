import { secureByArea } from '@jingzhun/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const areaCode = 'text COLLATE "C" NOT NULL';

export class CreateEntryWorkbooks20261124120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE entry_workbook (
         id uuid PRIMARY KEY,
         account_id text NOT NULL,
         area_code ${areaCode},
         reason text NOT NULL,
         names_masked boolean NOT NULL,
         state text NOT NULL CHECK (state IN ('running', 'ready', 'failed', 'expired')),
         rows int,
         asked_at timestamptz NOT NULL DEFAULT now(),
         ended_at timestamptz
       )`,
      `CREATE TABLE entry_import (
         id uuid PRIMARY KEY,
         account_id text NOT NULL,
         file_id uuid NOT NULL,
         state text NOT NULL CHECK (state IN ('running', 'done', 'refused')),
         rows_read int NOT NULL DEFAULT 0,
         entered int NOT NULL DEFAULT 0,
         already_entered int NOT NULL DEFAULT 0,
         problem_count int NOT NULL DEFAULT 0,
         problems jsonb NOT NULL DEFAULT '[]',
         started_at timestamptz NOT NULL DEFAULT now(),
         ended_at timestamptz
       )`,
      // No name and no number: ids, an area, and the reason its exporter gave.
      `CREATE TABLE export_record (
         id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
         at timestamptz NOT NULL DEFAULT clock_timestamp(),
         action text NOT NULL CHECK (action IN ('written', 'fetched')),
         kind text NOT NULL,
         export_id uuid NOT NULL,
         account_id text NOT NULL,
         area_code ${areaCode},
         rows int NOT NULL,
         names_masked boolean NOT NULL,
         reason text NOT NULL
       )`,
      `CREATE FUNCTION export_record_only_grows() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION '% only grows', TG_TABLE_NAME; END $$`,
      `CREATE TRIGGER export_record_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON export_record
         FOR EACH STATEMENT EXECUTE FUNCTION export_record_only_grows()`,
      ...['entry_workbook', 'export_record'].flatMap((table) => secureByArea(table)),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE export_record, entry_import, entry_workbook`);
    await runner.query(`DROP FUNCTION export_record_only_grows`);
  }
}
