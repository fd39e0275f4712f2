import type { Lead, MatchablePerson, MatchSource } from '@jingzhun/identification-rules';
import { isUuid, NotFound, StaleVersion } from '@jingzhun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { shownState, type Matched, type ShownLeadState } from './lead.rules';

/** A lead as it is kept. Persons are ids; a lead is never removed. */
export interface LeadRow {
  id: string;
  version: number;
  householdId: string;
  areaCode: string;
  memberId: string;
  matchFileId: string;
  source: MatchSource;
  record: string;
  subject: string;
  matchedBy: 'identity' | 'nameAndPlace';
  confidence: number;
  assetAcquiredOn: string | null;
  state: ShownLeadState;
  openedAt: Date;
  notifiedAt: Date | null;
  replyDueAt: Date | null;
  repliedAt: Date | null;
  reply: string | null;
  decisionId: string | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  reason: string | null;
  evidence: string[];
  /** The veto that followed from its being confirmed. */
  vetoId: string | null;
}

export interface LeadFilter {
  areaCode?: string | null;
  state?: ShownLeadState | null;
  source?: MatchSource | null;
}

export interface MatchFileRow {
  id: string;
  source: MatchSource;
  /** Lines of the department. */
  records: number;
  /** Those that may be about somebody of the register. */
  matched: number;
  /** Leads that are new. */
  leads: number;
  importedAt: Date;
  importedBy: string;
}

const columns = `id, version, household_id AS "householdId", area_code AS "areaCode", member_id AS "memberId",
  match_file_id AS "matchFileId", source, record, subject, matched_by AS "matchedBy", confidence,
  asset_acquired_on::text AS "assetAcquiredOn", state, opened_at AS "openedAt", notified_at AS "notifiedAt",
  reply_due_at AS "replyDueAt", replied_at AS "repliedAt", reply, decision_id AS "decisionId", decided_at AS "decidedAt",
  decided_by AS "decidedBy", reason, evidence, veto_id AS "vetoId"`;

@Injectable()
export class LeadRepository {
  /** The members that may be found under one of the indexes, each with the first of the indexes of his number. */
  async peopleByNumber(
    tx: EntityManager,
    indexes: readonly Buffer[],
    nameOf: (index: Buffer) => string,
  ): Promise<MatchablePerson[]> {
    const rows = await tx.query<(Omit<MatchablePerson, 'idIndex'> & { index: Buffer })[]>(
      `SELECT id AS "memberId", household_id AS "householdId", name, area_code AS "areaCode", id_number_index AS index
         FROM member WHERE id_number_index = ANY ($1)`,
      [indexes],
    );
    return rows.map(({ index, ...person }) => ({ ...person, idIndex: nameOf(index) }));
  }

  /** The members of those names, written without spaces and width. */
  async peopleByName(tx: EntityManager, names: readonly string[]): Promise<MatchablePerson[]> {
    if (names.length === 0) return [];
    return tx.query<MatchablePerson[]>(
      `SELECT id AS "memberId", household_id AS "householdId", name, area_code AS "areaCode", '' AS "idIndex"
         FROM member WHERE regexp_replace(normalize(name, NFKC), '\\s|·', '', 'g') = ANY ($1)`,
      [names],
    );
  }

  async addFile(tx: EntityManager, file: MatchFileRow): Promise<void> {
    await tx.query(
      `INSERT INTO match_file (id, source, records, matched, leads, imported_at, imported_by) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [file.id, file.source, file.records, file.matched, file.leads, file.importedAt, file.importedBy],
    );
  }

  files(tx: EntityManager): Promise<MatchFileRow[]> {
    return tx.query<MatchFileRow[]>(
      `SELECT id, source, records, matched, leads, imported_at AS "importedAt", imported_by AS "importedBy"
         FROM match_file ORDER BY imported_at DESC, id`,
    );
  }

  /** Answers how many are new: a record that comes again with the same member is the lead it was. */
  async add(tx: EntityManager, matchFileId: string, matched: readonly Matched[]): Promise<number> {
    if (matched.length === 0) return 0;
    const rows = matched.map(({ lead, areaCode, subject, matchedBy }) => ({
      ...{ id: lead.id, household: lead.householdId, area: areaCode, member: lead.memberId, source: lead.source },
      ...{ record: lead.record, subject, by: matchedBy, confidence: lead.confidence },
      ...{ acquired: lead.assetAcquiredOn ?? null, at: lead.openedAt },
    }));
    const added = await tx.query<{ id: string }[]>(
      `INSERT INTO lead (id, household_id, area_code, member_id, match_file_id, source, record, subject, matched_by, confidence,
                         asset_acquired_on, opened_at)
       SELECT id, household, area, member, $1, source, record, subject, "by", confidence, acquired, at
         FROM jsonb_to_recordset($2::jsonb) AS row (id uuid, household uuid, area text, member uuid, source text, record text,
              subject text, "by" text, confidence float8, acquired date, at timestamptz)
       ON CONFLICT (source, record, member_id) DO NOTHING RETURNING id`,
      [matchFileId, JSON.stringify(rows)],
    );
    return added.length;
  }

  /**
   * Locks it at the version it was read at, and its household before it: whoever moves a household locks them in that order.
   *
   * @throws NotFound, StaleVersion
   */
  async lockAt(tx: EntityManager, id: string, version: number): Promise<LeadRow> {
    const ids = isUuid(id) ? [id] : [];
    await tx.query(`SELECT FROM household WHERE id IN (SELECT household_id FROM lead WHERE id = ANY ($1)) FOR UPDATE`, [
      ids,
    ]);
    const [row] = await tx.query<LeadRow[]>(`SELECT ${columns} FROM lead WHERE id = ANY ($1) FOR UPDATE`, [ids]);
    if (!row) throw new NotFound('There is no such lead in your area.', 'leadId');
    if (row.version !== version) throw new StaleVersion('The lead was changed after it was read.', 'version');
    return row;
  }

  /** Saves what was done about a lead that the caller has locked, and answers it. */
  async save(
    tx: EntityManager,
    lead: Lead,
    { reply = null, vetoId = null }: { reply?: string | null; vetoId?: string | null } = {},
  ): Promise<LeadRow> {
    const { decision } = lead;
    const [[row]] = await tx.query<[LeadRow[], number]>(
      `UPDATE lead SET version = version + 1, state = $2, notified_at = $3, reply_due_at = $4, replied_at = $5,
              reply = coalesce($6, reply), decision_id = $7, decided_at = $8, decided_by = $9, reason = $10, evidence = $11,
              veto_id = $12
        WHERE id = $1 RETURNING ${columns}`,
      [
        lead.id,
        shownState(lead),
        lead.notifiedAt ?? null,
        lead.replyDueAt ?? null,
        lead.repliedAt ?? null,
        reply,
        decision?.decisionId ?? null,
        decision?.at ?? null,
        decision?.by ?? null,
        decision?.reason ?? null,
        JSON.stringify(decision?.evidence ?? []),
        vetoId,
      ],
    );
    return row!;
  }

  async ofHouseholds(tx: EntityManager, householdIds: readonly string[]): Promise<LeadRow[]> {
    return tx.query<LeadRow[]>(`SELECT ${columns} FROM lead WHERE household_id = ANY ($1) ORDER BY opened_at, id`, [
      householdIds,
    ]);
  }

  /** In the order of place and id; one more than `first`. */
  async page(
    tx: EntityManager,
    { areaCode, state, source }: LeadFilter,
    first: number,
    after?: string[],
  ): Promise<{ rows: LeadRow[]; totalCount: number }> {
    const matching = `FROM lead WHERE area_code ^@ $1 AND ($2::text IS NULL OR state = $2) AND ($3::text IS NULL OR source = $3)`;
    const matched = [areaCode ?? '', state ?? null, source ?? null];
    const [count] = await tx.query<{ count: number }[]>(`SELECT count(*)::int AS count ${matching}`, matched);
    const rows = await tx.query<LeadRow[]>(
      `SELECT ${columns} ${matching} AND ($4::text IS NULL OR (area_code, id::text) > ($4, $5))
        ORDER BY area_code, id::text LIMIT $6`,
      [...matched, after?.[0] ?? null, after?.[1] ?? null, first + 1],
    );
    return { rows, totalCount: count!.count };
  }
}

/** A lead as the pure rules know it. */
export function leadOf(row: LeadRow): Lead {
  const { id, householdId, memberId, source, record, confidence, openedAt, notifiedAt, replyDueAt, repliedAt } = row;
  const { decisionId, state, assetAcquiredOn } = row;
  return {
    ...{ id, householdId, memberId, source, record, confidence, openedAt },
    state: state === 'awaitingReply' ? 'awaiting-reply' : state,
    ...(assetAcquiredOn !== null && { assetAcquiredOn }),
    ...(notifiedAt && { notifiedAt }),
    ...(replyDueAt && { replyDueAt }),
    ...(repliedAt && { repliedAt }),
    ...(decisionId !== null && {
      decision: {
        ...{ decisionId, outcome: state === 'confirmed' ? ('confirmed' as const) : ('cleared' as const) },
        ...{ by: row.decidedBy!, at: row.decidedAt!, reason: row.reason!, evidence: row.evidence },
      },
    }),
  };
}
