import { secureByArea } from '@jingzhun/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateExtensions20261123095100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      // Persons are empty for an account without one.
      `CREATE TABLE extension (
         id uuid PRIMARY KEY,
         clock_id uuid NOT NULL REFERENCES clock,
         area_code text COLLATE "C" NOT NULL,
         reason text NOT NULL,
         due_at timestamptz(3) NOT NULL,
         asked_by text NOT NULL,
         asked_by_person text NOT NULL,
         asked_at timestamptz(3) NOT NULL,
         decision text CHECK (decision IN ('granted', 'refused')),
         note text,
         decided_by text,
         decided_by_person text,
         decided_at timestamptz(3),
         CONSTRAINT decided_whole CHECK (num_nulls(decision, decided_by, decided_by_person, decided_at) IN (0, 4)),
         CONSTRAINT decided_by_another CHECK (decided_by <> asked_by
           AND (decided_by_person = '' OR decided_by_person <> asked_by_person))
       )`,
      `CREATE INDEX extension_of_clock ON extension (clock_id, asked_at)`,
      `CREATE UNIQUE INDEX extension_waiting ON extension (clock_id) WHERE decision IS NULL`,
      ...secureByArea('extension'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE extension`);
  }
}
