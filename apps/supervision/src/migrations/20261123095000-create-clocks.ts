import { createOnceTable, secureByArea } from '@jingzhun/database';
import { createInboxTables, createOutboxTables } from '@jingzhun/outbox';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes are compared by prefix, so an area column sorts as plain bytes. */
const areaCode = 'text COLLATE "C" NOT NULL';

/** Events carry milliseconds; a finer column would make two equal instants differ. */
const instant = 'timestamptz(3)';

export class CreateClocks20261123095000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      // Events may come in any order, so a row may begin with its end: times are filled in as they become known.
      `CREATE TABLE clock (
         id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
         version int NOT NULL DEFAULT 1,
         subject_kind text NOT NULL CHECK (subject_kind IN ('household', 'group', 'village')),
         subject_id uuid NOT NULL,
         stage text COLLATE "C" NOT NULL,
         round int NOT NULL,
         area_code ${areaCode},
         households int NOT NULL,
         owner_role text,
         opened_at ${instant},
         remind_at ${instant},
         first_due_at ${instant},
         due_at ${instant},
         reminded_at ${instant},
         breached_at ${instant},
         posted_at ${instant},
         closes_at ${instant},
         completed_at ${instant},
         outcome text CHECK (outcome IN ('completed', 'returned', 'withdrawn')),
         UNIQUE (subject_id, stage, round),
         CONSTRAINT breached_at_the_deadline CHECK (breached_at = due_at)
       )`,
      // What the board adds up, without visiting the rows; what is open stays small however long the campaign lasts.
      `CREATE INDEX clock_open_by_area ON clock (area_code, stage) INCLUDE (households, remind_at, due_at, posted_at)
         WHERE completed_at IS NULL`,
      // The list of stuck cases, the most overdue first.
      `CREATE INDEX clock_owed_by_due ON clock (due_at, id) WHERE completed_at IS NULL AND posted_at IS NULL`,
      // Whoever moves a deadline cannot hide the first one, nor a breach.
      `CREATE FUNCTION clock_keeps_its_past() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION 'the first due time and a recorded breach of a clock are never changed'; END $$`,
      `CREATE TRIGGER clock_keeps_its_past BEFORE UPDATE ON clock FOR EACH ROW
         WHEN ((OLD.first_due_at IS NOT NULL AND NEW.first_due_at IS DISTINCT FROM OLD.first_due_at)
            OR (OLD.breached_at IS NOT NULL AND NEW.breached_at IS DISTINCT FROM OLD.breached_at))
         EXECUTE FUNCTION clock_keeps_its_past()`,
      ...secureByArea('clock'),
      // Not behind row-level security: it holds ids only, is read through a clock the caller may see, and the holder may
      // serve an area above the caller's.
      `CREATE TABLE duty (
         area_code ${areaCode},
         role text COLLATE "C" NOT NULL,
         team_id uuid,
         person_id uuid,
         changed_at ${instant} NOT NULL,
         event_id uuid NOT NULL,
         PRIMARY KEY (area_code, role)
       )`,
      createOnceTable,
      ...createOutboxTables,
      ...createInboxTables,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE dead_letter, inbox_consumed, inbox, outbox_sent, outbox_command, outbox_event, idempotency_key, duty, clock`,
    );
    await runner.query(`DROP FUNCTION wake_relay, clock_keeps_its_past`);
  }
}
