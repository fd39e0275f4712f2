import type { MigrationInterface, QueryRunner } from 'typeorm';

const disclosure = (column: string) => `CHECK (${column} IN ('absent', 'masked', 'inFull'))`;

/** Exports of every kind, and what of the persons in them went out. Until now there was the entry workbook alone. */
export class GeneraliseExports20261124121000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `ALTER TABLE entry_workbook RENAME TO export`,
      `ALTER POLICY entry_workbook_by_area ON export RENAME TO export_by_area`,
      `ALTER TABLE export ADD COLUMN kind text NOT NULL DEFAULT 'entryWorkbook'`,
      `ALTER TABLE export ALTER COLUMN kind DROP DEFAULT`,
      // A change of type rewrites the rows where a trigger refuses to have them updated.
      `ALTER TABLE export_record ALTER COLUMN kind TYPE text
         USING CASE kind WHEN 'entry-workbook' THEN 'entryWorkbook' ELSE kind END`,
      ...['export', 'export_record'].flatMap((table) => [
        `ALTER TABLE ${table} ALTER COLUMN names_masked TYPE text USING CASE WHEN names_masked THEN 'masked' ELSE 'inFull' END`,
        `ALTER TABLE ${table} RENAME COLUMN names_masked TO names`,
        `ALTER TABLE ${table} ADD ${disclosure('names')}`,
        `ALTER TABLE ${table} ADD COLUMN id_numbers text NOT NULL DEFAULT 'absent' ${disclosure('id_numbers')}`,
        `ALTER TABLE ${table} ALTER COLUMN id_numbers DROP DEFAULT`,
      ]),
      `CREATE INDEX export_state ON export (state, ended_at)`,
      `ALTER TABLE identity_reading ADD COLUMN export_id uuid`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const statements = [
      `ALTER TABLE identity_reading DROP COLUMN export_id`,
      `DROP INDEX export_state`,
      ...['export', 'export_record'].flatMap((table) => [
        `ALTER TABLE ${table} DROP COLUMN id_numbers`,
        `ALTER TABLE ${table} DROP CONSTRAINT ${table}_names_check`,
        `ALTER TABLE ${table} ALTER COLUMN names TYPE boolean USING names = 'masked'`,
        `ALTER TABLE ${table} RENAME COLUMN names TO names_masked`,
      ]),
      `ALTER TABLE export_record ALTER COLUMN kind TYPE text
         USING CASE kind WHEN 'entryWorkbook' THEN 'entry-workbook' ELSE kind END`,
      `ALTER TABLE export DROP COLUMN kind`,
      `ALTER POLICY export_by_area ON export RENAME TO entry_workbook_by_area`,
      `ALTER TABLE export RENAME TO entry_workbook`,
    ];
    for (const statement of statements) await runner.query(statement);
  }
}
