import type { FactValue, Observation, RegisteredMember } from '@jingzhun/identification-rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RecordedFact } from './observation.rules';

/** Of whom facts were found, by whom and when. */
export interface Found {
  householdId: string;
  areaCode: string;
  formVersion: string | null;
  /** By the clock of the device. */
  observedAt: Date;
  recordedAt: Date;
  recordedBy: string;
  visitId: string | null;
}

export interface KnownFactRow extends RecordedFact {
  householdId: string;
  observedAt: Date;
  recordedAt: Date;
  visitId: string | null;
}

/** What people found of households. Rows are only added. */
@Injectable()
export class ObservationRepository {
  async add(tx: EntityManager, observations: readonly Observation[], found: Found): Promise<void> {
    if (observations.length === 0) return;
    await tx.query(
      `INSERT INTO observation (household_id, area_code, member_id, fact, value, form_version, observed_at, recorded_at,
                                recorded_by, visit_id)
       SELECT $1, $2, (each.found ->> 'member')::uuid, each.found ->> 'fact', each.found -> 'value', $3, $4, $5, $6, $7
         FROM jsonb_array_elements($8::jsonb) WITH ORDINALITY AS each (found, place) ORDER BY place`,
      [
        found.householdId,
        found.areaCode,
        found.formVersion,
        found.observedAt,
        found.recordedAt,
        found.recordedBy,
        found.visitId,
        JSON.stringify(observations),
      ],
    );
  }

  /**
   * What counts of each household: of one fact the observation recorded last. The device's clock does not decide, because a
   * correction made on a device whose clock is behind would be lost.
   */
  async known(tx: EntityManager, householdIds: readonly string[]): Promise<KnownFactRow[]> {
    const rows = await tx.query<(Omit<KnownFactRow, 'member'> & { member: string | null; value: FactValue })[]>(
      `SELECT DISTINCT ON (household_id, fact, member_id)
              household_id AS "householdId", member_id AS member, fact, value, form_version AS "formVersion",
              observed_at AS "observedAt", recorded_at AS "recordedAt", visit_id AS "visitId"
         FROM observation WHERE household_id = ANY ($1) ORDER BY household_id, fact, member_id, id DESC`,
      [householdIds],
    );
    return rows.map(({ member, ...row }) => ({ ...row, ...(member !== null && { member }) }));
  }

  /** The members as the rules know them, without name and identity number. */
  async members(tx: EntityManager, householdId: string): Promise<RegisteredMember[]> {
    return tx.query<RegisteredMember[]>(
      `SELECT id, relation, sex, to_char(birth_date, 'YYYY-MM-DD') AS "birthDate", ethnicity
         FROM member WHERE household_id = $1 ORDER BY position`,
      [householdId],
    );
  }

  /** The profile each household runs by; those without one are left out. */
  async profileIds(tx: EntityManager, householdIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; profileId: string }[]>(
      `SELECT id, profile_id AS "profileId" FROM household WHERE id = ANY ($1) AND profile_id IS NOT NULL`,
      [householdIds],
    );
    return new Map(rows.map(({ id, profileId }) => [id, profileId]));
  }
}
