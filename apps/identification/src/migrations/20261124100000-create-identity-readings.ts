import { secureByArea } from '@jingzhun/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIdentityReadings20261124100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      // Who was handed which identity number in full, and who searched for which; it only grows.
      `CREATE TABLE identity_reading (
         id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
         at timestamptz NOT NULL DEFAULT clock_timestamp(),
         kind text NOT NULL CHECK (kind IN ('reading', 'search')),
         area_code text COLLATE "C" NOT NULL,
         account_id text NOT NULL,
         person_id text NOT NULL,
         member_id uuid,
         household_id uuid,
         change_request_id uuid,
         searched bytea,
         found int,
         reason text,
         request_id text NOT NULL,
         CHECK ((kind = 'reading') = (reason IS NOT NULL)),
         CHECK ((kind = 'search') = (searched IS NOT NULL))
       )`,
      `CREATE INDEX identity_reading_member ON identity_reading (member_id, id)`,
      `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION '% only grows', TG_TABLE_NAME; END $$`,
      `CREATE TRIGGER identity_reading_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON identity_reading
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
      ...secureByArea('identity_reading'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE identity_reading`);
    await runner.query(`DROP FUNCTION refuse_change`);
  }
}
