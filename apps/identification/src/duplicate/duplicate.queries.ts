import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { isUuid } from '@jingzhun/kernel';
import { pageFrom, type Page } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { MemberRow } from '../household/member.entity';
import { DuplicateLeadRow, type DuplicateState } from './duplicate.entity';

export interface DuplicateLeadFilter {
  areaCode?: string | null;
  state?: DuplicateState | null;
}

@Injectable()
export class DuplicateQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  page(
    caller: Caller,
    { areaCode, state }: DuplicateLeadFilter,
    first: number,
    after?: string | null,
  ): Promise<Page<DuplicateLeadRow>> {
    return this.database.read(caller, async (tx) => {
      const matching = tx.getRepository(DuplicateLeadRow).createQueryBuilder('lead').where('true');
      if (areaCode) matching.andWhere('area_code ^@ :areaCode', { areaCode });
      if (state) matching.andWhere('state = :state', { state });
      return pageFrom(matching, { by: ['area_code', 'id'], first, after }, (row) => [row.areaCode, row.id]);
    });
  }

  async byIds(caller: Caller, ids: readonly string[]): Promise<Map<string, DuplicateLeadRow>> {
    const rows = await this.database.read(caller, (tx) =>
      tx.getRepository(DuplicateLeadRow).findBy({ id: In(ids.filter(isUuid)) }),
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  async members(caller: Caller, ids: readonly string[]): Promise<Map<string, MemberRow>> {
    const rows = await this.database.read(caller, (tx) => tx.getRepository(MemberRow).findBy({ id: In([...ids]) }));
    return new Map(rows.map((row) => [row.id, row]));
  }
}
