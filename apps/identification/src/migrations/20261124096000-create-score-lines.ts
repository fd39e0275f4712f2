import { secureByArea } from '@jingzhun/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The county's line: proposed on the figures of a moment, approved by another person, never changed afterwards. */
export class CreateScoreLines20261124096000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE score_line_proposal (
         id uuid PRIMARY KEY,
         version int NOT NULL DEFAULT 1,
         state text NOT NULL CHECK (state IN ('proposed', 'approved', 'refused')),
         line int NOT NULL,
         quota int NOT NULL,
         reason text NOT NULL,
         may_leave_open boolean NOT NULL,
         proposed_by text NOT NULL,
         proposed_at timestamptz NOT NULL,
         decided_by text,
         decided_at timestamptz
       )`,
      `CREATE TABLE score_line (
         version int PRIMARY KEY,
         proposal_id uuid NOT NULL UNIQUE REFERENCES score_line_proposal,
         line int NOT NULL,
         comparison text NOT NULL CHECK (comparison IN ('below', 'at-or-below')),
         quota int NOT NULL,
         candidate int,
         cases jsonb NOT NULL,
         scenario jsonb NOT NULL,
         reason text NOT NULL,
         proposed_by text NOT NULL,
         approved_by text NOT NULL,
         approved_at timestamptz NOT NULL
       )`,
      `CREATE FUNCTION refuse_line_change() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME; END $$`,
      `CREATE TRIGGER score_line_is_frozen BEFORE UPDATE OR DELETE ON score_line
         FOR EACH ROW EXECUTE FUNCTION refuse_line_change()`,
      // The list of a village as it was announced; by whom, where and when.
      `CREATE TABLE announcement (
         line_version int NOT NULL REFERENCES score_line,
         area_code text COLLATE "C" NOT NULL,
         households int NOT NULL,
         persons int NOT NULL,
         place text NOT NULL,
         posted_at timestamptz NOT NULL,
         posted_by uuid NOT NULL,
         PRIMARY KEY (line_version, area_code)
       )`,
      ...secureByArea('announcement'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE announcement, score_line, score_line_proposal`);
    await runner.query(`DROP FUNCTION refuse_line_change`);
  }
}
