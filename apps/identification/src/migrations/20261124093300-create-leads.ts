import { secureByArea } from '@jingzhun/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLeads20261124093300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      // A department's file that was read: all of it.
      `CREATE TABLE match_file (
         id uuid PRIMARY KEY,
         source text NOT NULL,
         records int NOT NULL,
         matched int NOT NULL,
         leads int NOT NULL,
         imported_at timestamptz NOT NULL,
         imported_by uuid NOT NULL
       )`,
      // A record that may be about a member: a matter to verify. Nobody's state is decided without naming the decision and the person.
      `CREATE TABLE lead (
         id uuid PRIMARY KEY,
         version int NOT NULL DEFAULT 1,
         household_id uuid NOT NULL,
         area_code text COLLATE "C" NOT NULL,
         member_id uuid NOT NULL,
         match_file_id uuid NOT NULL,
         source text NOT NULL,
         record text NOT NULL,
         subject text NOT NULL,
         matched_by text NOT NULL CHECK (matched_by IN ('identity', 'nameAndPlace')),
         confidence float8 NOT NULL CHECK (confidence > 0 AND confidence <= 1),
         asset_acquired_on date,
         state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'awaitingReply', 'confirmed', 'cleared')),
         opened_at timestamptz NOT NULL,
         notified_at timestamptz,
         reply_due_at timestamptz,
         replied_at timestamptz,
         reply text,
         decision_id uuid,
         decided_at timestamptz,
         decided_by uuid,
         reason text,
         evidence jsonb NOT NULL DEFAULT '[]',
         veto_id uuid,
         CHECK ((state IN ('confirmed', 'cleared')) = (decision_id IS NOT NULL)),
         CHECK ((decision_id IS NULL) = (decided_by IS NULL) AND (decision_id IS NULL) = (reason IS NULL)),
         CHECK (veto_id IS NULL OR state = 'confirmed'),
         UNIQUE (source, record, member_id)
       )`,
      `CREATE INDEX lead_household ON lead (household_id)`,
      `CREATE INDEX lead_place ON lead (area_code, id)`,
      ...secureByArea('lead'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE lead, match_file`);
  }
}
