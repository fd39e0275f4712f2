import { secureByArea } from '@jingzhun/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const areaCode = 'text COLLATE "C" NOT NULL';

export class CreateStoredFiles20261124110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      // A photo, signature or document outside the database. Until a record names it, it waits; a doomed one is being removed.
      `CREATE TABLE stored_file (
         id uuid PRIMARY KEY,
         kind text NOT NULL CHECK (kind IN ('photo', 'signature', 'document')),
         area_code ${areaCode},
         uploaded_by uuid NOT NULL,
         uploaded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
         media_type text NOT NULL,
         bytes int NOT NULL,
         sha256 text NOT NULL,
         received_sha256 text NOT NULL,
         width int,
         height int,
         claimed_taken_at text,
         claimed_latitude double precision,
         claimed_longitude double precision,
         attached_subject text,
         attached_to uuid,
         attached_at timestamptz,
         doomed_at timestamptz,
         CHECK ((attached_to IS NULL) = (attached_at IS NULL) AND (attached_to IS NULL) = (attached_subject IS NULL)),
         CHECK (attached_to IS NULL OR doomed_at IS NULL)
       )`,
      `CREATE INDEX stored_file_waiting ON stored_file (uploaded_at) WHERE attached_to IS NULL`,
      `CREATE INDEX stored_file_waiting_for ON stored_file (uploaded_by) WHERE attached_to IS NULL`,
      `CREATE INDEX stored_file_attached ON stored_file (attached_to) WHERE attached_to IS NOT NULL`,
      // The same picture handed in twice is a question for the inspectors.
      `CREATE INDEX stored_file_content ON stored_file (received_sha256)`,
      // Who printed what and when; of a blank form the subject is the area.
      `CREATE TABLE document_print (
         id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
         document text NOT NULL,
         subject_id text COLLATE "C" NOT NULL,
         area_code ${areaCode},
         printed_by uuid NOT NULL,
         account_id text NOT NULL,
         request_id text NOT NULL,
         printed_at timestamptz NOT NULL DEFAULT clock_timestamp()
       )`,
      `CREATE INDEX document_print_subject ON document_print (subject_id, id)`,
      `CREATE FUNCTION refuse_change_of_prints() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION '% only grows', TG_TABLE_NAME; END $$`,
      `CREATE TRIGGER document_print_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON document_print
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_prints()`,
      ...secureByArea('stored_file'),
      ...secureByArea('document_print'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE document_print, stored_file`);
    await runner.query(`DROP FUNCTION refuse_change_of_prints`);
  }
}
