/**
 * The statements that make the outbox; for the first migration of a service that writes events or commands.
 * An insert wakes the relay when its transaction commits. Sent rows are deleted and counted.
 */
export const createOutboxTables = [
  `CREATE TABLE outbox_event (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     event_id uuid NOT NULL DEFAULT gen_random_uuid(),
     type text NOT NULL,
     key text NOT NULL,
     actor text NOT NULL,
     correlation text NOT NULL,
     cause text,
     data jsonb NOT NULL,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp()
   ) WITH (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000)`,
  `CREATE TABLE outbox_command (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     command_id uuid NOT NULL DEFAULT gen_random_uuid(),
     workflow_id text NOT NULL,
     workflow_type text NOT NULL,
     input jsonb,
     facts jsonb,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     deliver_after timestamptz NOT NULL DEFAULT clock_timestamp(),
     CHECK ((input IS NULL) <> (facts IS NULL))
   ) WITH (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000)`,
  `CREATE INDEX outbox_command_workflow ON outbox_command (workflow_id, id)`,
  `CREATE TABLE outbox_sent (channel text PRIMARY KEY, sent bigint NOT NULL)`,
  `INSERT INTO outbox_sent VALUES ('event', 0), ('command', 0)`,
  `CREATE FUNCTION wake_relay() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN PERFORM pg_notify(TG_TABLE_NAME, ''); RETURN NULL; END $$`,
  `CREATE TRIGGER outbox_event_wakes AFTER INSERT ON outbox_event FOR EACH STATEMENT EXECUTE FUNCTION wake_relay()`,
  `CREATE TRIGGER outbox_command_wakes AFTER INSERT ON outbox_command FOR EACH STATEMENT EXECUTE FUNCTION wake_relay()`,
];

/** The statements that make the inbox; for the first migration of a service that consumes events. */
export const createInboxTables = [
  `CREATE TABLE inbox (
     consumer text NOT NULL,
     event_id uuid NOT NULL,
     received_at timestamptz NOT NULL DEFAULT now(),
     UNIQUE (consumer, event_id)
   )`,
  `CREATE TABLE inbox_consumed (consumer text NOT NULL, topic text NOT NULL, events bigint NOT NULL, PRIMARY KEY (consumer, topic))`,
  `CREATE TABLE dead_letter (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     consumer text NOT NULL,
     topic text NOT NULL,
     partition int NOT NULL,
     message_offset bigint NOT NULL,
     reason text NOT NULL,
     message text,
     parked_at timestamptz NOT NULL DEFAULT now(),
     UNIQUE (consumer, topic, partition, message_offset)
   )`,
];
