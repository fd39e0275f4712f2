import { secureByArea } from '@jingzhun/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDuplicateLeads20261124103000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      // Two members who may be one person. `area_code` is the smallest area that holds both: who covers it may compare them.
      `CREATE TABLE duplicate_lead (
         id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
         version int NOT NULL DEFAULT 1,
         area_code text COLLATE "C" NOT NULL,
         one_member_id uuid NOT NULL,
         other_member_id uuid NOT NULL,
         same_number boolean NOT NULL,
         same_name_and_birth boolean NOT NULL,
         state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'differentPeople', 'samePerson', 'settled')),
         found_at timestamptz NOT NULL DEFAULT clock_timestamp(),
         decided_at timestamptz,
         decided_by text,
         decided_by_person text,
         reason text,
         keeper_household_id uuid,
         change_request_id uuid,
         CHECK (one_member_id < other_member_id),
         UNIQUE (one_member_id, other_member_id)
       )`,
      `CREATE INDEX duplicate_lead_other ON duplicate_lead (other_member_id)`,
      `CREATE INDEX duplicate_lead_state ON duplicate_lead (state, area_code, id)`,
      ...secureByArea('duplicate_lead'),
      // The smallest area of the hierarchy that holds both: the longest common beginning that is an area code.
      `CREATE FUNCTION common_area(one text, other text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
         SELECT left(one, level) FROM unnest(ARRAY[15, 12, 9, 6]) AS level
          WHERE length(one) >= level AND length(other) >= level AND left(one, level) = left(other, level)
          ORDER BY level DESC LIMIT 1
       $$`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE duplicate_lead`);
    await runner.query(`DROP FUNCTION common_area`);
  }
}
