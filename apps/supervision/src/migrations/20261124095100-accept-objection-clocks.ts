import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The states of an objection have deadlines like the stages of a household. */
export class AcceptObjectionClocks20261124095100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await accept(runner, ['household', 'group', 'village', 'objection']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await accept(runner, ['household', 'group', 'village']);
  }
}

async function accept(runner: QueryRunner, kinds: readonly string[]): Promise<void> {
  const list = kinds.map((kind) => `'${kind}'`).join(', ');
  await runner.query(`ALTER TABLE clock DROP CONSTRAINT clock_subject_kind_check`);
  await runner.query(`ALTER TABLE clock ADD CONSTRAINT clock_subject_kind_check CHECK (subject_kind IN (${list}))`);
}
