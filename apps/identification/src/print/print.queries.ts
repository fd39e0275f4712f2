import { isUuid, type AreaLevel } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ScoreSheetRepository } from '../score-sheet/score-sheet.repository';
import type { AreaNames } from './printing';
import type { FilledSheet } from './score-sheet.view';

export interface PrintedHousehold {
  id: string;
  areaCode: string;
  /** The profile its case runs by; null before the campaign is opened. */
  profileId: string | null;
  number: string;
  address: string;
  stage: string | null;
  round: number;
  head: string;
  persons: number;
}

export interface PrintedSitting {
  id: string;
  kind: 'group' | 'village';
  areaCode: string;
  profileId: string;
  round: number;
  state: 'open' | 'held' | 'closed';
  heldOn: string | null;
  minutes: string | null;
  /** Of its publicity, where it has one. */
  publicityStage: string | null;
  postedAt: Date | null;
  closesAt: Date | null;
  objectionCode: string | null;
}

export interface LaidHousehold {
  id: string;
  number: string;
  head: string;
  verdict: 'confirmed' | 'returned' | 'referred' | null;
  reason: string | null;
  /** An objection took it out of the sitting. */
  left: boolean;
  points: { item: string; points: number }[] | null;
  total: number | null;
  /** Keys of the rules by which it is vetoed, as far as a meeting has taken note; not of lifted ones. */
  vetoes: string[];
}

/** What papers are made of. Nothing here reads an identity number. */
@Injectable()
export class PrintQueries {
  constructor(@Inject(ScoreSheetRepository) private readonly sheets: ScoreSheetRepository) {}

  /** The names of an area and of those above it; undefined when there is none of that code. */
  async areaNames(tx: EntityManager, code: string): Promise<AreaNames | undefined> {
    const rows = await tx.query<{ level: AreaLevel; name: string; code: string }[]>(
      `SELECT code, level, name FROM area WHERE $1 ^@ code`,
      [code],
    );
    if (!rows.some((row) => row.code === code)) return undefined;
    const nameAt = (level: AreaLevel): string | null => rows.find((row) => row.level === level)?.name ?? null;
    return {
      county: nameAt('county') ?? '',
      township: nameAt('township'),
      village: nameAt('village'),
      group: nameAt('group'),
    };
  }

  async household(tx: EntityManager, id: string): Promise<PrintedHousehold | undefined> {
    if (!isUuid(id)) return undefined;
    const [row] = await tx.query<PrintedHousehold[]>(
      `SELECT h.id, h.area_code AS "areaCode", h.profile_id AS "profileId", h.number, h.address, h.stage, h.round,
              coalesce((SELECT name FROM member WHERE household_id = h.id ORDER BY position LIMIT 1), '') AS head,
              (SELECT count(*)::int FROM member WHERE household_id = h.id) AS persons
         FROM household AS h WHERE h.id = $1`,
      [id],
    );
    return row;
  }

  /** The newest sheet of a household. */
  async sheet(tx: EntityManager, householdId: string): Promise<(FilledSheet & { recordedAt: Date }) | undefined> {
    const [row] = await tx.query<(Omit<FilledSheet, 'corrections'> & { id: string; recordedAt: Date })[]>(
      `SELECT round, form_version AS "formVersion", answers, points, total, facts, recorded_at AS "recordedAt", id
         FROM score_sheet WHERE household_id = $1 ORDER BY round DESC LIMIT 1`,
      [householdId],
    );
    return row && { ...row, corrections: await this.sheets.corrections(tx, [row.id]) };
  }

  async sitting(tx: EntityManager, id: string): Promise<PrintedSitting | undefined> {
    if (!isUuid(id)) return undefined;
    const [row] = await tx.query<PrintedSitting[]>(
      `SELECT s.id, s.kind, s.area_code AS "areaCode", s.profile_id AS "profileId", s.round, s.state, s.held_on::text AS "heldOn", s.minutes,
              p.stage AS "publicityStage", p.posted_at AS "postedAt", p.closes_at AS "closesAt",
              p.objection_code AS "objectionCode"
         FROM sitting AS s LEFT JOIN publicity AS p ON p.sitting_id = s.id WHERE s.id = $1`,
      [id],
    );
    return row;
  }

  /** What was laid before a sitting, by number, each with the sheet the meeting had before it. */
  laid(tx: EntityManager, sittingId: string): Promise<LaidHousehold[]> {
    return tx.query<LaidHousehold[]>(
      `SELECT h.id, h.number, laid.verdict, laid.reason, laid.left_at IS NOT NULL AS left, sheet.points, sheet.total,
              ARRAY(SELECT rule FROM veto WHERE household_id = h.id AND state NOT IN ('proposed', 'lifted') ORDER BY rule) AS vetoes,
              coalesce((SELECT name FROM member WHERE household_id = h.id ORDER BY position LIMIT 1), '') AS head
         FROM sitting_household AS laid
         JOIN sitting ON sitting.id = laid.sitting_id
         JOIN household AS h ON h.id = laid.household_id
         LEFT JOIN LATERAL (
           SELECT points, total FROM score_sheet
            WHERE household_id = h.id AND recorded_at <= coalesce(sitting.held_at, 'infinity')
            ORDER BY round DESC LIMIT 1) AS sheet ON true
        WHERE laid.sitting_id = $1 ORDER BY h.number`,
      [sittingId],
    );
  }
}
