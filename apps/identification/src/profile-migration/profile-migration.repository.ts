import { isUuid, NotFound } from '@jingzhun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ProfileMigrationRow } from './profile-migration.entity';

@Injectable()
export class ProfileMigrationRepository {
  all(tx: EntityManager): Promise<ProfileMigrationRow[]> {
    return tx.getRepository(ProfileMigrationRow).find({ order: { requestedAt: 'ASC' } });
  }

  /** @throws NotFound. The row is locked until the transaction ends. */
  async lock(tx: EntityManager, id: string): Promise<ProfileMigrationRow> {
    const row = isUuid(id)
      ? await tx.getRepository(ProfileMigrationRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (!row) throw new NotFound('There is no such change of profile.', 'migrationId');
    return row;
  }

  async add(tx: EntityManager, row: ProfileMigrationRow): Promise<ProfileMigrationRow> {
    await tx.getRepository(ProfileMigrationRow).insert(row);
    return row;
  }

  async decide(
    tx: EntityManager,
    row: ProfileMigrationRow,
    decision: Pick<ProfileMigrationRow, 'state' | 'result' | 'decidedBy' | 'decidedAt'>,
  ): Promise<ProfileMigrationRow> {
    const decided = { ...row, ...decision, version: row.version + 1 };
    await tx.getRepository(ProfileMigrationRow).save(decided);
    return decided;
  }

  /** How many households of a profile are at each stage. */
  async counts(tx: EntityManager, profileId: string): Promise<Map<string, number>> {
    const rows = await tx.query<{ stage: string; households: number }[]>(
      `SELECT stage, sum(households)::int AS households FROM stage_counter WHERE profile_id = $1 GROUP BY stage`,
      [profileId],
    );
    return new Map(rows.map(({ stage, households }) => [stage, households]));
  }

  /** Hands the households at these stages over to another profile, with their counts; answers how many each stage had. */
  async move(tx: EntityManager, from: string, to: string, stages: readonly string[]): Promise<Map<string, number>> {
    const rows = await tx.query<{ stage: string; households: number }[]>(
      `WITH moved AS (
         UPDATE household SET profile_id = $2, version = version + 1 WHERE profile_id = $1 AND stage = ANY ($3)
         RETURNING area_code, stage
       ), counts AS (
         SELECT area_code, stage, count(*)::int AS households FROM moved GROUP BY area_code, stage
       ), counted AS (
         INSERT INTO stage_counter (area_code, profile_id, stage, households)
         SELECT area_code, change.profile_id, stage, change.sign * households
           FROM counts CROSS JOIN (VALUES ($1::uuid, -1), ($2::uuid, 1)) AS change (profile_id, sign)
          ORDER BY area_code, stage
         ON CONFLICT (area_code, profile_id, stage) DO UPDATE SET households = stage_counter.households + EXCLUDED.households
       )
       SELECT stage, sum(households)::int AS households FROM counts GROUP BY stage`,
      [from, to, stages],
    );
    return new Map(rows.map(({ stage, households }) => [stage, households]));
  }

  /** The groups that have households of a profile at a stage. */
  async groupsAt(tx: EntityManager, profileId: string, stage: string): Promise<string[]> {
    const rows = await tx.query<{ area_code: string }[]>(
      `SELECT area_code FROM stage_counter WHERE profile_id = $1 AND stage = $2 AND households > 0 ORDER BY area_code`,
      [profileId, stage],
    );
    return rows.map((row) => row.area_code);
  }
}
