import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { isUuid } from '@jingzhun/kernel';
import { pageFrom, pageOf, readCursor, type Page } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { StageRecordRow } from '../case/stage-record.entity';
import { ScoreSheetRow } from '../score-sheet/score-sheet.entity';
import { FormerHouseholdRow } from './former-household.entity';
import { HouseholdRow } from './household.entity';
import { MemberRow } from './member.entity';

/** A household of the register, or one that has ended. */
export type AnyHousehold = HouseholdRow | FormerHouseholdRow;

export interface HouseholdFilter {
  areaCode?: string | null;
  stage?: string | null;
}

/** Households and what belongs to them, for screens. */
@Injectable()
export class HouseholdQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  async find(caller: Caller, id: string): Promise<AnyHousehold | undefined> {
    return (await this.byIds(caller, [id])).get(id);
  }

  page(caller: Caller, filter: HouseholdFilter, first: number, after?: string | null): Promise<Page<HouseholdRow>> {
    return this.database.read(caller, async (tx) => {
      const matching = tx.getRepository(HouseholdRow).createQueryBuilder('household').where('true');
      if (filter.areaCode) matching.andWhere('area_code ^@ :areaCode', { areaCode: filter.areaCode });
      if (filter.stage) matching.andWhere('stage = :stage', { stage: filter.stage });
      return pageFrom(matching, { by: ['area_code', 'number'], first, after }, (row) => [row.areaCode, row.number]);
    });
  }

  async byIds(caller: Caller, ids: readonly string[]): Promise<Map<string, AnyHousehold>> {
    const rows = await this.database.read(caller, (tx) => anyHouseholds(tx, ids.filter(isUuid)));
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Those that were in `areaCode` at `asOf`, wherever they are now. */
  pageAsOf(
    caller: Caller,
    { areaCode, asOf }: { areaCode: string; asOf: Date },
    first: number,
    after?: string | null,
  ): Promise<Page<AnyHousehold>> {
    const [number] = readCursor(after, 1) ?? [''];
    return this.database.read(caller, async (tx) => {
      // The place at that instant is the earliest one that was left later, or the present one.
      const found = await tx.query<{ id: string; number: string; total: number }[]>(
        `WITH present AS (
           SELECT id, number, area_code, registered_at FROM household
           UNION ALL
           SELECT id, number, area_code, registered_at FROM former_household WHERE ended_at > $2
         ), there AS (
           SELECT id, number FROM present
            WHERE registered_at <= $2
              AND coalesce((SELECT place.area_code FROM former_place AS place
                             WHERE place.household_id = present.id AND place.valid_to > $2
                             ORDER BY place.valid_to LIMIT 1), area_code) ^@ $1
         )
         SELECT id, number, (SELECT count(*)::int FROM there) AS total FROM there WHERE number > $3 ORDER BY number LIMIT $4`,
        [areaCode, asOf, number, first + 1],
      );
      const ids = found.map(({ id }) => id);
      const rows = new Map((await anyHouseholds(tx, ids)).map((row) => [row.id, row]));
      const inOrder = ids.flatMap((id) => rows.get(id) ?? []);
      return pageOf(inOrder, first, found[0]?.total ?? 0, (row) => [row.number]);
    });
  }

  async members(caller: Caller, householdIds: readonly string[]): Promise<Map<string, MemberRow[]>> {
    const rows = await this.database.read(caller, (tx) =>
      tx.getRepository(MemberRow).find({ where: { householdId: In([...householdIds]) }, order: { position: 'ASC' } }),
    );
    return byHousehold(rows);
  }

  async history(caller: Caller, householdIds: readonly string[]): Promise<Map<string, StageRecordRow[]>> {
    const rows = await this.database.read(caller, (tx) =>
      tx
        .getRepository(StageRecordRow)
        .find({ where: { householdId: In([...householdIds]) }, order: { sequence: 'ASC' } }),
    );
    return byHousehold(rows);
  }

  /** The newest sheet of each household. */
  async scoreSheets(caller: Caller, householdIds: readonly string[]): Promise<Map<string, ScoreSheetRow>> {
    const rows = await this.database.read(caller, (tx) =>
      tx.getRepository(ScoreSheetRow).find({ where: { householdId: In([...householdIds]) }, order: { round: 'ASC' } }),
    );
    return new Map(rows.map((row) => [row.householdId, row]));
  }
}

function byHousehold<Row extends { householdId: string }>(rows: Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.householdId, [...(found.get(row.householdId) ?? []), row]);
  return found;
}

async function anyHouseholds(tx: EntityManager, ids: readonly string[]): Promise<AnyHousehold[]> {
  const where = { id: In([...ids]) };
  const present = await tx.getRepository(HouseholdRow).findBy(where);
  if (present.length === ids.length) return present;
  return [...present, ...(await tx.getRepository(FormerHouseholdRow).findBy(where))];
}
