import { secureByArea } from '@jingzhun/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateVetoes20261124093200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      // A veto with everything that was done about it. `state` follows from `steps` and is kept for lists.
      `CREATE TABLE veto (
         id uuid PRIMARY KEY,
         version int NOT NULL DEFAULT 1,
         household_id uuid NOT NULL,
         area_code text COLLATE "C" NOT NULL,
         rule text NOT NULL,
         reason text NOT NULL,
         evidence jsonb NOT NULL,
         proposed_by uuid NOT NULL,
         proposed_at timestamptz NOT NULL,
         lead_id uuid,
         asset_acquired_on date,
         steps jsonb NOT NULL DEFAULT '[]',
         state text NOT NULL CHECK (state IN ('proposed', 'notedByGroup', 'notedByVillage', 'standing', 'lifted'))
       )`,
      `CREATE INDEX veto_household ON veto (household_id)`,
      `CREATE INDEX veto_place ON veto (area_code, id)`,
      // One rule vetoes a household once; after it was lifted it may be proposed anew.
      `CREATE UNIQUE INDEX veto_in_force ON veto (household_id, rule) WHERE state <> 'lifted'`,
      ...secureByArea('veto'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE veto`);
  }
}
