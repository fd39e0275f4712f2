-- Run once, after the schema of the visibility database is set up (Temporal 1.30.8).
--
-- The stock table has 74 indexes: 0.86 ms of CPU per insert instead of 0.23, and 932 MB for 54,860 open workflows.
-- Nothing of ours uses search attributes, so only these stay:
--   executions_visibility_pkey       upsert and delete of one run
--   default_idx                      every list in its default order, every plain count
--   by_workflow_id                   "which runs has this case", also asked by the Web UI
--   by_workflow_type, by_status      list and count by type and by open, completed, failed; GROUP BY ExecutionStatus
--   by_temporal_namespace_division   schedules and batch jobs, which live in divisions of their own
-- An update of the schema to another version may expect a dropped index: read its migration before raising the pin.
DO $$
DECLARE
  unused text;
BEGIN
  FOR unused IN
    SELECT indexrelid::regclass::text
    FROM pg_index
    WHERE indrelid = 'executions_visibility'::regclass
      AND NOT indisprimary
      AND indexrelid::regclass::text NOT IN
        ('default_idx', 'by_workflow_id', 'by_workflow_type', 'by_status', 'by_temporal_namespace_division')
  LOOP
    EXECUTE 'DROP INDEX ' || unused;
  END LOOP;
END
$$;
