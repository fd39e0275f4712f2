import { secureByArea } from '@jingzhun/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The statements that put a table behind the objection its rows belong to: they are seen where that is, wherever it goes. */
function secureByObjection(table: string): string[] {
  const isSeen = `EXISTS (SELECT FROM objection WHERE objection.id = objection_id)`;
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY ${table}_by_objection ON ${table} USING (${isSeen}) WITH CHECK (${isSeen})`,
  ];
}

const areaCode = 'text COLLATE "C" NOT NULL';

/** Objections to what is public, and what they do to the publicity of one household. */
export class CreateObjections20261124095000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE objection (
         id uuid PRIMARY KEY,
         version int NOT NULL DEFAULT 1,
         sequence int NOT NULL DEFAULT 0,
         profile_id uuid NOT NULL,
         area_code ${areaCode},
         household_id uuid,
         receipt text NOT NULL UNIQUE,
         kind text NOT NULL CHECK (kind IN ('own', 'report', 'missed')),
         channel text NOT NULL CHECK (channel IN ('paper', 'phone', 'code')),
         anonymous boolean NOT NULL,
         period text NOT NULL CHECK (period IN ('publicity', 'announcement')),
         statement text NOT NULL,
         received_at timestamptz NOT NULL,
         recorded_at timestamptz NOT NULL,
         effect text NOT NULL CHECK (effect IN ('suspends', 'late', 'overtaken', 'none')),
         state text NOT NULL
           CHECK (state IN ('received', 'registered', 'assigned', 'rechecked', 'decided', 'answered', 'closed')),
         since timestamptz NOT NULL,
         remind_at timestamptz,
         due_at timestamptz,
         recheck jsonb,
         outcome jsonb,
         satisfied boolean
       )`,
      `CREATE INDEX objection_household ON objection (household_id) WHERE household_id IS NOT NULL`,
      `CREATE INDEX objection_list ON objection (area_code, recorded_at, id)`,
      `CREATE INDEX objection_recheck ON objection USING gin ((recheck -> 'persons')) WHERE state = 'assigned'`,
      // Who objected, apart from everything else: for whoever must answer, and never in an event, a log or a workflow.
      `CREATE TABLE objector (
         objection_id uuid PRIMARY KEY REFERENCES objection,
         name text NOT NULL,
         phone text
       )`,
      `CREATE TABLE objection_step (
         objection_id uuid NOT NULL REFERENCES objection,
         sequence int NOT NULL,
         kind text NOT NULL
           CHECK (kind IN ('receive', 'register', 'assign', 'recheck', 'decide', 'answer', 'call-back')),
         at timestamptz NOT NULL,
         by text NOT NULL,
         detail jsonb NOT NULL,
         PRIMARY KEY (objection_id, sequence)
       )`,
      `CREATE FUNCTION refuse_change_of_objection_steps() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION '% only grows', TG_TABLE_NAME; END $$`,
      `CREATE TRIGGER objection_step_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON objection_step
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_objection_steps()`,
      // How often a code on a notice was used in an hour; whoever reads the notice can use it, and nobody can flood an office.
      `CREATE TABLE objection_code_use (
         code text NOT NULL,
         hour timestamptz NOT NULL,
         uses int NOT NULL,
         PRIMARY KEY (code, hour)
       )`,
      `ALTER TABLE publicity ADD objection_code text UNIQUE`,
      // When a household left a sitting before its end, because an objection to it was found right.
      `ALTER TABLE sitting_household ADD left_at timestamptz`,
      // Households whose group or village has gone on without them: their own publicity is not over.
      `CREATE TABLE held_publicity (
         household_id uuid PRIMARY KEY,
         sitting_id uuid NOT NULL,
         area_code ${areaCode},
         held_at timestamptz NOT NULL
       )`,
      `CREATE INDEX held_publicity_area ON held_publicity (area_code)`,
      ...['objection', 'held_publicity'].flatMap((table) => secureByArea(table)),
      ...['objector', 'objection_step'].flatMap((table) => secureByObjection(table)),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE held_publicity, objection_code_use, objection_step, objector, objection`);
    await runner.query(`DROP FUNCTION refuse_change_of_objection_steps`);
    await runner.query(`ALTER TABLE publicity DROP objection_code`);
    await runner.query(`ALTER TABLE sitting_household DROP left_at`);
  }
}
