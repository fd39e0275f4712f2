import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { pageFrom, type Page } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { HamletRow } from './hamlet.entity';

export interface HamletFilter {
  areaCode?: string | null;
  name?: string | null;
}

@Injectable()
export class HamletQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  page(caller: Caller, filter: HamletFilter, first: number, after?: string | null): Promise<Page<HamletRow>> {
    return this.database.read(caller, async (tx) => {
      const matching = tx.getRepository(HamletRow).createQueryBuilder('hamlet').where('true');
      if (filter.areaCode) matching.andWhere('area_code ^@ :areaCode', { areaCode: filter.areaCode });
      if (filter.name) matching.andWhere('strpos(name, :name) > 0', { name: filter.name });
      return pageFrom(matching, { by: ['code'], first, after }, ({ code }) => [code]);
    });
  }

  async byCodes(caller: Caller, codes: readonly string[]): Promise<Map<string, HamletRow>> {
    const rows = await this.database.read(caller, (tx) => tx.getRepository(HamletRow).findBy({ code: In([...codes]) }));
    return new Map(rows.map((row) => [row.code, row]));
  }

  async households(caller: Caller, codes: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.read(caller, (tx) =>
      tx.query<{ code: string; households: number }[]>(
        `SELECT hamlet_code AS code, count(*)::int AS households FROM household WHERE hamlet_code = ANY ($1) GROUP BY 1`,
        [codes],
      ),
    );
    return new Map(rows.map(({ code, households }) => [code, households]));
  }
}
