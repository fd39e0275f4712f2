import { countyWide, type Database } from '@jingzhun/database';
import { HouseholdRow } from '../household/household.entity';

/** The households that wait for a visit, in no area's order: people work everywhere at once. */
export async function householdsToVisit(database: Database): Promise<Pick<HouseholdRow, 'id' | 'version'>[]> {
  const rows = await database.read(countyWide, (tx) =>
    tx
      .getRepository(HouseholdRow)
      .find({ select: { id: true, version: true }, where: { stage: 'visit' }, order: { id: 'ASC' } }),
  );
  return rows;
}

/** How many households a stage has now, counted, and as the counters say. */
export async function countsAt(
  database: Database,
  stage: string,
): Promise<{ counted: number; counters: number; visits: number }> {
  const [row] = await database.read(countyWide, (tx) =>
    tx.query<{ counted: number; counters: number; visits: number }[]>(
      `SELECT (SELECT count(*)::int FROM household WHERE stage = $1) AS counted,
              (SELECT coalesce(sum(households), 0)::int FROM stage_counter WHERE stage = $1) AS counters,
              (SELECT count(*)::int FROM visit) AS visits`,
      [stage],
    ),
  );
  return row!;
}
