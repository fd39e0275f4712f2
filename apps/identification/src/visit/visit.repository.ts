import type { FactValue, Observation } from '@jingzhun/identification-rules';
import { isUuid, NotFound } from '@jingzhun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FactChange } from '../observation/observation.rules';

export interface VisitRow {
  id: string;
  householdId: string;
  areaCode: string;
  stage: string;
  round: number;
  visitedAt: Date;
  sentAt: Date | null;
  clockSkewMilliseconds: number | null;
  recordedAt: Date;
  recordedBy: string;
  companionIds: string[];
  personsPresent: number;
  observation: string;
  late: boolean;
}

export interface AttemptRow {
  id: string;
  householdId: string;
  areaCode: string;
  stage: string;
  round: number;
  outcome: 'absent' | 'refused';
  reason: string;
  attemptedAt: Date;
  sentAt: Date | null;
  clockSkewMilliseconds: number | null;
  plannedOn: string;
  companionIds: string[];
  recordedAt: Date;
  recordedBy: string;
}

export interface LateVisitRow {
  visitId: string;
  householdId: string;
  areaCode: string;
  recordedBy: string;
  visitedAt: Date;
  observations: Observation[];
  taken: 'first' | 'later' | null;
  reason: string | null;
  /** What it changed, when it was taken. */
  changes: FactChange[] | null;
  decidedAt: Date | null;
  decidedBy: string | null;
}

const visitColumns = `visit.id, visit.household_id AS "householdId", visit.area_code AS "areaCode", visit.stage, visit.round,
  visited_at AS "visitedAt", sent_at AS "sentAt", clock_skew_ms::float8 AS "clockSkewMilliseconds", recorded_at AS "recordedAt",
  recorded_by AS "recordedBy", companions AS "companionIds", persons_present AS "personsPresent", observation, late`;

const lateColumns = `visit_id AS "visitId", late_visit.household_id AS "householdId", late_visit.area_code AS "areaCode",
  visit.recorded_by AS "recordedBy", visit.visited_at AS "visitedAt", observations, taken, reason, changes,
  decided_at AS "decidedAt", decided_by AS "decidedBy"`;

@Injectable()
export class VisitRepository {
  async add(tx: EntityManager, visit: VisitRow): Promise<void> {
    await tx.query(
      `INSERT INTO visit (id, household_id, area_code, stage, round, visited_at, sent_at, clock_skew_ms, recorded_at, recorded_by,
                          companions, persons_present, observation, late)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        visit.id,
        visit.householdId,
        visit.areaCode,
        visit.stage,
        visit.round,
        visit.visitedAt,
        visit.sentAt,
        visit.clockSkewMilliseconds,
        visit.recordedAt,
        visit.recordedBy,
        visit.companionIds,
        visit.personsPresent,
        visit.observation,
        visit.late,
      ],
    );
  }

  /** Keeps what a late visit brought, without its counting. */
  async keepLate(
    tx: EntityManager,
    { id, householdId, areaCode }: VisitRow,
    householdVersion: number,
    observations: readonly { fact: string; member?: string; value: FactValue }[],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO late_visit (visit_id, household_id, area_code, household_version, observations) VALUES ($1, $2, $3, $4, $5)`,
      [id, householdId, areaCode, householdVersion, JSON.stringify(observations)],
    );
  }

  async addAttempt(tx: EntityManager, attempt: AttemptRow): Promise<void> {
    await tx.query(
      `INSERT INTO visit_attempt (id, household_id, area_code, stage, round, outcome, reason, attempted_at, sent_at, clock_skew_ms,
                                  planned_on, companions, recorded_at, recorded_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        attempt.id,
        attempt.householdId,
        attempt.areaCode,
        attempt.stage,
        attempt.round,
        attempt.outcome,
        attempt.reason,
        attempt.attemptedAt,
        attempt.sentAt,
        attempt.clockSkewMilliseconds,
        attempt.plannedOn,
        attempt.companionIds,
        attempt.recordedAt,
        attempt.recordedBy,
      ],
    );
  }

  /**
   * Locks it, and its household before it: whoever moves a household locks them in that order.
   *
   * @throws NotFound when there is no such late visit in the caller's area
   */
  async lockLate(tx: EntityManager, visitId: string): Promise<LateVisitRow> {
    const ids = isUuid(visitId) ? [visitId] : [];
    await tx.query(
      `SELECT FROM household WHERE id IN (SELECT household_id FROM late_visit WHERE visit_id = ANY ($1)) FOR UPDATE`,
      [ids],
    );
    const [row] = await tx.query<LateVisitRow[]>(
      `SELECT ${lateColumns} FROM late_visit JOIN visit ON visit.id = visit_id WHERE visit_id = ANY ($1) FOR UPDATE OF late_visit`,
      [ids],
    );
    if (!row) throw new NotFound('There is no such late visit in your area.', 'visitId');
    return row;
  }

  async decideLate(
    tx: EntityManager,
    visitId: string,
    {
      taken,
      reason,
      changes,
      decidedAt,
      decidedBy,
    }: Pick<LateVisitRow, 'taken' | 'reason' | 'changes' | 'decidedAt' | 'decidedBy'>,
  ): Promise<void> {
    await tx.query(
      `UPDATE late_visit SET taken = $2, reason = $3, changes = $4, decided_at = $5, decided_by = $6 WHERE visit_id = $1`,
      [visitId, taken, reason, changes && JSON.stringify(changes), decidedAt, decidedBy],
    );
  }

  /** The visits of each household that count, and those that came late, in the order they were recorded. */
  async ofHouseholds(tx: EntityManager, householdIds: readonly string[]): Promise<VisitRow[]> {
    return tx.query<VisitRow[]>(
      `SELECT ${visitColumns} FROM visit WHERE household_id = ANY ($1) ORDER BY recorded_at, id`,
      [householdIds],
    );
  }

  async attemptsOf(tx: EntityManager, householdIds: readonly string[]): Promise<AttemptRow[]> {
    return tx.query<AttemptRow[]>(
      `SELECT id, household_id AS "householdId", area_code AS "areaCode", stage, round, outcome, reason,
              attempted_at AS "attemptedAt", sent_at AS "sentAt", clock_skew_ms::float8 AS "clockSkewMilliseconds",
              planned_on::text AS "plannedOn", companions AS "companionIds", recorded_at AS "recordedAt", recorded_by AS "recordedBy"
         FROM visit_attempt WHERE household_id = ANY ($1) ORDER BY recorded_at, id`,
      [householdIds],
    );
  }

  /** Late visits below an area, undecided or decided or all, in the order of place and id; one more than `first`. */
  async lateVisits(
    tx: EntityManager,
    { areaCode = '', decided = null }: { areaCode?: string; decided?: boolean | null },
    first: number,
    after?: string[],
  ): Promise<{ rows: LateVisitRow[]; totalCount: number }> {
    const matching = `FROM late_visit JOIN visit ON visit.id = visit_id
      WHERE late_visit.area_code ^@ $1 AND ($2::boolean IS NULL OR (taken IS NOT NULL) = $2)`;
    const [count] = await tx.query<{ count: number }[]>(`SELECT count(*)::int AS count ${matching}`, [
      areaCode,
      decided,
    ]);
    const [area = null, id = null] = after ?? [];
    const rows = await tx.query<LateVisitRow[]>(
      `SELECT ${lateColumns} ${matching} AND ($3::text IS NULL OR (late_visit.area_code, visit_id::text) > ($3, $4))
        ORDER BY late_visit.area_code, visit_id::text LIMIT $5`,
      [areaCode, decided, area, id, first + 1],
    );
    return { rows, totalCount: count!.count };
  }
}
