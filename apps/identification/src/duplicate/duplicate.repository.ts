import type { Caller } from '@jingzhun/access';
import { countyWide, guardedUpdate, withinScope } from '@jingzhun/database';
import { isUuid, NotFound } from '@jingzhun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DuplicateLeadRow } from './duplicate.entity';
import type { Side } from './duplicate.rules';

/** A member to be looked for in other households, and what his number may be found under beside what is stored with him. */
export interface LookedFor {
  memberId: string;
  indexes: readonly Buffer[];
}

/** What somebody said about a lead. */
export interface DuplicateDecision {
  state: 'differentPeople' | 'samePerson';
  reason: string;
  keeperHouseholdId?: string;
  changeRequestId?: string;
}

/**
 * Makes leads of pairs of members. A pair is a lead once; one that was put aside comes back when its numbers have become the same,
 * or when a change of the register has parted the two again.
 */
const leadsOf = (pairs: string) => `
  INSERT INTO duplicate_lead (area_code, one_member_id, other_member_id, same_number, same_name_and_birth)
  SELECT common_area(area, other_area), least(member, other), greatest(member, other), by_number, NOT by_number
    FROM (${pairs}) AS pair (member, area, other, other_area, by_number)
  ON CONFLICT (one_member_id, other_member_id) DO UPDATE SET
    version = duplicate_lead.version + 1,
    same_number = duplicate_lead.same_number OR EXCLUDED.same_number,
    same_name_and_birth = duplicate_lead.same_name_and_birth OR EXCLUDED.same_name_and_birth,
    state = CASE WHEN duplicate_lead.state = 'settled' OR (EXCLUDED.same_number AND NOT duplicate_lead.same_number)
                 THEN 'open' ELSE duplicate_lead.state END`;

/** Of many alike each is paired with the first, so that leads do not grow with the square of them. */
const alike = (columns: string, byNumber: boolean) =>
  leadsOf(`
    SELECT id, area_code, first, first_area, ${byNumber}
      FROM (SELECT id, area_code, household_id, first_value(id) OVER same AS first,
                   first_value(area_code) OVER same AS first_area, first_value(household_id) OVER same AS first_household
              FROM member
             WHERE area_code ^@ $1
               AND (${columns}) IN (SELECT ${columns} FROM member WHERE area_code ^@ $1 GROUP BY ${columns} HAVING count(*) > 1)
            WINDOW same AS (PARTITION BY ${columns} ORDER BY id)) AS member
     WHERE household_id <> first_household`);

@Injectable()
export class DuplicateRepository {
  /**
   * Looks through the members of an area for numbers that occur in two households, and for equal names and dates of birth in one
   * village. Answers how many leads there are in the area.
   */
  async raiseWithin(tx: EntityManager, areaCode: string): Promise<number> {
    await tx.query(alike('id_number_index', true), [areaCode]);
    await tx.query(alike('left(area_code, 12), name, birth_date', false), [areaCode]);
    const [row] = await tx.query<{ leads: number }[]>(
      `SELECT count(*)::int AS leads FROM duplicate_lead WHERE area_code ^@ $1`,
      [areaCode],
    );
    return row!.leads;
  }

  /** Looks for members who are new or were corrected, in the whole county, whoever asks. */
  async raiseFor(tx: EntityManager, members: readonly LookedFor[]): Promise<void> {
    if (members.length === 0) return;
    await withinScope(tx, countyWide, async () => {
      for (const { memberId, indexes } of members) {
        const paired = (condition: string, byNumber: boolean) =>
          leadsOf(`
            SELECT own.id, own.area_code, other.id, other.area_code, ${byNumber}
              FROM member AS own CROSS JOIN LATERAL (
                SELECT id, area_code FROM member
                 WHERE household_id <> own.household_id AND ${condition} ORDER BY id LIMIT 1
              ) AS other WHERE own.id = $1`);
        await tx.query(paired(`id_number_index = ANY (own.id_number_index || $2::bytea[])`, true), [memberId, indexes]);
        await tx.query(
          paired(`area_code ^@ left(own.area_code, 12) AND name = own.name AND birth_date = own.birth_date`, false),
          [memberId],
        );
      }
    });
  }

  /**
   * Ends the leads of members who were taken out of the register or have come into one household; whoever is left of their leads
   * is looked for again, because each was compared with the first only.
   */
  async settle(tx: EntityManager, memberIds: readonly string[]): Promise<void> {
    if (memberIds.length === 0) return;
    const left = await withinScope(tx, countyWide, async () => {
      const [settled] = await tx.query<[{ one: string; other: string }[], number]>(
        `UPDATE duplicate_lead AS lead SET state = 'settled', version = version + 1
          WHERE (one_member_id = ANY ($1) OR other_member_id = ANY ($1)) AND state IN ('open', 'samePerson')
            AND NOT EXISTS (SELECT FROM member AS one JOIN member AS other ON other.household_id <> one.household_id
                             WHERE one.id = lead.one_member_id AND other.id = lead.other_member_id)
        RETURNING one_member_id AS one, other_member_id AS other`,
        [memberIds],
      );
      return new Set(settled.flatMap(({ one, other }) => [one, other]));
    });
    await this.raiseFor(
      tx,
      [...left].map((memberId) => ({ memberId, indexes: [] })),
    );
  }

  /** Leads lie where their members live; to be called when households have moved. */
  async relocate(tx: EntityManager): Promise<void> {
    await withinScope(tx, countyWide, () =>
      tx.query(
        `UPDATE duplicate_lead AS lead SET area_code = common_area(one.area_code, other.area_code)
           FROM member AS one, member AS other
          WHERE one.id = lead.one_member_id AND other.id = lead.other_member_id
            AND lead.area_code <> common_area(one.area_code, other.area_code)`,
      ),
    );
  }

  /** @throws NotFound when there is no such lead in the caller's area. Locked until the transaction ends. */
  async lock(tx: EntityManager, id: string): Promise<DuplicateLeadRow> {
    const row = isUuid(id)
      ? await tx.getRepository(DuplicateLeadRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (!row) throw new NotFound('There is no such lead in your area.', 'leadId');
    return row;
  }

  /** Where the two members are now; fewer than two when one was taken out of the register. */
  sides(tx: EntityManager, { oneMemberId, otherMemberId }: DuplicateLeadRow): Promise<Side[]> {
    return tx.query<Side[]>(
      `SELECT id AS "memberId", household_id AS "householdId" FROM member WHERE id IN ($1, $2) ORDER BY id`,
      [oneMemberId, otherMemberId],
    );
  }

  /** The state of the change request that followed from an earlier decision. */
  async requestState(tx: EntityManager, { changeRequestId }: DuplicateLeadRow): Promise<string | undefined> {
    const [request] = await tx.query<{ state: string }[]>(`SELECT state FROM change_request WHERE id = $1`, [
      changeRequestId,
    ]);
    return request?.state;
  }

  /** @throws StaleVersion */
  async decide(
    tx: EntityManager,
    { id, version }: Pick<DuplicateLeadRow, 'id' | 'version'>,
    { state, reason, keeperHouseholdId, changeRequestId }: DuplicateDecision,
    caller: Caller,
    at: Date,
  ): Promise<void> {
    await guardedUpdate(tx, 'duplicate_lead', id, version, {
      state,
      reason,
      keeper_household_id: keeperHouseholdId ?? null,
      change_request_id: changeRequestId ?? null,
      decided_at: at,
      decided_by: caller.accountId,
      decided_by_person: caller.personId,
    });
  }
}
