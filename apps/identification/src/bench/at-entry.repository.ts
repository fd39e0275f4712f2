import { countyWide, type Database } from '@jingzhun/database';

/**
 * Puts every household of an open campaign where it waits for entry, each with a sheet of `total` points, as if everything
 * before had been done. For specs and measurements of the last stage: the way there takes a county weeks, and a machine minutes.
 */
export async function putAtEntry(database: Database, total: number): Promise<void> {
  await database.transaction(countyWide, async (tx) => {
    await tx.query(
      `INSERT INTO score_sheet (household_id, area_code, round, form_version, answers, points, total, recorded_at, recorded_by)
       SELECT id, area_code, round, 'measurement', '[]', '[]', $1, now(), gen_random_uuid() FROM household`,
      [total],
    );
    await tx.query(
      `UPDATE household SET stage = 'entry', version = version + 1, stage_opened_at = now(),
              remind_at = now() + interval '1 day', due_at = now() + interval '2 days'`,
    );
    await tx.query(`DELETE FROM stage_counter`);
    await tx.query(
      `INSERT INTO stage_counter (area_code, profile_id, stage, households)
       SELECT area_code, profile_id, 'entry', count(*) FROM household GROUP BY area_code, profile_id`,
    );
  });
}
