import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { pageFrom, pageOf, readCursor, type Page } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DoubleEntryDrawRow } from './double-entry-draw.entity';
import { DoubleEntryRow, type DoubleEntryState } from './double-entry.entity';
import { EntryDifferenceRow } from './entry-difference.entity';

export interface DoubleEntryFilter {
  areaCode?: string | null;
  state?: DoubleEntryState | null;
}

/** A household as a clerk finds its sheet in the pile; nothing of what was entered. */
export interface WaitingForSecondEntry {
  householdId: string;
  number: string;
  areaCode: string;
}

/** An entry as it stands. */
export interface ShownEntry {
  householdId: string;
  total: number | null;
  vetoed: boolean;
  vetoReason: string | null;
  enteredAt: Date;
  enteredBy: string;
  check: DoubleEntryState | 'notCovered' | 'notDrawn';
}

export interface ShownCorrection {
  householdId: string;
  before: ShownTotals;
  after: ShownTotals;
  reason: string;
  correctedAt: Date;
  correctedBy: string;
}

interface ShownTotals {
  total: number | null;
  vetoed: boolean;
  vetoReason: string | null;
}

export interface DoubleEntryFigures {
  entered: number;
  covered: number;
  drawn: number;
  waiting: number;
  agreed: number;
  differing: number;
  settled: number;
}

/** What was keyed in twice, for screens. */
@Injectable()
export class DoubleEntryQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  page(
    caller: Caller,
    { areaCode, state }: DoubleEntryFilter,
    first: number,
    after?: string | null,
  ): Promise<Page<DoubleEntryRow>> {
    return this.database.read(caller, async (tx) => {
      const matching = tx.getRepository(DoubleEntryRow).createQueryBuilder('checked').where('true');
      if (areaCode) matching.andWhere('area_code ^@ :areaCode', { areaCode });
      if (state) matching.andWhere('state = :state', { state });
      return pageFrom(matching, { by: ['area_code', 'household_id'], first, after }, (row) => [
        row.areaCode,
        row.householdId,
      ]);
    });
  }

  /** Those that wait for a second entry and were not entered by the caller, in the order of their numbers. */
  waiting(
    caller: Caller,
    areaCode: string | null | undefined,
    first: number,
    after?: string | null,
  ): Promise<Page<WaitingForSecondEntry>> {
    return this.database.read(caller, async (tx) => {
      const [number] = readCursor(after, 1) ?? [''];
      const waiting = `FROM double_entry AS checked JOIN entry ON entry.household_id = checked.household_id
                         JOIN household ON household.id = checked.household_id
                        WHERE checked.state = 'waiting' AND entry.entered_by <> $1 AND household.area_code ^@ $2`;
      const within = [caller.personId, areaCode ?? ''];
      const [counted] = await tx.query<{ total: number }[]>(`SELECT count(*)::int AS total ${waiting}`, within);
      const rows = await tx.query<WaitingForSecondEntry[]>(
        `SELECT household.id AS "householdId", household.number, household.area_code AS "areaCode" ${waiting}
            AND household.number > $3 ORDER BY household.number LIMIT $4`,
        [...within, number, first + 1],
      );
      return pageOf(rows, first, counted!.total, (row) => [row.number]);
    });
  }

  draws(caller: Caller, first: number, after?: string | null): Promise<Page<DoubleEntryDrawRow>> {
    return this.database.read(caller, async (tx) => {
      const draws = tx.getRepository(DoubleEntryDrawRow).createQueryBuilder('draw').where('true');
      return pageFrom(draws, { by: ['drawn_at', 'id'], first, after }, (row) => [row.drawnAt.toISOString(), row.id]);
    });
  }

  async figures(caller: Caller, areaCode: string): Promise<DoubleEntryFigures> {
    return this.database.read(caller, async (tx) => {
      const [row] = await tx.query<DoubleEntryFigures[]>(
        `SELECT count(*)::int AS entered, count(entry.draw_id)::int AS covered, count(checked.state)::int AS drawn,
                count(*) FILTER (WHERE checked.state = 'waiting')::int AS waiting,
                count(*) FILTER (WHERE checked.state = 'agreed')::int AS agreed,
                count(*) FILTER (WHERE checked.state = 'differs')::int AS differing,
                count(*) FILTER (WHERE checked.state = 'settled')::int AS settled
           FROM entry LEFT JOIN double_entry AS checked ON checked.household_id = entry.household_id
          WHERE entry.area_code ^@ $1`,
        [areaCode],
      );
      return row!;
    });
  }

  async differences(caller: Caller, householdIds: readonly string[]): Promise<Map<string, EntryDifferenceRow[]>> {
    const rows = await this.database.read(caller, (tx) =>
      tx
        .getRepository(EntryDifferenceRow)
        .find({ where: { householdId: In([...householdIds]) }, order: { field: 'ASC' } }),
    );
    return byHousehold(rows);
  }

  async entries(caller: Caller, householdIds: readonly string[]): Promise<Map<string, ShownEntry>> {
    const rows = await this.database.read(caller, (tx) =>
      tx.query<ShownEntry[]>(
        `SELECT entry.household_id AS "householdId", entry.total, entry.vetoed, entry.veto_reason AS "vetoReason",
                entry.entered_at AS "enteredAt", entry.entered_by AS "enteredBy",
                coalesce(checked.state, CASE WHEN entry.draw_id IS NULL THEN 'notCovered' ELSE 'notDrawn' END) AS "check"
           FROM entry LEFT JOIN double_entry AS checked ON checked.household_id = entry.household_id
          WHERE entry.household_id = ANY ($1)`,
        [householdIds],
      ),
    );
    return new Map(rows.map((row) => [row.householdId, row]));
  }

  async corrections(caller: Caller, householdIds: readonly string[]): Promise<Map<string, ShownCorrection[]>> {
    const rows = await this.database.read(caller, (tx) =>
      tx.query<ShownCorrection[]>(
        `SELECT household_id AS "householdId", before, after, reason, corrected_at AS "correctedAt", corrected_by AS "correctedBy"
           FROM entry_correction WHERE household_id = ANY ($1) ORDER BY corrected_at, id`,
        [householdIds],
      ),
    );
    return byHousehold(rows);
  }
}

function byHousehold<Row extends { householdId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.householdId, [...(found.get(row.householdId) ?? []), row]);
  return found;
}
