import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StoredNumber } from './identity-numbers';

/** How what is under the present keys begins. */
export interface PresentKeys {
  fields: Buffer;
  index: Buffer;
}

export interface SealedRow {
  id: string;
  sealed: Buffer;
  /** Null once it was deleted: then nobody can open the row. */
  salt: Buffer | null;
  /** Whether it is under a former key. */
  former: boolean;
}

const underAnother = (column: string) => `substring(${column} FROM 2 FOR 2) <> $2`;

/**
 * Rows in the order of their ids, a few at a time and locked. They are taken from the primary key first and looked at afterwards:
 * asked for those under former keys alone, the database would sort the whole table for each few.
 */
@Injectable()
export class ResealingRepository {
  members(tx: EntityManager, after: string, { fields, index }: PresentKeys, limit: number): Promise<SealedRow[]> {
    return tx.query<SealedRow[]>(
      `SELECT next.id, sealed, salt, former
         FROM (SELECT id, household_id, id_number_sealed AS sealed,
                      ${underAnother('id_number_sealed')} OR substring(id_number_index FROM 1 FOR 2) <> $3 AS former
                 FROM member WHERE id > $1 ORDER BY id LIMIT $4 FOR UPDATE) AS next
         JOIN household ON household.id = household_id ORDER BY next.id`,
      [after, fields, index, limit],
    );
  }

  /** The numbers are the same, so versions stay. */
  async saveMembers(tx: EntityManager, rows: readonly ({ id: string } & StoredNumber)[]): Promise<void> {
    await tx.query(
      `UPDATE member SET id_number_sealed = sealed, id_number_index = index
         FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS row (id, sealed, index) WHERE member.id = row.id`,
      [rows.map(({ id }) => id), rows.map(({ sealed }) => sealed), rows.map(({ index }) => index)],
    );
  }

  changeRequests(tx: EntityManager, after: string, { fields }: PresentKeys, limit: number): Promise<SealedRow[]> {
    return tx.query<SealedRow[]>(
      `SELECT id, numbers_sealed AS sealed, salt, ${underAnother('numbers_sealed')} AS former
         FROM change_request WHERE id > $1 ORDER BY id LIMIT $3 FOR UPDATE`,
      [after, fields, limit],
    );
  }

  async saveChangeRequests(tx: EntityManager, rows: readonly { id: string; sealed: Buffer }[]): Promise<void> {
    await tx.query(
      `UPDATE change_request SET numbers_sealed = sealed
         FROM unnest($1::uuid[], $2::bytea[]) AS row (id, sealed) WHERE change_request.id = row.id`,
      [rows.map(({ id }) => id), rows.map(({ sealed }) => sealed)],
    );
  }
}
