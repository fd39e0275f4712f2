import type { CardDecision, FactValue, Observation, RegisteredHousehold } from '@jingzhun/identification-rules';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { HouseholdCardRow } from './household-card.entity';

/** Who put something on record, where and when. */
export interface OnRecord {
  householdId: string;
  areaCode: string;
  at: Date;
  personId: string;
}

@Injectable()
export class HouseholdCardRepository {
  newest(tx: EntityManager, householdId: string): Promise<HouseholdCardRow | null> {
    return tx.getRepository(HouseholdCardRow).findOne({ where: { householdId }, order: { version: 'DESC' } });
  }

  versions(tx: EntityManager, householdId: string): Promise<HouseholdCardRow[]> {
    return tx.getRepository(HouseholdCardRow).find({ where: { householdId }, order: { version: 'DESC' } });
  }

  async add(tx: EntityManager, card: Omit<HouseholdCardRow, 'id'>): Promise<void> {
    await tx.getRepository(HouseholdCardRow).insert({ ...card, id: randomUUID() });
  }

  async addDecisions(
    tx: EntityManager,
    decisions: readonly Observation[],
    { householdId, areaCode, at, personId }: OnRecord,
  ): Promise<void> {
    if (decisions.length === 0) return;
    await tx.query(
      `INSERT INTO card_decision (household_id, area_code, member_id, fact, value, decided_at, decided_by)
       SELECT $1, $2, (each.decided ->> 'member')::uuid, each.decided ->> 'fact', each.decided -> 'value', $3, $4
         FROM jsonb_array_elements($5::jsonb) WITH ORDINALITY AS each (decided, place) ORDER BY place`,
      [householdId, areaCode, at, personId, JSON.stringify(decisions)],
    );
  }

  /** What counts: of one thing the decision put on record last. */
  async decisions(tx: EntityManager, householdId: string): Promise<CardDecision[]> {
    const rows = await tx.query<{ id: string; fact: string; member: string | null; value: FactValue }[]>(
      `SELECT DISTINCT ON (fact, member_id) id, fact, member_id AS member, value
         FROM card_decision WHERE household_id = $1 ORDER BY fact, member_id, id DESC`,
      [householdId],
    );
    return rows.map(({ id, fact, member, value }) => ({
      fact,
      ...(member !== null && { member }),
      value,
      decisionId: `card-decision ${id}`,
    }));
  }

  /** The household as the card shows it: with names, and with numbers that are masked. */
  async registered(tx: EntityManager, householdId: string): Promise<RegisteredHousehold> {
    const [row] = await tx.query<RegisteredHousehold[]>(
      `SELECT area.name AS village, hamlet.name AS hamlet, household.address,
              coalesce((SELECT jsonb_agg(jsonb_build_object(
                'id', id, 'relation', relation, 'sex', sex, 'birthDate', to_char(birth_date, 'YYYY-MM-DD'),
                'ethnicity', ethnicity, 'name', name, 'idNumber', id_number_masked) ORDER BY position)
                 FROM member WHERE household_id = household.id), '[]') AS members
         FROM household
         LEFT JOIN area ON area.code = left(household.area_code, 12)
         LEFT JOIN hamlet ON hamlet.code = household.hamlet_code
        WHERE household.id = $1`,
      [householdId],
    );
    return row!;
  }

  /** What was entered as its total; the score it is poor by. */
  async score(tx: EntityManager, householdId: string): Promise<number | undefined> {
    const [row] = await tx.query<{ total: number | null }[]>(`SELECT total FROM entry WHERE household_id = $1`, [
      householdId,
    ]);
    return row?.total ?? undefined;
  }
}
