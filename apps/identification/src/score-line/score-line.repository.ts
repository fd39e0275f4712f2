import type { FrozenLine, LineCase } from '@jingzhun/identification-rules';
import { isUuid, NotFound } from '@jingzhun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ScoreLineProposalRow } from './score-line-proposal.entity';
import { ScoreLineRow } from './score-line.entity';

@Injectable()
export class ScoreLineRepository {
  /**
   * Every scored household of the caller's area. It counts as scored once it is entered; before that it is unresolved, with the
   * points of its newest sheet. So it is as long as somebody has still to say whether a veto against it stands.
   */
  cases(tx: EntityManager): Promise<LineCase[]> {
    return tx.query<LineCase[]>(
      `SELECT household.id AS "caseId", left(household.area_code, 9) AS township, coalesce(entry.total, sheet.total, 0) AS score,
              coalesce(persons.persons, 0) AS persons,
              CASE WHEN entry.total IS NULL OR veto.open THEN 'unresolved' WHEN veto.stands THEN 'vetoed' ELSE 'scored' END AS status
         FROM household
         LEFT JOIN entry ON entry.household_id = household.id
         LEFT JOIN (SELECT DISTINCT ON (household_id) household_id, total FROM score_sheet ORDER BY household_id, round DESC)
              AS sheet ON sheet.household_id = household.id
         LEFT JOIN (SELECT household_id, bool_or(state = 'standing') AS stands,
                           bool_or(state <> 'standing' OR steps -> -1 ->> 'step' = 'verify-lift') AS open
                      FROM veto WHERE state <> 'lifted' GROUP BY household_id)
              AS veto ON veto.household_id = household.id
         LEFT JOIN (SELECT household_id, count(*)::int AS persons FROM member GROUP BY household_id)
              AS persons ON persons.household_id = household.id`,
    );
  }

  newest(tx: EntityManager): Promise<ScoreLineRow | null> {
    return tx.getRepository(ScoreLineRow).findOne({ where: {}, order: { version: 'DESC' } });
  }

  all(tx: EntityManager): Promise<ScoreLineRow[]> {
    return tx.getRepository(ScoreLineRow).find({ order: { version: 'DESC' } });
  }

  proposals(tx: EntityManager): Promise<ScoreLineProposalRow[]> {
    return tx.getRepository(ScoreLineProposalRow).find({ order: { proposedAt: 'DESC' } });
  }

  async addProposal(tx: EntityManager, row: ScoreLineProposalRow): Promise<ScoreLineProposalRow> {
    await tx.getRepository(ScoreLineProposalRow).insert(row);
    return row;
  }

  /** @throws NotFound. The row is locked until the transaction ends. */
  async lockProposal(tx: EntityManager, id: string): Promise<ScoreLineProposalRow> {
    const row = isUuid(id)
      ? await tx.getRepository(ScoreLineProposalRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (!row) throw new NotFound('There is no such proposal.', 'proposalId');
    return row;
  }

  async decideProposal(
    tx: EntityManager,
    row: ScoreLineProposalRow,
    decision: Pick<ScoreLineProposalRow, 'state' | 'decidedBy' | 'decidedAt'>,
  ): Promise<ScoreLineProposalRow> {
    const decided = { ...row, ...decision, version: row.version + 1 };
    await tx.getRepository(ScoreLineProposalRow).save(decided);
    return decided;
  }

  /** Two approvals at one moment make one version: the second finds its number taken and is tried again by its caller. */
  async add(tx: EntityManager, proposalId: string, line: FrozenLine): Promise<ScoreLineRow> {
    const row = { ...line, proposalId, approvedAt: new Date(line.approvedAt) };
    await tx.getRepository(ScoreLineRow).insert(row);
    return row;
  }

  /** Whether an announcement was added; false when the village has announced this version before. */
  async announce(
    tx: EntityManager,
    announcement: { lineVersion: number; areaCode: string; place: string; at: Date; personId: string },
    listed: { households: number; persons: number },
  ): Promise<boolean> {
    const { lineVersion, areaCode, place, at, personId } = announcement;
    const rows = await tx.query<unknown[]>(
      `INSERT INTO announcement (line_version, area_code, households, persons, place, posted_at, posted_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING 1`,
      [lineVersion, areaCode, listed.households, listed.persons, place, at, personId],
    );
    return rows.length > 0;
  }
}
