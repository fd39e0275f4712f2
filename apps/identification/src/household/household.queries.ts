import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { isUuid } from '@jingzhun/kernel';
import { pageOf, readCursor, type Page } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { StageRecordRow } from '../case/stage-record.entity';
import { ScoreSheetRow } from '../score-sheet/score-sheet.entity';
import { HouseholdRow } from './household.entity';
import { MemberRow } from './member.entity';

export interface HouseholdFilter {
  areaCode?: string | null;
  stage?: string | null;
}

/** Households and what belongs to them, for screens. */
@Injectable()
export class HouseholdQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  async find(caller: Caller, id: string): Promise<HouseholdRow | null> {
    if (!isUuid(id)) return null;
    return this.database.read(caller, (tx) => tx.getRepository(HouseholdRow).findOneBy({ id }));
  }

  page(caller: Caller, filter: HouseholdFilter, first: number, after?: string | null): Promise<Page<HouseholdRow>> {
    return this.database.read(caller, async (tx) => {
      const matching = tx.getRepository(HouseholdRow).createQueryBuilder('household').where('true');
      if (filter.areaCode) matching.andWhere('area_code ^@ :areaCode', { areaCode: filter.areaCode });
      if (filter.stage) matching.andWhere('stage = :stage', { stage: filter.stage });
      const totalCount = await matching.getCount();
      const cursor = readCursor(after, 2);
      if (cursor) matching.andWhere('(area_code, number) > (:area, :number)', { area: cursor[0], number: cursor[1] });
      const rows = await matching
        .orderBy({ area_code: 'ASC', number: 'ASC' })
        .limit(first + 1)
        .getMany();
      return pageOf(rows, first, totalCount, (row) => [row.areaCode, row.number]);
    });
  }

  async byIds(caller: Caller, ids: readonly string[]): Promise<Map<string, HouseholdRow>> {
    const rows = await this.database.read(caller, (tx) =>
      tx.getRepository(HouseholdRow).findBy({ id: In(ids.filter(isUuid)) }),
    );
    return new Map(rows.map((row) => [row.id, row]));
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
