import type { RowValues, WorkbookProblem } from '@jingzhun/workbook';
import { columnLetters } from '@jingzhun/workbook';
import { entrySheet, vetoWords } from '@jingzhun/identification-rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { EntryAsked } from '../entry/entry.rules';

export type EntryRowValues = RowValues<typeof entrySheet>;

/** A row of the file with its place in it. */
export interface StagedRow {
  row: number;
  values: EntryRowValues;
}

/** A head's name with its second character masked. */
export const maskedName = (name: string) => `overlay(${name} placing '*' from 2 for 1)`;

/** What a row may be at odds with the register in: the column at fault, the code, the sentence. In the order they are looked for. */
const findings = {
  unknown: ['number', 'UNKNOWN_HOUSEHOLD', 'There is no such household in your area.'],
  head: ['head', 'CHANGED_CELL', 'This is not the head of the household. The cell must stay as it was exported.'],
  village: ['village', 'CHANGED_CELL', 'The household lies in another village. The cell must stay as it was exported.'],
  group: ['group', 'CHANGED_CELL', 'The household lies in another group. The cell must stay as it was exported.'],
  entered: ['total', 'ENTERED_DIFFERENTLY', 'The household was entered before, with another total or veto.'],
  stage: ['number', 'NOT_AT_STAGE', 'The household does not wait for entry.'],
  version: ['version', 'STALE_VERSION', 'The household was changed after the export. Export it anew.'],
  total: ['total', 'TOTAL_DIFFERS', 'This is not the total of the signed sheet. Compare with the sheet.'],
  veto: ['vetoed', 'VETO_DIFFERS', 'This is not what the vetoes on record say. Compare with them.'],
} as const satisfies Record<string, readonly [key: string, code: string, reason: string]>;

/** The rows of a file beside the register, for the length of one transaction. */
@Injectable()
export class EntryStagingRepository {
  async prepare(tx: EntityManager): Promise<void> {
    await tx.query(
      `CREATE TEMPORARY TABLE entry_row (
         row int, number text, head text, village text, group_name text, version int, total int, vetoed boolean, veto_reason text
       ) ON COMMIT DROP`,
    );
  }

  async add(tx: EntityManager, rows: readonly StagedRow[]): Promise<void> {
    const column = <Value>(value: (row: StagedRow) => Value) => rows.map(value);
    await tx.query(
      `INSERT INTO entry_row
       SELECT * FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::int[], $8::boolean[], $9::text[])`,
      [
        column(({ row }) => row),
        column(({ values }) => values.number),
        column(({ values }) => values.head),
        column(({ values }) => values.village),
        column(({ values }) => values.group),
        column(({ values }) => values.version),
        column(({ values }) => values.total),
        column(({ values }) => values.vetoed === vetoWords.yes),
        column(({ values }) => values.vetoReason ?? null),
      ],
    );
  }

  /** Every cell that is at odds with the register, in the order of the rows; within the scope of the transaction. */
  async problems(tx: EntityManager): Promise<WorkbookProblem[]> {
    await tx.query(`ANALYZE entry_row`);
    const rows = await tx.query<{ row: number; found: (keyof typeof findings)[] }[]>(
      `WITH beside AS (
         SELECT entry_row.*, household.id, household.stage, household.version AS present_version, head.name AS head_name,
                village.name AS village_name, own_group.name AS own_group_name, entry.household_id IS NOT NULL AS is_entered,
                (entry.total, entry.vetoed, entry.veto_reason)
                  IS NOT DISTINCT FROM (entry_row.total, entry_row.vetoed, entry_row.veto_reason) AS alike,
                sheet.total AS sheet_total, coalesce(veto.stands, false) AS veto_stands
           FROM entry_row
           LEFT JOIN household ON household.number = entry_row.number
           LEFT JOIN member AS head ON head.household_id = household.id AND head.relation = '01'
           LEFT JOIN area AS own_group ON own_group.code = household.area_code
           LEFT JOIN area AS village ON village.code = left(household.area_code, 12)
           LEFT JOIN entry ON entry.household_id = household.id
           LEFT JOIN (SELECT DISTINCT ON (household_id) household_id, total FROM score_sheet ORDER BY household_id, round DESC)
                AS sheet ON sheet.household_id = household.id
           LEFT JOIN (SELECT household_id, bool_or(state = 'standing') AS stands FROM veto GROUP BY household_id)
                AS veto ON veto.household_id = household.id
       ), found AS (
         SELECT row, CASE WHEN id IS NULL THEN ARRAY['unknown'] ELSE array_remove(ARRAY[
                  CASE WHEN head NOT IN (btrim(head_name), ${maskedName('btrim(head_name)')}) THEN 'head' END,
                  CASE WHEN village <> btrim(village_name) THEN 'village' END,
                  CASE WHEN group_name <> btrim(own_group_name) THEN 'group' END,
                  CASE WHEN is_entered THEN CASE WHEN NOT alike THEN 'entered' END
                       WHEN stage IS DISTINCT FROM 'entry' THEN 'stage'
                       WHEN version <> present_version THEN 'version'
                       WHEN total IS DISTINCT FROM sheet_total THEN 'total' END,
                  CASE WHEN NOT is_entered AND stage = 'entry' AND version = present_version AND vetoed <> veto_stands THEN 'veto' END
                ], NULL) END AS found FROM beside
       )
       SELECT row, found FROM found WHERE found <> '{}' ORDER BY row`,
    );
    return rows.flatMap(({ row, found }) => found.map((finding) => problemOf(row, finding)));
  }

  /** The households that wait to be entered, and how many of the file were entered before. */
  async entries(tx: EntityManager): Promise<{ toEnter: EntryAsked[]; alreadyEntered: number }> {
    const rows = await tx.query<(EntryAsked & { isEntered: boolean })[]>(
      `SELECT household.id AS "householdId", entry_row.version, entry_row.total, entry_row.vetoed,
              entry_row.veto_reason AS "vetoReason", entry.household_id IS NOT NULL AS "isEntered"
         FROM entry_row JOIN household ON household.number = entry_row.number
         LEFT JOIN entry ON entry.household_id = household.id ORDER BY household.id`,
    );
    const toEnter = rows.filter(({ isEntered }) => !isEntered).map(({ isEntered: _, ...entry }) => entry);
    return { toEnter, alreadyEntered: rows.length - toEnter.length };
  }
}

function problemOf(row: number, finding: keyof typeof findings): WorkbookProblem {
  const [key, code, reason] = findings[finding];
  const index = entrySheet.columns.findIndex((column) => column.key === key);
  const header = entrySheet.columns[index]?.header ?? '';
  return { sheet: entrySheet.name, row, column: columnLetters(index + 1), header, code, reason };
}
