import type { Caller } from '@jingzhun/access';
import { guardedUpdate } from '@jingzhun/database';
import { isUuid, NotFound } from '@jingzhun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ChangeRequestState } from './change-request.rules';
import { ChangeRequestRow } from './change-request.entity';

export type NewChangeRequest = Pick<
  ChangeRequestRow,
  | 'id'
  | 'kind'
  | 'areaCode'
  | 'householdId'
  | 'otherHouseholdId'
  | 'proposal'
  | 'reason'
  | 'evidence'
  | 'before'
  | 'after'
  | 'requestedAt'
> & { salt: Buffer; numbersSealed: Buffer };

export type Ending = { state: Exclude<ChangeRequestState, 'waiting'>; note: string | null } & Partial<
  Pick<ChangeRequestRow, 'before' | 'after'> & { numbersSealed: Buffer }
>;

@Injectable()
export class ChangeRequestRepository {
  /** @throws NotFound when there is no such request in the caller's area. */
  async get(tx: EntityManager, id: string): Promise<ChangeRequestRow> {
    const row = isUuid(id) ? await tx.getRepository(ChangeRequestRow).findOneBy({ id }) : null;
    if (!row) throw new NotFound('There is no such change request in your area.', 'changeRequestId');
    return row;
  }

  /** The same, locked until the transaction ends. */
  async lock(tx: EntityManager, id: string): Promise<ChangeRequestRow> {
    if (isUuid(id)) await tx.query(`SELECT FROM change_request WHERE id = $1 FOR UPDATE`, [id]);
    return this.get(tx, id);
  }

  async add(tx: EntityManager, request: NewChangeRequest, caller: Caller): Promise<void> {
    await tx.query(
      `INSERT INTO change_request (id, kind, area_code, household_id, other_household_id, proposal, reason, evidence, before, after,
                                   salt, numbers_sealed, requested_at, requested_by, requested_by_person)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        request.id,
        request.kind,
        request.areaCode,
        request.householdId,
        request.otherHouseholdId,
        JSON.stringify(request.proposal),
        request.reason,
        request.evidence,
        JSON.stringify(request.before),
        JSON.stringify(request.after),
        request.salt,
        request.numbersSealed,
        request.requestedAt,
        caller.accountId,
        caller.personId,
      ],
    );
  }

  /** @throws StaleVersion */
  async end(
    tx: EntityManager,
    { id, version }: Pick<ChangeRequestRow, 'id' | 'version'>,
    { state, note, before, after, numbersSealed }: Ending,
    caller: Caller,
    at: Date,
  ): Promise<void> {
    await guardedUpdate(tx, 'change_request', id, version, {
      state,
      note,
      decided_at: at,
      decided_by: caller.accountId,
      decided_by_person: caller.personId,
      ...(before ? { before: JSON.stringify(before) } : {}),
      ...(after ? { after: JSON.stringify(after) } : {}),
      ...(numbersSealed ? { numbers_sealed: numbersSealed } : {}),
    });
  }

  /** The sealed numbers of a request and what opens them; null once that was deleted. */
  async sealedNumbers(tx: EntityManager, id: string): Promise<{ salt: Buffer | null; sealed: Buffer | null }> {
    const [row] = await tx.query<{ salt: Buffer | null; sealed: Buffer | null }[]>(
      `SELECT salt, numbers_sealed AS sealed FROM change_request WHERE id = $1`,
      [id],
    );
    return row ?? { salt: null, sealed: null };
  }
}
