import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { unguessableCode } from '../objection/unguessable-code';
import { PublicityRow } from './publicity.entity';

@Injectable()
export class PublicityRepository {
  async open(tx: EntityManager, sitting: { id: string; areaCode: string }, stage: string, at: Date): Promise<void> {
    await tx.getRepository(PublicityRow).insert({
      sittingId: sitting.id,
      areaCode: sitting.areaCode,
      stage,
      openedAt: at,
      objectionCode: unguessableCode(),
    });
  }

  find(tx: EntityManager, sittingId: string): Promise<PublicityRow | null> {
    return tx.getRepository(PublicityRow).findOneBy({ sittingId });
  }

  /** The publicity of that code whose notice hangs; undefined when there is none, or it was taken down. */
  async hangingUnder(tx: EntityManager, code: string): Promise<PublicityRow | undefined> {
    const row = await tx.getRepository(PublicityRow).findOneBy({ objectionCode: code });
    return row?.postedAt && !row.closedAt ? row : undefined;
  }

  /** The publicity a household is in, or was in last, with the profile of its sitting. */
  async latestOf(tx: EntityManager, householdId: string): Promise<(PublicityRow & { profileId: string }) | undefined> {
    const [found] = await tx.query<{ id: string; profileId: string }[]>(
      `SELECT sitting.id, sitting.profile_id AS "profileId" FROM sitting_household AS laid
         JOIN sitting ON sitting.id = laid.sitting_id JOIN publicity ON publicity.sitting_id = sitting.id
        WHERE laid.household_id = $1 AND laid.left_at IS NULL AND laid.verdict IS DISTINCT FROM 'returned'
        ORDER BY publicity.opened_at DESC LIMIT 1`,
      [householdId],
    );
    const row = found && (await this.find(tx, found.id));
    return row ? { ...row, profileId: found.profileId } : undefined;
  }

  /** A household of a hanging notice by what the notice calls it: the rest of its number after the notice's area. */
  async householdOn(
    tx: EntityManager,
    { sittingId, areaCode }: PublicityRow,
    code: string,
  ): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }[]>(
      `SELECT household.id FROM sitting_household AS laid JOIN household ON household.id = laid.household_id
        WHERE laid.sitting_id = $1 AND laid.left_at IS NULL AND laid.verdict IS DISTINCT FROM 'returned'
          AND household.number = $2`,
      [sittingId, areaCode + code],
    );
    return row?.id;
  }

  /** The group or village goes on without these households; answers their groups. */
  async hold(tx: EntityManager, sittingId: string, householdIds: readonly string[], at: Date): Promise<string[]> {
    const rows = await tx.query<{ area_code: string }[]>(
      `INSERT INTO held_publicity (household_id, sitting_id, area_code, held_at)
       SELECT household_id, sitting_id, area_code, $3 FROM sitting_household WHERE sitting_id = $1 AND household_id = ANY ($2)
       RETURNING area_code`,
      [sittingId, householdIds, at],
    );
    return [...new Set(rows.map((row) => row.area_code))];
  }

  /** A held household is held no longer; false when it was not. */
  async release(tx: EntityManager, householdId: string): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>(
      `DELETE FROM held_publicity WHERE household_id = $1 RETURNING 1`,
      [householdId],
    );
    return rows.length > 0;
  }

  /** Takes a household out of what it lies before, or is public in, and of what holds it. */
  async leave(tx: EntityManager, householdId: string, at: Date): Promise<void> {
    await tx.query(
      `UPDATE sitting_household AS laid SET left_at = $2 FROM sitting
        WHERE sitting.id = laid.sitting_id AND laid.household_id = $1 AND laid.left_at IS NULL
          AND laid.verdict IS DISTINCT FROM 'returned'
          AND (sitting.state <> 'closed'
            OR EXISTS (SELECT FROM held_publicity AS held WHERE held.household_id = $1 AND held.sitting_id = sitting.id))`,
      [householdId, at],
    );
    await this.release(tx, householdId);
  }

  async save(tx: EntityManager, sittingId: string, change: Partial<PublicityRow>): Promise<void> {
    await tx.getRepository(PublicityRow).update({ sittingId }, change);
  }
}
