import type { Kinship, Laid, MeetingEvent, Villager } from '@jingzhun/identification-rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MeetingFactRow } from './meeting-fact.entity';
import type { DeclaredRecusal, EarlierVerdict, Register } from './meeting.rules';

interface MeetingPlace {
  /** The sitting's. */
  id: string;
  areaCode: string;
}

export interface Recording {
  /** An account, or `machine`. */
  by: string;
  at: Date;
}

@Injectable()
export class MeetingRepository {
  /** In the order they were recorded. The sitting must be locked by whoever means to add to them. */
  facts(tx: EntityManager, sittingId: string): Promise<MeetingFactRow[]> {
    return tx.getRepository(MeetingFactRow).find({ where: { sittingId }, order: { sequence: 'ASC' } });
  }

  async add(
    tx: EntityManager,
    { id, areaCode }: MeetingPlace,
    events: readonly MeetingEvent[],
    { by, at }: Recording,
  ): Promise<void> {
    if (events.length === 0) return;
    const kinds = events.map(({ kind }) => kind);
    const contents = events.map(({ kind: _, ...content }) => JSON.stringify(content));
    await tx.query(
      `INSERT INTO meeting_fact (sitting_id, sequence, area_code, kind, content, recorded_at, recorded_by)
       SELECT $1, (SELECT coalesce(max(sequence), 0) FROM meeting_fact WHERE sitting_id = $1) + place, $2, kind, content::jsonb, $5, $6
         FROM unnest($3::text[], $4::text[]) WITH ORDINALITY AS fact (kind, content, place)`,
      [id, areaCode, kinds, contents, at, by],
    );
  }

  /** Lays households before a meeting that opens. */
  async lay(tx: EntityManager, place: MeetingPlace, laid: readonly Laid[], recording: Recording): Promise<void> {
    await tx.query(
      `UPDATE sitting_household AS own SET assessment = said.assessment, confirmed_in = said.confirmed_in
         FROM unnest($2::uuid[], $3::text[], $4::int[]) AS said (id, assessment, confirmed_in)
        WHERE own.sitting_id = $1 AND own.household_id = said.id`,
      [
        place.id,
        laid.map(({ householdId }) => householdId),
        laid.map(({ assessment }) => assessment),
        laid.map(({ confirmedIn }) => confirmedIn),
      ],
    );
    await this.add(
      tx,
      place,
      laid.map((household) => ({ kind: 'laid', ...household })),
      recording,
    );
  }

  /**
   * What is judged of each household laid before a sitting: its newest sheet, by its points, and the vetoes against it; where
   * households are not scored, its newest visit.
   */
  assessments(tx: EntityManager, sittingId: string): Promise<{ householdId: string; assessment: string }[]> {
    return tx.query(
      `SELECT laid.household_id AS "householdId",
              coalesce((SELECT 'sheet ' || total || ' ' || md5(points::text) FROM score_sheet
                         WHERE household_id = laid.household_id ORDER BY round DESC LIMIT 1),
                       (SELECT 'visit ' || id FROM visit
                         WHERE household_id = laid.household_id
                           AND (NOT late OR id IN (SELECT visit_id FROM late_visit WHERE taken = 'later'))
                         ORDER BY round DESC, recorded_at DESC LIMIT 1),
                       'none')
              || coalesce((SELECT ' veto ' || string_agg(id::text, ' ' ORDER BY id) FROM veto
                            WHERE household_id = laid.household_id AND state <> 'lifted'), '') AS assessment
         FROM sitting_household AS laid WHERE laid.sitting_id = $1 AND laid.left_at IS NULL ORDER BY laid.household_id`,
      [sittingId],
    );
  }

  /**
   * What the last meeting at the same stage said of each household laid before this sitting, where there was one. What was said
   * before an objection to the household was found right does not stand, whatever it was scored since.
   */
  earlierVerdicts(tx: EntityManager, sittingId: string): Promise<EarlierVerdict[]> {
    return tx.query(
      `SELECT DISTINCT ON (before.household_id) before.household_id AS "householdId", before.assessment, before.verdict,
              before.confirmed_in AS "confirmedIn", held.round
         FROM sitting
         JOIN sitting_household AS own ON own.sitting_id = sitting.id
         JOIN sitting_household AS before ON before.household_id = own.household_id
         JOIN sitting AS held ON held.id = before.sitting_id
        WHERE sitting.id = $1 AND held.opening_stage = sitting.opening_stage AND held.kind = sitting.kind
          AND before.verdict IS NOT NULL AND before.assessment IS NOT NULL
          AND NOT EXISTS (SELECT FROM objection
                           WHERE objection.household_id = before.household_id
                             AND objection.outcome ->> 'decision' IN ('score-changed', 'veto-found')
                             AND (objection.outcome ->> 'at')::timestamptz >= held.held_at)
        ORDER BY before.household_id, held.round DESC`,
      [sittingId],
    );
  }

  /** Those of an area who may come to its meeting, and their kin as far as it is known. */
  async register(tx: EntityManager, areaCode: string): Promise<Register> {
    const villagers = await tx.query<Villager[]>(
      `SELECT m.id AS "personId", m.household_id AS "householdId", m.birth_date::text AS "birthDate",
              EXISTS (SELECT FROM village_representative WHERE member_id = m.id AND area_code = $1) AS representative
         FROM member AS m WHERE m.area_code ^@ $1`,
      [areaCode],
    );
    const kinships = await tx.query<Kinship[]>(
      `SELECT person_id AS "personId", relative_id AS "relativeId", relation FROM kinship
        WHERE area_code ^@ $1 ORDER BY person_id, relative_id`,
      [areaCode],
    );
    return { villagers, kinships };
  }

  /** Which of the declared relatives are no members of the household they are said to belong to. */
  async strangers(tx: EntityManager, recusals: readonly DeclaredRecusal[]): Promise<string[]> {
    const named = recusals.filter(({ relativeId }) => relativeId);
    if (named.length === 0) return [];
    const rows = await tx.query<{ id: string }[]>(
      `SELECT said.id FROM unnest($1::uuid[], $2::uuid[]) AS said (id, household_id)
        WHERE NOT EXISTS (SELECT FROM member WHERE member.id = said.id AND member.household_id = said.household_id)`,
      [named.map(({ relativeId }) => relativeId), named.map(({ householdId }) => householdId)],
    );
    return rows.map(({ id }) => id);
  }

  /** Remembers who is kin of whom, for the meetings to come. */
  async keepKinships(
    tx: EntityManager,
    areaCode: string,
    recusals: readonly DeclaredRecusal[],
    { by, at }: Recording,
  ): Promise<void> {
    const named = recusals.filter(({ relativeId }) => relativeId);
    if (named.length === 0) return;
    await tx.query(
      `INSERT INTO kinship (person_id, relative_id, relation, area_code, recorded_at, recorded_by)
       SELECT DISTINCT ON (1, 2) person, relative, relation, $4, $5::timestamptz, $6::uuid
         FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS said (person, relative, relation)
       ON CONFLICT DO NOTHING`,
      [
        named.map(({ personId }) => personId),
        named.map(({ relativeId }) => relativeId),
        named.map(({ relation }) => relation),
        areaCode,
        at,
        by,
      ],
    );
  }
}
