import type { Caller } from '@jingzhun/access';
import { countyWide, Database } from '@jingzhun/database';
import type { ObjectionDecision, ObjectionKind, ObjectionState } from '@jingzhun/identification-rules';
import { isUuid } from '@jingzhun/kernel';
import { pageFrom, type Page } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ObjectionRow } from './objection.entity';
import type { Objector } from './objection.repository';
import { readCode } from './unguessable-code';

export interface ObjectionFilter {
  areaCode?: string | null;
  state?: ObjectionState | null;
  householdId?: string | null;
}

export interface StepTaken {
  kind: string;
  at: Date;
}

/** How far an objection is, without a word of whom or what it is about. */
export interface ObjectionProgress {
  state: ObjectionState;
  receivedAt: Date;
  since: Date;
  dueAt: Date | null;
}

/** What somebody who was given a re-check has to know. */
export interface RecheckDuty {
  objectionId: string;
  version: number;
  kind: ObjectionKind;
  statement: string;
  areaCode: string;
  householdNumber: string | null;
  address: string | null;
  dueAt: Date | null;
}

export interface ObjectionFigure {
  kind: ObjectionKind;
  /** Null while it is not decided. */
  decision: ObjectionDecision | null;
  objections: number;
}

/** Objections for screens. */
@Injectable()
export class ObjectionQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  async find(caller: Caller, id: string): Promise<ObjectionRow | null> {
    if (!isUuid(id)) return null;
    return this.database.read(caller, (tx) => tx.getRepository(ObjectionRow).findOneBy({ id }));
  }

  async byIds(caller: Caller, ids: readonly string[]): Promise<Map<string, ObjectionRow>> {
    const rows = await this.database.read(caller, (tx) =>
      tx.getRepository(ObjectionRow).findBy({ id: In(ids.filter(isUuid)) }),
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  page(caller: Caller, filter: ObjectionFilter, first: number, after?: string | null): Promise<Page<ObjectionRow>> {
    return this.database.read(caller, async (tx) => {
      const matching = tx.getRepository(ObjectionRow).createQueryBuilder('objection').where('true');
      if (filter.areaCode) matching.andWhere('area_code ^@ :areaCode', { areaCode: filter.areaCode });
      if (filter.state) matching.andWhere('state = :state', { state: filter.state });
      if (filter.householdId) matching.andWhere('household_id::text = :household', { household: filter.householdId });
      return pageFrom(matching, { by: ['area_code', 'id'], first, after }, (row) => [row.areaCode, row.id]);
    });
  }

  async steps(caller: Caller, ids: readonly string[]): Promise<Map<string, StepTaken[]>> {
    const rows = await this.database.read(caller, (tx) =>
      tx.query<(StepTaken & { id: string })[]>(
        `SELECT objection_id AS id, kind, at FROM objection_step WHERE objection_id = ANY ($1) ORDER BY objection_id, sequence`,
        [ids],
      ),
    );
    return new Map(ids.map((id) => [id, rows.filter((row) => row.id === id)]));
  }

  async objectors(caller: Caller, ids: readonly string[]): Promise<Map<string, Objector>> {
    const rows = await this.database.read(caller, (tx) =>
      tx.query<(Objector & { id: string })[]>(
        `SELECT objection_id AS id, name, phone FROM objector WHERE objection_id = ANY ($1)`,
        [ids],
      ),
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** By the receipt, for everybody who has it; null when there is none. */
  async progress(text: string): Promise<ObjectionProgress | null> {
    const receipt = readCode(text);
    if (!receipt) return null;
    return this.database.read(countyWide, (tx) =>
      tx.getRepository(ObjectionRow).findOne({
        select: { id: true, state: true, receivedAt: true, since: true, dueAt: true },
        where: { receipt },
      }),
    );
  }

  /** The re-checks a person was given and has not made, wherever they lie. */
  rechecks({ personId }: Caller): Promise<RecheckDuty[]> {
    return this.database.read(countyWide, (tx) =>
      tx.query<RecheckDuty[]>(
        `SELECT o.id AS "objectionId", o.version, o.kind, o.statement, o.area_code AS "areaCode", o.due_at AS "dueAt",
                h.number AS "householdNumber", h.address
           FROM objection AS o LEFT JOIN household AS h ON h.id = o.household_id
          WHERE o.state = 'assigned' AND o.recheck -> 'persons' ? $1 ORDER BY o.due_at, o.id LIMIT 100`,
        [personId],
      ),
    );
  }

  figures(caller: Caller): Promise<ObjectionFigure[]> {
    return this.database.read(caller, (tx) =>
      tx.query<ObjectionFigure[]>(
        `SELECT kind, outcome ->> 'decision' AS decision, count(*)::int AS objections FROM objection
          GROUP BY 1, 2 ORDER BY 1, 2`,
      ),
    );
  }
}
