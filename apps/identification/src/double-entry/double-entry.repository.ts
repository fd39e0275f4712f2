import { guardedUpdate } from '@jingzhun/database';
import type { ClerkEntry, EnteredValue, EntryDifference, SampleRule } from '@jingzhun/identification-rules';
import { isUuid, NotFound } from '@jingzhun/kernel';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { DoubleEntryDrawRow } from './double-entry-draw.entity';
import { DoubleEntryRow } from './double-entry.entity';
import type { FirstEntry } from './double-entry.rules';
import { EntryDifferenceRow } from './entry-difference.entity';

/** Who decided, when and why. */
export interface EntryDecision {
  at: Date;
  personId: string;
  reason: string;
}

@Injectable()
export class DoubleEntryRepository {
  /** Entered households that no draw has covered, with their village; locked, so that two draws never cover one. */
  async lockUncovered(tx: EntityManager, areaCode: string): Promise<{ id: string; stratum: string }[]> {
    return tx.query<{ id: string; stratum: string }[]>(
      `SELECT household_id AS id, left(area_code, 12) AS stratum FROM entry
        WHERE draw_id IS NULL AND area_code ^@ $1 ORDER BY household_id FOR UPDATE`,
      [areaCode],
    );
  }

  async addDraw(
    tx: EntityManager,
    draw: Omit<DoubleEntryDrawRow, 'id' | 'covered' | 'drawn' | 'percent' | 'minimum'> & { sample: SampleRule },
    covered: readonly string[],
    drawn: readonly string[],
  ): Promise<DoubleEntryDrawRow> {
    const { sample, ...rest } = draw;
    const row = { ...rest, ...sample, id: randomUUID(), covered: covered.length, drawn: drawn.length };
    await tx.getRepository(DoubleEntryDrawRow).insert(row);
    await tx.query(`UPDATE entry SET draw_id = $1 WHERE household_id = ANY ($2)`, [row.id, covered]);
    await tx.query(
      `INSERT INTO double_entry (household_id, area_code, draw_id, state)
       SELECT household_id, area_code, $1, 'waiting' FROM entry WHERE household_id = ANY ($2)`,
      [row.id, drawn],
    );
    return row;
  }

  /** The first entries of those that were drawn, locked; @throws NotFound when one of them was not, or lies outside the area. */
  async lockDrawn(tx: EntityManager, householdIds: readonly string[]): Promise<FirstEntry[]> {
    const rows = await tx.query<FirstEntry[]>(
      `SELECT entry.household_id AS "householdId", double_entry.state, entry.entered_by AS clerk, entry.total,
              entry.veto_reason AS veto
         FROM double_entry JOIN entry ON entry.household_id = double_entry.household_id
        WHERE double_entry.household_id = ANY ($1) ORDER BY entry.household_id FOR UPDATE`,
      [householdIds.filter(isUuid)],
    );
    if (rows.length < householdIds.length)
      throw new NotFound('Not all of these households wait for a second entry in your area.', 'entries');
    return rows;
  }

  /** Keeps what the second clerk keyed in, and where the two differ. */
  async addSecond(
    tx: EntityManager,
    second: readonly ClerkEntry[],
    differences: readonly (EntryDifference & { field: string })[],
    at: Date,
  ): Promise<void> {
    const differing = new Set(differences.map(({ householdId }) => householdId));
    await tx.query(
      `UPDATE double_entry SET state = keyed.state, total = keyed.total, veto = keyed.veto, entered_at = $5, entered_by = keyed.clerk
         FROM unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $6::uuid[]) AS keyed (id, state, total, veto, clerk)
        WHERE household_id = keyed.id`,
      [
        second.map(({ householdId }) => householdId),
        second.map(({ householdId }) => (differing.has(householdId) ? 'differs' : 'agreed')),
        second.map(({ fields }) => fields.total),
        second.map(({ fields }) => fields.veto),
        at,
        second.map(({ clerk }) => clerk),
      ],
    );
    await tx.query(
      `INSERT INTO entry_difference (household_id, area_code, field, first, second, resolver)
       SELECT entry.household_id, entry.area_code, each.found ->> 'field', each.found -> 'first', each.found -> 'second',
              each.found ->> 'resolver'
         FROM jsonb_array_elements($1::jsonb) AS each (found)
         JOIN entry ON entry.household_id = (each.found ->> 'householdId')::uuid`,
      [JSON.stringify(differences)],
    );
  }

  /** @throws NotFound. Locked until the transaction ends, with the entry it is about. */
  async lockDifference(tx: EntityManager, id: string): Promise<{ difference: EntryDifferenceRow; clerks: string[] }> {
    const difference = isUuid(id)
      ? await tx.getRepository(EntryDifferenceRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (!difference) throw new NotFound('There is no such difference in your area.', 'differenceId');
    const [row] = await tx.query<{ clerks: string[] }[]>(
      `SELECT ARRAY[entry.entered_by, double_entry.entered_by] AS clerks
         FROM entry JOIN double_entry ON double_entry.household_id = entry.household_id
        WHERE entry.household_id = $1 FOR UPDATE`,
      [difference.householdId],
    );
    return { difference, clerks: row!.clerks };
  }

  /** Settles a difference; its household is settled with the last of them. */
  async settle(
    tx: EntityManager,
    { id, version, householdId }: EntryDifferenceRow,
    stands: EnteredValue,
    { at, personId, reason }: EntryDecision,
  ): Promise<void> {
    await guardedUpdate(tx, 'entry_difference', id, version, {
      stands: JSON.stringify(stands),
      reason,
      decided_at: at,
      decided_by: personId,
    });
    await tx.query(
      `UPDATE double_entry SET state = 'settled'
        WHERE household_id = $1
          AND NOT EXISTS (SELECT FROM entry_difference WHERE household_id = $1 AND decided_at IS NULL)`,
      [householdId],
    );
  }

  /** Gives an entry the value that stands; what it said before is kept with who changed it and why. Answers whether it changed. */
  async correct(
    tx: EntityManager,
    { id, householdId, field }: EntryDifferenceRow,
    stands: EnteredValue,
    { at, personId, reason }: EntryDecision,
  ): Promise<boolean> {
    const corrected = await tx.query<unknown[]>(
      `WITH before AS (
         SELECT household_id, total, vetoed, veto_reason FROM entry WHERE household_id = $1
       ), after AS (
         UPDATE entry SET
                total = CASE WHEN $2 = 'total' THEN ($3::jsonb #>> '{}')::int ELSE entry.total END,
                vetoed = CASE WHEN $2 = 'veto' THEN ($3::jsonb #>> '{}') IS NOT NULL ELSE entry.vetoed END,
                veto_reason = CASE WHEN $2 = 'veto' THEN $3::jsonb #>> '{}' ELSE entry.veto_reason END
           FROM before WHERE entry.household_id = before.household_id
            AND CASE WHEN $2 = 'total' THEN to_jsonb(before.total) ELSE to_jsonb(before.veto_reason) END
                IS DISTINCT FROM nullif($3::jsonb, 'null')
         RETURNING entry.household_id, entry.area_code, entry.total, entry.vetoed, entry.veto_reason
       )
       INSERT INTO entry_correction (household_id, area_code, difference_id, before, after, reason, corrected_at, corrected_by)
       SELECT after.household_id, after.area_code, $4,
              jsonb_build_object('total', before.total, 'vetoed', before.vetoed, 'vetoReason', before.veto_reason),
              jsonb_build_object('total', after.total, 'vetoed', after.vetoed, 'vetoReason', after.veto_reason), $5, $6, $7
         FROM after JOIN before ON before.household_id = after.household_id
       RETURNING 1`,
      [householdId, field, JSON.stringify(stands), id, reason, at, personId],
    );
    return corrected.length > 0;
  }

  async get(tx: EntityManager, householdId: string): Promise<DoubleEntryRow> {
    return tx.getRepository(DoubleEntryRow).findOneByOrFail({ householdId });
  }
}
