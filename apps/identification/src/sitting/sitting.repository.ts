import type { StageOpenAnswer } from '@jingzhun/contracts/identification';
import { guardedUpdate } from '@jingzhun/database';
import { isUuid, NotFound } from '@jingzhun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Deadline } from '@jingzhun/identification-rules';
import { SittingRow } from './sitting.entity';
import type { HouseholdVerdict } from './sitting.rules';

export interface NewSitting {
  kind: 'group' | 'village';
  areaCode: string;
  profileId: string;
  /** The stage it opens at, and how it stands then. */
  stage: string;
  state: 'open' | 'held';
  at: Date;
  deadline: Deadline;
}

@Injectable()
export class SittingRepository {
  /** @throws NotFound when it does not exist in the caller's area. The row is locked until the transaction ends. */
  async lock(tx: EntityManager, id: string): Promise<SittingRow> {
    const row = isUuid(id)
      ? await tx.getRepository(SittingRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (!row) throw new NotFound('There is no such sitting in your area.', 'sittingId');
    return row;
  }

  /** The sittings that are not over and in which a household lies or is public, locked until the transaction ends. */
  async lockAround(tx: EntityManager, householdId: string): Promise<SittingRow[]> {
    return tx
      .getRepository(SittingRow)
      .createQueryBuilder('sitting')
      .setLock('pessimistic_write')
      .where(`sitting.state <> 'closed'`)
      .andWhere(
        `EXISTS (SELECT FROM sitting_household AS laid WHERE laid.sitting_id = sitting.id AND laid.household_id = :householdId
                    AND laid.verdict IS DISTINCT FROM 'returned' AND laid.left_at IS NULL)`,
        { householdId },
      )
      .orderBy('sitting.id')
      .getMany();
  }

  /**
   * How many households of an area and profile wait at `stage`, and how many are still before it. One at a time per area. Those
   * whose publicity goes on after that of their neighbours are held and not waited for: they come in a later round.
   */
  async readiness(
    tx: EntityManager,
    areaCode: string,
    { profileId, stage, stagesBefore }: { profileId: string; stage: string; stagesBefore: readonly string[] },
  ): Promise<{ before: number; here: number }> {
    await tx.query(`SELECT FROM area WHERE code = $1 FOR UPDATE`, [areaCode]);
    const [row] = await tx.query<{ before: number; here: number }[]>(
      `SELECT coalesce(sum(households) FILTER (WHERE stage = ANY ($3)), 0)::int
                - (SELECT count(*)::int FROM held_publicity AS held JOIN household AS h ON h.id = held.household_id
                    WHERE held.area_code ^@ $1 AND h.profile_id = $4 AND h.stage = ANY ($3)) AS before,
              coalesce(sum(households) FILTER (WHERE stage = $2), 0)::int AS here
         FROM stage_counter WHERE area_code ^@ $1 AND profile_id = $4`,
      [areaCode, stage, stagesBefore, profileId],
    );
    return row!;
  }

  /** Lays before a new sitting every household of the area that waits at the stage and lies before none. */
  async open(tx: EntityManager, id: string, sitting: NewSitting): Promise<SittingRow | undefined> {
    const laid = await tx.query<unknown[]>(
      `INSERT INTO sitting_household (sitting_id, household_id, area_code)
       SELECT $1, h.id, h.area_code FROM household AS h
        WHERE h.stage = $2 AND h.area_code ^@ $3 AND h.profile_id = $4
          AND NOT EXISTS (SELECT FROM sitting_household AS laid JOIN sitting ON sitting.id = laid.sitting_id
                           WHERE laid.household_id = h.id AND laid.verdict IS NULL AND laid.left_at IS NULL
                             AND sitting.state <> 'closed' AND sitting.opening_stage = $2)
       RETURNING 1`,
      [id, sitting.stage, sitting.areaCode, sitting.profileId],
    );
    if (laid.length === 0) return undefined;
    await tx.query(
      `INSERT INTO sitting (id, kind, area_code, round, state, profile_id, opening_stage, stage, households, opened_at,
                            stage_opened_at, remind_at, due_at)
       SELECT $1, $2, $3, 1 + coalesce(max(round), 0), $9, $10, $4, $4, $5, $6, $6, $7, $8
         FROM sitting WHERE kind = $2 AND area_code = $3`,
      [
        id,
        sitting.kind,
        sitting.areaCode,
        sitting.stage,
        laid.length,
        sitting.at,
        sitting.deadline.remindAt,
        sitting.deadline.dueAt,
        sitting.state,
        sitting.profileId,
      ],
    );
    return tx.getRepository(SittingRow).findOneByOrFail({ id });
  }

  /** The households laid before a sitting; after its meeting those it did not return. Those that have left it are not among them. */
  async householdsOf(tx: EntityManager, sittingId: string): Promise<string[]> {
    const rows = await tx.query<{ household_id: string }[]>(
      `SELECT household_id FROM sitting_household WHERE sitting_id = $1 AND verdict IS DISTINCT FROM 'returned' AND left_at IS NULL ORDER BY household_id`,
      [sittingId],
    );
    return rows.map((row) => row.household_id);
  }

  async saveVerdicts(tx: EntityManager, sittingId: string, verdicts: readonly HouseholdVerdict[]): Promise<void> {
    await tx.query(
      `UPDATE sitting_household AS laid SET verdict = said.verdict, reason = said.reason
         FROM unnest($2::uuid[], $3::text[], $4::text[]) AS said (id, verdict, reason)
        WHERE laid.sitting_id = $1 AND laid.household_id = said.id`,
      [
        sittingId,
        verdicts.map(({ householdId }) => householdId),
        verdicts.map(({ verdict }) => verdict),
        verdicts.map(({ reason }) => reason),
      ],
    );
  }

  /** Saves what changed and raises the version; `row` is changed too. */
  async save(tx: EntityManager, row: SittingRow, change: Partial<SittingRow>): Promise<void> {
    const metadata = tx.getRepository(SittingRow).metadata;
    const columns = Object.entries(change).map(([property, value]) => {
      const column = metadata.findColumnWithPropertyName(property);
      if (!column) throw new Error(`a sitting has no ${property}`);
      return [column.databaseName, value] as const;
    });
    const version = await guardedUpdate(tx, 'sitting', row.id, row.version, Object.fromEntries(columns));
    Object.assign(row, change, { version });
  }

  /** Whether a sitting is at that stage with its duty undone, asked under its lock: no decision is under way when it answers. */
  async isOpen(tx: EntityManager, id: string, stage: string, round: number): Promise<StageOpenAnswer> {
    const [row] = await tx.query<{ areaCode: string; households: number }[]>(
      `SELECT area_code AS "areaCode", households FROM sitting WHERE id = $1 AND stage = $2 AND round = $3
          AND NOT EXISTS (SELECT FROM publicity WHERE sitting_id = sitting.id AND stage = $2 AND posted_at IS NOT NULL)
        FOR SHARE OF sitting`,
      [id, stage, round],
    );
    return row ? { open: true, ...row } : { open: false };
  }
}
