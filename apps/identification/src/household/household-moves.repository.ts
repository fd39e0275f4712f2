import { householdMovedV1 } from '@jingzhun/contracts/identification';
import { emit, type Origin } from '@jingzhun/outbox';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/**
 * Tables whose rows tell of one household and go with it under the code of another group, so that whoever has the household has
 * its records. `area_code` says who may see a row now; where the household was is kept in former_place.
 */
export const goesWithHousehold = [
  'member',
  'observation',
  'visit',
  'late_visit',
  'visit_attempt',
  'audit',
  'score_sheet',
  'score_correction',
  'veto',
  'lead',
  'stage_history',
  'entry',
  'double_entry',
  'entry_difference',
  'entry_correction',
  'look_back_household',
  'household_card',
  'card_decision',
  'change_request',
  'objection',
  'held_publicity',
] as const;

/** Tables that name a household but tell of a meeting, of a reading, or of its past: their rows stay where that was. */
export const staysInPlace = ['sitting_household', 'identity_reading', 'former_place'] as const;

/** An old code and the one that stands for it. */
export interface Succession {
  from: string;
  to: string;
}

export interface MoveCause {
  origin: Origin;
  at: Date;
  cause: 'transfer' | 'villagesMerged';
}

/** Brings households under other groups: the row, the records, the past place and the event. Counters are the case's. */
@Injectable()
export class HouseholdMoves {
  /** One household, locked by the caller, goes to another group. */
  async moveOne(tx: EntityManager, householdId: string, { from, to }: Succession, move: MoveCause): Promise<void> {
    await tx.query(`INSERT INTO former_place (household_id, area_code, valid_to, cause) VALUES ($1, $2, $3, $4)`, [
      householdId,
      from,
      move.at,
      move.cause,
    ]);
    await tx.query(
      `UPDATE household SET area_code = $2, poor_village = area.poor FROM area WHERE id = $1 AND area.code = left($2, 12)`,
      [householdId, to],
    );
    for (const table of goesWithHousehold)
      await tx.query(`UPDATE ${table} SET area_code = $2 WHERE household_id = $1`, [householdId, to]);
    await this.tell(tx, [{ id: householdId, from, to }], move);
  }

  /** Everything of whole groups comes under the codes of their successors; answers how many households. */
  async moveGroups(tx: EntityManager, groups: readonly Succession[], move: MoveCause): Promise<number> {
    const codes = [groups.map(({ from }) => from), groups.map(({ to }) => to)];
    const succession = `unnest($1::text[], $2::text[]) AS succession (ended, begun)`;
    await tx.query(
      `INSERT INTO former_place (household_id, area_code, valid_to, cause)
       SELECT id, area_code, $2, $3 FROM household WHERE area_code = ANY ($1)`,
      [codes[0], move.at, move.cause],
    );
    const [moved] = await tx.query<[{ id: string; from: string; to: string }[], number]>(
      `UPDATE household SET area_code = begun, poor_village = area.poor, version = version + 1
         FROM ${succession} JOIN area ON area.code = left(begun, 12)
        WHERE area_code = ended RETURNING id, ended AS "from", begun AS "to"`,
      codes,
    );
    for (const table of [...goesWithHousehold, 'former_household', 'stage_counter'])
      await tx.query(`UPDATE ${table} SET area_code = begun FROM ${succession} WHERE area_code = ended`, codes);
    await this.tell(tx, moved, move);
    return moved.length;
  }

  private tell(
    tx: EntityManager,
    moved: readonly { id: string; from: string; to: string }[],
    { origin, at }: MoveCause,
  ): Promise<void> {
    const events = moved.map(({ id, from, to }) => ({
      key: id,
      data: { householdId: id, fromAreaCode: from, areaCode: to, movedAt: at.toISOString() },
    }));
    return emit(tx, origin, householdMovedV1, events);
  }
}
