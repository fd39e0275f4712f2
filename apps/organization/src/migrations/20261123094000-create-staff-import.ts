import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateStaffImport20261123094000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE staff_import (
         id uuid PRIMARY KEY,
         file_id text NOT NULL,
         account_id uuid NOT NULL,
         areas text[] NOT NULL,
         request_id text NOT NULL,
         state text NOT NULL CHECK (state IN ('running', 'done', 'refused', 'failed')),
         lines_read int NOT NULL DEFAULT 0,
         problems jsonb NOT NULL DEFAULT '[]',
         counts jsonb,
         started_at timestamptz NOT NULL,
         ended_at timestamptz
       )`,
      // COPY is refused on tables behind row-level security: rows pass through here, within the import's transaction.
      `CREATE UNLOGGED TABLE staff_import_row (kind text NOT NULL, content jsonb NOT NULL)`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE staff_import_row, staff_import`);
  }
}
