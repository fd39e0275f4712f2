import { createOnceTable, secureByArea } from '@jingzhun/database';
import { createOutboxTables } from '@jingzhun/outbox';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes are compared by prefix, so an area column sorts as plain bytes. */
const areaCode = 'text COLLATE "C" NOT NULL';

export class CreateStaff20261123092000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE person (
         id uuid PRIMARY KEY,
         number text COLLATE "C" NOT NULL UNIQUE,
         name text NOT NULL,
         phone text NOT NULL,
         area_code ${areaCode}
       )`,
      `CREATE INDEX person_place ON person (area_code, number)`,
      `CREATE TABLE team (
         id uuid PRIMARY KEY,
         number text COLLATE "C" NOT NULL UNIQUE,
         kind text NOT NULL CHECK (kind IN ('field', 'taskGroup')),
         name text NOT NULL,
         area_code ${areaCode},
         leader_id uuid NOT NULL
       )`,
      `CREATE INDEX team_place ON team (area_code, number)`,
      `CREATE TABLE team_member (team_id uuid NOT NULL, person_id uuid NOT NULL, PRIMARY KEY (team_id, person_id))`,
      `CREATE INDEX team_member_person ON team_member (person_id)`,
      // Who answers now: one holder per area and role. What was before is told by the events.
      `CREATE TABLE assignment (
         id uuid PRIMARY KEY,
         version int NOT NULL DEFAULT 1,
         area_code ${areaCode},
         role text COLLATE "C" NOT NULL,
         team_id uuid,
         person_id uuid,
         changed_at timestamptz NOT NULL,
         UNIQUE (area_code, role),
         CHECK (team_id IS NULL OR person_id IS NULL)
       )`,
      `CREATE INDEX assignment_team ON assignment (team_id) WHERE team_id IS NOT NULL`,
      ...createOutboxTables,
      createOnceTable,
      ...['person', 'team', 'assignment'].flatMap((table) => secureByArea(table)),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE assignment, team_member, team, person, idempotency_key, outbox_event, outbox_command, outbox_sent`,
    );
    await runner.query(`DROP FUNCTION wake_relay`);
  }
}
