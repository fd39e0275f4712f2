import { secureByArea } from '@jingzhun/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateChangeRequests20261124102000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      // Identity numbers, asked for and replaced, are in numbers_sealed only; before and after hold the masked form.
      `CREATE TABLE change_request (
         id uuid PRIMARY KEY,
         version int NOT NULL DEFAULT 1,
         kind text NOT NULL,
         state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'approved', 'declined', 'withdrawn')),
         area_code text COLLATE "C" NOT NULL,
         household_id uuid NOT NULL,
         other_household_id uuid,
         proposal jsonb NOT NULL,
         reason text NOT NULL,
         evidence text NOT NULL,
         before jsonb NOT NULL,
         after jsonb NOT NULL,
         salt bytea,
         numbers_sealed bytea,
         requested_at timestamptz NOT NULL,
         requested_by text NOT NULL,
         requested_by_person text NOT NULL,
         decided_at timestamptz,
         decided_by text,
         decided_by_person text,
         note text,
         CHECK ((state = 'waiting') = (decided_at IS NULL))
       )`,
      `CREATE INDEX change_request_household ON change_request (household_id)`,
      `CREATE INDEX change_request_other_household ON change_request (other_household_id)`,
      `CREATE INDEX change_request_area ON change_request (area_code, requested_at, id)`,
      ...secureByArea('change_request'),
      // A decided request is evidence: only where it lies may change, when its household moves.
      `CREATE FUNCTION keep_decided() RETURNS trigger LANGUAGE plpgsql AS $$
         BEGIN
           IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a change request is kept'; END IF;
           IF OLD.state <> 'waiting' AND to_jsonb(NEW) - '{area_code,salt,numbers_sealed}'::text[]
                IS DISTINCT FROM to_jsonb(OLD) - '{area_code,salt,numbers_sealed}'::text[]
           THEN RAISE EXCEPTION 'a decided change request is kept as it is'; END IF;
           RETURN NEW;
         END $$`,
      `CREATE TRIGGER change_request_kept BEFORE UPDATE OR DELETE ON change_request
         FOR EACH ROW EXECUTE FUNCTION keep_decided()`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE change_request`);
    await runner.query(`DROP FUNCTION keep_decided`);
  }
}
