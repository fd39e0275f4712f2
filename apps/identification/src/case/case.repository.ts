import { caseWorkflow, type StageOpenAnswer } from '@jingzhun/contracts/identification';
import { isUuid } from '@jingzhun/kernel';
import type { Origin } from '@jingzhun/outbox';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FrozenProfile } from '../profile/profile.repository';
import type { Destination, OpenCase } from './case.rules';

export interface Move {
  ids: readonly string[];
  from: string;
  to: Destination;
  outcome: 'completed' | 'returned';
  at: Date;
  by: string;
  profileId: string;
  /** Keys of the stages in the order of the chain: counters are touched in that order, so that two moves never wait crosswise. */
  chain: readonly string[];
}

export interface Moved {
  id: string;
  areaCode: string;
  version: number;
  /** The round of the completed stage. */
  round: number;
  /** The round the household is in now. */
  newRound: number;
}

/** Set-based moves of households along the chain: row, history and counters together. */
@Injectable()
export class CaseRepository {
  /** The cases with those ids in the caller's area, locked until the transaction ends. */
  lock(tx: EntityManager, ids: readonly string[]): Promise<OpenCase[]> {
    return tx.query<OpenCase[]>(
      `SELECT id, area_code AS "areaCode", version, stage, round, sequence, profile_id AS "profileId"
         FROM household WHERE id = ANY ($1) ORDER BY id FOR UPDATE`,
      [ids.filter(isUuid)],
    );
  }

  /** A case as it is; undefined when it is not in the caller's area. */
  async find(tx: EntityManager, id: string): Promise<OpenCase | undefined> {
    const [row] = await tx.query<OpenCase[]>(
      `SELECT id, area_code AS "areaCode", version, stage, round, sequence, profile_id AS "profileId"
         FROM household WHERE id = $1`,
      [id],
    );
    return row;
  }

  /** The present moment by the database's clock, taken after a lock was won: it orders what happened to one case. */
  async now(tx: EntityManager): Promise<Date> {
    const [row] = await tx.query<{ now: Date }[]>(`SELECT clock_timestamp() AS now`);
    return row!.now;
  }

  /** Moves those of `ids` that are at `from` of the profile. The caller has locked them. */
  move(tx: EntityManager, { ids, from, to, outcome, at, by, profileId, chain }: Move): Promise<Moved[]> {
    return tx.query<Moved[]>(
      `WITH before AS (
         SELECT id, round, stage_opened_at, due_at FROM household WHERE id = ANY ($1) AND stage = $2 AND profile_id = $11
       ), moved AS (
         UPDATE household AS h SET stage = $3, round = h.round + $4::int, sequence = h.sequence + 1, version = h.version + 1,
                stage_opened_at = $5, remind_at = $6, due_at = $7
           FROM before WHERE h.id = before.id
         RETURNING h.id, h.area_code, h.version, h.sequence, h.round AS new_round, before.round, before.stage_opened_at,
                   before.due_at
       ), history AS (
         INSERT INTO stage_history
                (household_id, sequence, area_code, stage, round, outcome, opened_at, due_at, completed_at, completed_by)
         SELECT id, sequence, area_code, $2, round, $8, stage_opened_at, due_at, $5, $9 FROM moved
       ), counted AS (
         INSERT INTO stage_counter (area_code, profile_id, stage, households)
         SELECT area_code, $11, change.stage, change.sign * count(*)
           FROM moved CROSS JOIN (VALUES ($2::text, -1), ($3::text, 1)) AS change (stage, sign)
          GROUP BY area_code, change.stage, change.sign
          ORDER BY area_code, array_position($10::text[], change.stage)
         ON CONFLICT (area_code, profile_id, stage) DO UPDATE SET households = stage_counter.households + EXCLUDED.households
       )
       SELECT id, area_code AS "areaCode", version, round, new_round AS "newRound" FROM moved`,
      [ids, from, to.stage, to.again ? 1 : 0, at, to.remindAt ?? null, to.dueAt ?? null, outcome, by, chain, profileId],
    );
  }

  /**
   * Tells the households' workflows, in one command each, every completed stage they have not heard of, the last one with
   * what follows. A fact may linger for company as long as the clock it starts has time: a minute at most, and a quarter of
   * what is left to the reminder. So a visit and its score sheet, or a release and its entry, go together.
   */
  async tell(tx: EntityManager, ids: readonly string[]): Promise<void> {
    await tx.query(
      `WITH untold AS (
         SELECT id, told_sequence, sequence, stage, round, stage_opened_at, remind_at, due_at FROM household WHERE id = ANY ($1)
       ), told AS (
         UPDATE household SET told_sequence = sequence WHERE id = ANY ($1)
       )
       INSERT INTO outbox_command (workflow_id, workflow_type, deliver_after, facts)
       SELECT untold.id, $2,
              clock_timestamp() + least(interval '60 s', coalesce((untold.remind_at - untold.stage_opened_at) / 4, interval '2 s')), (
         SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                  'kind', 'stage-completed', 'sequence', h.sequence, 'stage', h.stage, 'round', h.round,
                  'at', iso(h.completed_at),
                  'next', CASE
                    WHEN h.sequence < untold.sequence THEN jsonb_build_object(
                      'stage', following.stage, 'round', following.round, 'openedAt', iso(h.completed_at))
                    WHEN untold.stage <> 'done' THEN jsonb_build_object(
                      'stage', untold.stage, 'round', untold.round, 'openedAt', iso(untold.stage_opened_at),
                      'remindAt', iso(untold.remind_at), 'dueAt', iso(untold.due_at))
                  END)) ORDER BY h.sequence)
           FROM stage_history AS h
           LEFT JOIN stage_history AS following ON following.household_id = h.household_id AND following.sequence = h.sequence + 1
          WHERE h.household_id = untold.id AND h.sequence > untold.told_sequence)
         FROM untold WHERE untold.sequence > untold.told_sequence`,
      [ids, caseWorkflow.household],
    );
  }

  /** Puts every household at the beginning, counts them, starts their workflows and tells of their clocks; set-based. */
  async openAll(
    tx: EntityManager,
    profile: FrozenProfile,
    to: Destination,
    ownerRole: string,
    origin: Origin,
    at: Date,
  ): Promise<void> {
    await tx.query(
      `UPDATE household SET stage = $1, version = version + 1, stage_opened_at = $2, remind_at = $3, due_at = $4, profile_id = $5`,
      [to.stage, at, to.remindAt ?? null, to.dueAt ?? null, profile.id],
    );
    await tx.query(
      `INSERT INTO stage_counter (area_code, profile_id, stage, households)
       SELECT area_code, $2, $1, count(*) FROM household GROUP BY area_code`,
      [to.stage, profile.id],
    );
    const opened = {
      stage: to.stage,
      round: 1,
      openedAt: at.toISOString(),
      remindAt: to.remindAt?.toISOString(),
      dueAt: to.dueAt?.toISOString(),
    };
    await tx.query(
      `INSERT INTO outbox_command (workflow_id, workflow_type, input)
       SELECT id, $1, $2::jsonb || jsonb_build_object('householdId', id) FROM household ORDER BY number`,
      [caseWorkflow.household, JSON.stringify({ opened })],
    );
    await tx.query(
      `INSERT INTO outbox_event (type, key, actor, correlation, data)
       SELECT 'identification.stage-opened.v1', id, $1, $2,
              $3::jsonb || jsonb_build_object('subjectKind', 'household', 'subjectId', id, 'areaCode', area_code, 'households', 1)
         FROM household ORDER BY number`,
      [origin.actor, origin.correlation, JSON.stringify({ ...opened, ownerRole })],
    );
  }

  /** Whether a household is at that stage and round, asked under its lock: no completion is under way when it answers. */
  async isOpen(tx: EntityManager, id: string, stage: string, round: number): Promise<StageOpenAnswer> {
    const [row] = await tx.query<{ areaCode: string }[]>(
      `SELECT area_code AS "areaCode" FROM household WHERE id = $1 AND stage = $2 AND round = $3 FOR SHARE`,
      [id, stage, round],
    );
    return row ? { open: true, areaCode: row.areaCode, households: 1 } : { open: false };
  }
}
