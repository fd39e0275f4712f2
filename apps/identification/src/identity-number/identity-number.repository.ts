import type { Caller } from '@jingzhun/access';
import { isUuid, NotFound } from '@jingzhun/kernel';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { MemberRow } from '../household/member.entity';

/** A member's number as it lies in the register, with what opens it; the salt is null once it was deleted. */
export interface SealedNumber {
  memberId: string;
  householdId: string;
  areaCode: string;
  sealed: Buffer;
  salt: Buffer | null;
}

/** A reading or search that is about to be recorded. */
export type Reading =
  | { reason: string; areaCode: string; memberId?: string; householdId: string; changeRequestId?: string }
  | { searched: Buffer; areaCode: string; found: number };

@Injectable()
export class IdentityNumberRepository {
  /** @throws NotFound when there is no such member in the caller's area. */
  async get(tx: EntityManager, memberId: string): Promise<SealedNumber> {
    const [row] = isUuid(memberId)
      ? await tx.query<SealedNumber[]>(
          `SELECT member.id AS "memberId", household_id AS "householdId", member.area_code AS "areaCode",
                  id_number_sealed AS sealed, salt
             FROM member JOIN household ON household.id = household_id WHERE member.id = $1`,
          [memberId],
        )
      : [];
    if (!row) throw new NotFound('There is no such member in your area.', 'memberId');
    return row;
  }

  /** Members found under one of the indexes, in the caller's area. */
  async find(tx: EntityManager, indexes: readonly Buffer[]): Promise<MemberRow[]> {
    const rows = await tx.query<{ id: string }[]>(`SELECT id FROM member WHERE id_number_index = ANY ($1)`, [indexes]);
    return tx
      .getRepository(MemberRow)
      .find({ where: { id: In(rows.map(({ id }) => id)) }, order: { householdId: 'ASC', position: 'ASC' } });
  }

  /** Each of the members' numbers went out in an export: as many readings, for the reason of the export. */
  async recordExported(
    tx: EntityManager,
    caller: Caller,
    { exportId, reason }: { exportId: string; reason: string },
    members: readonly { memberId: string; householdId: string; areaCode: string }[],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO identity_reading (kind, area_code, account_id, person_id, member_id, household_id, export_id, reason, request_id)
       SELECT 'reading', read.area_code, $4, $5, read.member_id, read.household_id, $6, $7, $8
         FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS read (member_id, household_id, area_code)`,
      [
        members.map(({ memberId }) => memberId),
        members.map(({ householdId }) => householdId),
        members.map(({ areaCode }) => areaCode),
        caller.accountId,
        caller.personId,
        exportId,
        reason,
        caller.requestId,
      ],
    );
  }

  async record(tx: EntityManager, caller: Caller, reading: Reading): Promise<void> {
    const read = 'reason' in reading ? reading : undefined;
    const search = 'searched' in reading ? reading : undefined;
    await tx.query(
      `INSERT INTO identity_reading (kind, area_code, account_id, person_id, member_id, household_id, change_request_id,
                                     searched, found, reason, request_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        read ? 'reading' : 'search',
        reading.areaCode,
        caller.accountId,
        caller.personId,
        read?.memberId ?? null,
        read?.householdId ?? null,
        read?.changeRequestId ?? null,
        search?.searched ?? null,
        search?.found ?? null,
        read?.reason ?? null,
        caller.requestId,
      ],
    );
  }
}
