import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Accounts are reached through their person, whose table is behind row-level security; sign-in reaches them by login before
 * anybody's area is known.
 */
export class CreateAccounts20261123093000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      // No person: the first administrator, who is made before there is any staff.
      `CREATE TABLE account (
         id uuid PRIMARY KEY,
         version int NOT NULL DEFAULT 1,
         login text COLLATE "C" NOT NULL UNIQUE,
         person_id uuid,
         grants jsonb NOT NULL,
         password_hash text,
         activation_code_hash bytea,
         failed_attempts int NOT NULL DEFAULT 0,
         locked_until timestamptz,
         disabled_at timestamptz,
         sessions_over_at timestamptz
       )`,
      `CREATE INDEX account_person ON account (person_id)`,
      `CREATE TABLE session (
         id uuid PRIMARY KEY,
         account_id uuid NOT NULL REFERENCES account,
         started_at timestamptz NOT NULL,
         ended_at timestamptz
       )`,
      `CREATE INDEX session_account ON session (account_id)`,
      // A session's tokens are one family: each is exchanged once, and a second try ends the session.
      `CREATE TABLE refresh_token (
         token_hash bytea PRIMARY KEY,
         session_id uuid NOT NULL REFERENCES session ON DELETE CASCADE,
         expires_at timestamptz NOT NULL,
         exchanged_at timestamptz
       )`,
      `CREATE INDEX refresh_token_session ON refresh_token (session_id)`,
      // No foreign key and no login: a row outlives what it tells of, and holds neither a name nor a mistyped password.
      `CREATE TABLE audit_entry (
         id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
         at timestamptz NOT NULL,
         action text NOT NULL,
         outcome text NOT NULL,
         account_id uuid,
         subject_id uuid,
         request_id text NOT NULL
       )`,
      `CREATE INDEX audit_entry_account ON audit_entry (account_id, id)`,
      `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION '% only grows', TG_TABLE_NAME; END $$`,
      `CREATE TRIGGER audit_entry_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE audit_entry, refresh_token, session, account`);
    await runner.query(`DROP FUNCTION refuse_change`);
  }
}
