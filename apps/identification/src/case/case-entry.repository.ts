import { caseWorkflow, type CaseFact } from '@jingzhun/contracts/identification';
import { command } from '@jingzhun/outbox';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FrozenProfile } from '../profile/profile.repository';
import type { Moved } from './case.repository';
import { withdrawn, type Standing } from './case-entry.rules';
import { done, type Destination } from './case.rules';

/** How many households come to a stage of a group, or leave it. */
interface CounterChange {
  areaCode: string;
  stage: string;
  households: number;
}

/** The rows of single cases that begin, end or move beside the chain. */
@Injectable()
export class CaseEntryRepository {
  /** Where the cases of these households stand. The caller has locked them. */
  standings(tx: EntityManager, ids: readonly string[]): Promise<Standing[]> {
    return tx.query<Standing[]>(
      `SELECT h.id, h.area_code AS "areaCode", h.stage,
              EXISTS (SELECT FROM sitting_household AS laid JOIN sitting ON sitting.id = laid.sitting_id
                       WHERE laid.household_id = h.id AND laid.left_at IS NULL AND sitting.state = 'open') AS "laidBefore"
         FROM household AS h WHERE h.id = ANY ($1) ORDER BY h.id`,
      [ids],
    );
  }

  /** Puts households that have no case yet at the beginning of the chain, and starts their workflows. */
  async begin(
    tx: EntityManager,
    profile: FrozenProfile,
    to: Destination,
    at: Date,
    ids: readonly string[],
  ): Promise<Moved[]> {
    const [begun] = await tx.query<[Moved[], number]>(
      `UPDATE household SET stage = $2, version = version + 1, stage_opened_at = $3, remind_at = $4, due_at = $5,
              profile_id = $6
        WHERE id = ANY ($1) AND stage IS NULL
       RETURNING id, area_code AS "areaCode", version, round, round AS "newRound"`,
      [ids, to.stage, at, to.remindAt ?? null, to.dueAt ?? null, profile.id],
    );
    await this.count(
      tx,
      profile,
      begun.map(({ areaCode }) => ({ areaCode, stage: to.stage, households: 1 })),
    );
    const opened = {
      stage: to.stage,
      round: 1,
      openedAt: at.toISOString(),
      remindAt: to.remindAt?.toISOString(),
      dueAt: to.dueAt?.toISOString(),
    };
    await command(
      tx,
      begun.map(({ id }) => ({
        workflowType: caseWorkflow.household,
        workflowId: id,
        input: { opened, householdId: id },
      })),
    );
    return begun;
  }

  /** A household that ends is counted no more; answers the stage it was at, if its case had begun. */
  async uncount(tx: EntityManager, profile: FrozenProfile, id: string): Promise<string | undefined> {
    const [row] = await tx.query<{ areaCode: string; stage: string | null }[]>(
      `SELECT area_code AS "areaCode", stage FROM household WHERE id = $1`,
      [id],
    );
    if (!row?.stage) return undefined;
    await this.count(tx, profile, [{ areaCode: row.areaCode, stage: row.stage, households: -1 }]);
    return row.stage;
  }

  /** Closes a case at the stage it is at: the last line of its history, and the last fact for its workflow. No sitting finds it any more. */
  async close(tx: EntityManager, { id, at, by }: { id: string; at: Date; by: string }): Promise<Moved> {
    const [row] = await tx.query<(Moved & { stage: string; sequence: number })[]>(
      `INSERT INTO stage_history
              (household_id, sequence, area_code, stage, round, outcome, opened_at, due_at, completed_at, completed_by)
       SELECT id, sequence + 1, area_code, stage, round, 'withdrawn', stage_opened_at, due_at, $2, $3 FROM household WHERE id = $1
       RETURNING household_id AS id, area_code AS "areaCode", 0 AS version, round, round AS "newRound", stage, sequence`,
      [id, at, by],
    );
    const { stage, round, sequence } = row!;
    await tx.query(
      `UPDATE household SET stage = $2, sequence = $3, told_sequence = $3, stage_opened_at = NULL, remind_at = NULL, due_at = NULL
        WHERE id = $1`,
      [id, withdrawn, sequence],
    );
    const last: CaseFact = { kind: 'stage-completed', sequence, stage, round, at: at.toISOString() };
    await command(tx, [{ workflowType: caseWorkflow.household, workflowId: id, facts: [last] }]);
    return row!;
  }

  /** Households are counted in groups: one that moves is counted in its new one. `done` is a stage here. */
  count(tx: EntityManager, profile: FrozenProfile, changes: readonly CounterChange[]): Promise<unknown> {
    return tx.query(
      `INSERT INTO stage_counter (area_code, profile_id, stage, households)
       SELECT "areaCode", $3::uuid, stage, sum(households) FROM jsonb_to_recordset($1::jsonb) AS change ("areaCode" text, stage text, households int)
        GROUP BY 1, 3 ORDER BY 1, array_position($2::text[], stage)
       ON CONFLICT (area_code, profile_id, stage) DO UPDATE SET households = stage_counter.households + EXCLUDED.households`,
      [JSON.stringify(changes), [...profile.stages.map(({ key }) => key), done], profile.id],
    );
  }
}
