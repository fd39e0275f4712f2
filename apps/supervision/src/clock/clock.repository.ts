import type {
  HouseholdMoved,
  NoticePosted,
  StageCompleted,
  StageOfSubject,
  StageOpened,
} from '@jingzhun/contracts/identification';
import { NotFound } from '@jingzhun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ClockRow } from './clock.entity';

/** A stage that is open, as its event or its timer tells of it; a timer does not know whose duty it is. */
export type Opening = Omit<StageOpened, 'ownerRole'> & { ownerRole?: string };

const subject = 'subject_kind, subject_id, stage, round, area_code, households';
const given = `"subjectKind" text, "subjectId" uuid, stage text, round int, "areaCode" text, households int`;

/** One row per key, in one order everywhere, so that two writers never wait crosswise. */
const distinct = (columns: string, more: string): string =>
  `SELECT DISTINCT ON ("subjectId", stage, round) "subjectKind", "subjectId", stage, round, "areaCode", households, ${columns}
     FROM jsonb_to_recordset($1::jsonb) AS event (${given}, ${more})
    ORDER BY "subjectId", stage, round`;

/**
 * The clocks as rows. Each fact fills in its own columns of a row and makes the row when it is the first, so that facts may
 * come in any order and more than once. The number of households is the one of the latest fact in the life of a stage.
 */
@Injectable()
export class ClockRepository {
  /** Stages were opened. A time that is known already stands: it may have been extended since. */
  async open(tx: EntityManager, openings: readonly Opening[]): Promise<void> {
    await tx.query(
      `INSERT INTO clock (${subject}, owner_role, opened_at, remind_at, first_due_at, due_at)
       ${distinct(
         '"ownerRole", "openedAt", "remindAt", "dueAt", "dueAt"',
         '"ownerRole" text, "openedAt" timestamptz, "remindAt" timestamptz, "dueAt" timestamptz',
       )}
       ON CONFLICT (subject_id, stage, round) DO UPDATE SET
         owner_role = coalesce(EXCLUDED.owner_role, clock.owner_role),
         opened_at = coalesce(clock.opened_at, EXCLUDED.opened_at),
         remind_at = coalesce(clock.remind_at, EXCLUDED.remind_at),
         first_due_at = coalesce(clock.first_due_at, EXCLUDED.first_due_at),
         due_at = coalesce(clock.due_at, EXCLUDED.due_at),
         households = CASE WHEN clock.posted_at IS NULL AND clock.completed_at IS NULL
                           THEN EXCLUDED.households ELSE clock.households END`,
      [JSON.stringify(openings)],
    );
  }

  /** Notices were posted: lawful waiting until the legal period closes. */
  async post(tx: EntityManager, notices: readonly NoticePosted[]): Promise<void> {
    await tx.query(
      `INSERT INTO clock (${subject}, posted_at, closes_at)
       ${distinct('"postedAt", "closesAt"', '"postedAt" timestamptz, "closesAt" timestamptz')}
       ON CONFLICT (subject_id, stage, round) DO UPDATE SET
         posted_at = coalesce(clock.posted_at, EXCLUDED.posted_at),
         closes_at = coalesce(clock.closes_at, EXCLUDED.closes_at),
         households = CASE WHEN clock.completed_at IS NULL THEN EXCLUDED.households ELSE clock.households END`,
      [JSON.stringify(notices)],
    );
  }

  /** Stages are over. */
  async complete(tx: EntityManager, completions: readonly StageCompleted[]): Promise<void> {
    await tx.query(
      `INSERT INTO clock (${subject}, completed_at, outcome)
       ${distinct('"completedAt", outcome', '"completedAt" timestamptz, outcome text')}
       ON CONFLICT (subject_id, stage, round) DO UPDATE SET
         completed_at = coalesce(clock.completed_at, EXCLUDED.completed_at),
         outcome = coalesce(clock.outcome, EXCLUDED.outcome),
         households = EXCLUDED.households`,
      [JSON.stringify(completions)],
    );
  }

  /** A household came under another group. Told again, or late, it changes nothing: only clocks of the old group move. */
  async move(tx: EntityManager, { householdId, fromAreaCode, areaCode }: HouseholdMoved): Promise<void> {
    const moved = [householdId, fromAreaCode, areaCode];
    await tx.query(
      `UPDATE extension SET area_code = $3 FROM clock
        WHERE clock.id = clock_id AND clock.subject_id = $1 AND extension.area_code = $2`,
      moved,
    );
    await tx.query(`UPDATE clock SET area_code = $3 WHERE subject_id = $1 AND area_code = $2`, moved);
  }

  /** The clock of a stage, locked until the transaction ends. */
  findLocked(tx: EntityManager, { subjectId, stage, round }: StageOfSubject): Promise<ClockRow | null> {
    return tx
      .getRepository(ClockRow)
      .findOne({ where: { subjectId, stage, round }, lock: { mode: 'pessimistic_write' } });
  }

  /** @throws NotFound when there is no such clock in the caller's area. Locked until the transaction ends. */
  async getLocked(tx: EntityManager, id: string): Promise<ClockRow> {
    const row = await tx.getRepository(ClockRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw new NotFound('There is no such clock in your area.', 'clockId');
    return row;
  }

  async recordReminder(tx: EntityManager, id: string, at: Date): Promise<void> {
    await tx.query(`UPDATE clock SET reminded_at = $2 WHERE id = $1 AND reminded_at IS NULL`, [id, at]);
  }

  /** The moment of a breach is the deadline, however late the record is made. */
  async recordBreach(tx: EntityManager, id: string): Promise<void> {
    await tx.query(`UPDATE clock SET breached_at = due_at WHERE id = $1 AND breached_at IS NULL`, [id]);
  }
}
