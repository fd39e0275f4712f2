import type { StageOpenAnswer } from '@jingzhun/contracts/identification';
import { guardedUpdate } from '@jingzhun/database';
import { isUuid, NotFound } from '@jingzhun/kernel';
import type { ObjectionStep, Scorers } from '@jingzhun/identification-rules';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { ObjectionRow } from './objection.entity';
import { onlyRound, stageOfState } from './objection.rules';

export interface Objector {
  name: string;
  phone: string | null;
}

@Injectable()
export class ObjectionRepository {
  /** @throws NotFound when it does not exist in the caller's area. The row is locked until the transaction ends. */
  async lock(tx: EntityManager, id: string): Promise<ObjectionRow> {
    const row = isUuid(id)
      ? await tx.getRepository(ObjectionRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (!row) throw new NotFound('There is no such objection in your area.', 'objectionId');
    return row;
  }

  get(tx: EntityManager, id: string): Promise<ObjectionRow> {
    return tx.getRepository(ObjectionRow).findOneByOrFail({ id });
  }

  /** Objections to each of the households, decided ones too. */
  to(tx: EntityManager, householdIds: readonly string[]): Promise<ObjectionRow[]> {
    return tx.getRepository(ObjectionRow).findBy({ householdId: In([...householdIds]) });
  }

  async add(tx: EntityManager, row: ObjectionRow, objector: Objector | null): Promise<void> {
    await tx.getRepository(ObjectionRow).insert(row);
    if (!objector) return;
    await tx.query(`INSERT INTO objector (objection_id, name, phone) VALUES ($1, $2, $3)`, [
      row.id,
      objector.name,
      objector.phone,
    ]);
  }

  /** Saves what changed and raises the version; `row` is changed too. */
  async save(tx: EntityManager, row: ObjectionRow, change: Partial<ObjectionRow>): Promise<void> {
    const metadata = tx.getRepository(ObjectionRow).metadata;
    const columns = Object.entries(change).map(([property, value]) => {
      const column = metadata.findColumnWithPropertyName(property);
      if (!column) throw new Error(`an objection has no ${property}`);
      return [column.databaseName, column.type === 'jsonb' ? JSON.stringify(value) : value] as const;
    });
    const version = await guardedUpdate(tx, 'objection', row.id, row.version, Object.fromEntries(columns));
    Object.assign(row, change, { version });
  }

  /** What was done, for good. `receive` comes first and is no step of the rules. */
  async addStep(
    tx: EntityManager,
    { id }: ObjectionRow,
    { kind, at, by, ...detail }: ObjectionStep | { kind: 'receive'; at: string; by: string },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO objection_step (objection_id, sequence, kind, at, by, detail)
       SELECT $1, 1 + count(*), $2, $3, $4, $5 FROM objection_step WHERE objection_id = $1`,
      [id, kind, at, by, JSON.stringify(detail)],
    );
  }

  /**
   * Who scored a household. Teams belong to another service, so the persons stand for them: the members of a team share out
   * the households of a group, and whoever visited or scored any of these does not check this one.
   */
  async scorersOf(tx: EntityManager, householdId: string | null): Promise<Scorers> {
    if (householdId === null) return { teams: [], persons: [] };
    const rows = await tx.query<{ person: string }[]>(
      `WITH own AS (SELECT area_code FROM household WHERE id = $1)
       SELECT unnest(recorded_by || companions) AS person FROM visit WHERE area_code = (SELECT area_code FROM own)
       UNION
       SELECT recorded_by FROM score_sheet WHERE area_code = (SELECT area_code FROM own)`,
      [householdId],
    );
    return { teams: [], persons: rows.map(({ person }) => person) };
  }

  /** The area of an objection whose re-check a person was given, wherever it lies; undefined when it was not given to him. */
  async areaOfRecheck(tx: EntityManager, id: string, personId: string): Promise<string | undefined> {
    if (!isUuid(id)) return undefined;
    const [row] = await tx.query<{ areaCode: string }[]>(
      `SELECT area_code AS "areaCode" FROM objection WHERE id = $1 AND recheck -> 'persons' ? $2`,
      [id, personId],
    );
    return row?.areaCode;
  }

  /** Counts one use of a code in this hour and answers how many there were. */
  async countUse(tx: EntityManager, code: string): Promise<number> {
    const [row] = await tx.query<{ uses: number }[]>(
      `INSERT INTO objection_code_use (code, hour, uses) VALUES ($1, date_trunc('hour', clock_timestamp()), 1)
       ON CONFLICT (code, hour) DO UPDATE SET uses = objection_code_use.uses + 1 RETURNING uses`,
      [code],
    );
    return row!.uses;
  }

  /** Whether an objection is in that state, asked under its lock: no step is under way when it answers. */
  async isOpen(tx: EntityManager, id: string, stage: string, round: number): Promise<StageOpenAnswer> {
    const [row] = await tx.query<Pick<ObjectionRow, 'areaCode' | 'state' | 'householdId'>[]>(
      `SELECT area_code AS "areaCode", state, household_id AS "householdId" FROM objection WHERE id = $1 FOR SHARE`,
      [id],
    );
    if (!row || stageOfState(row.state) !== stage || round !== onlyRound) return { open: false };
    return { open: true, areaCode: row.areaCode, households: row.householdId === null ? 0 : 1 };
  }
}
