import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { isUuid } from '@jingzhun/kernel';
import { pageFrom, type Page } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { PublicityRow } from '../publicity/publicity.entity';
import { SittingRow } from './sitting.entity';

export interface SittingFilter {
  areaCode?: string | null;
  kind?: 'group' | 'village' | null;
  state?: 'open' | 'held' | 'closed' | null;
}

@Injectable()
export class SittingQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  async find(caller: Caller, id: string): Promise<SittingRow | null> {
    if (!isUuid(id)) return null;
    return this.database.read(caller, (tx) => tx.getRepository(SittingRow).findOneBy({ id }));
  }

  page(caller: Caller, filter: SittingFilter, first: number, after?: string | null): Promise<Page<SittingRow>> {
    return this.database.read(caller, async (tx) => {
      const matching = this.matching(tx, filter);
      return pageFrom(matching, { by: ['area_code', 'kind', 'round'], first, after }, (row) => [
        row.areaCode,
        row.kind,
        String(row.round),
      ]);
    });
  }

  async publicities(caller: Caller, sittingIds: readonly string[]): Promise<Map<string, PublicityRow>> {
    const rows = await this.database.read(caller, (tx) =>
      tx.getRepository(PublicityRow).findBy({ sittingId: In([...sittingIds]) }),
    );
    return new Map(rows.map((row) => [row.sittingId, row]));
  }

  async byIds(caller: Caller, ids: readonly string[]): Promise<Map<string, SittingRow>> {
    const rows = await this.database.read(caller, (tx) =>
      tx.getRepository(SittingRow).findBy({ id: In(ids.filter(isUuid)) }),
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  private matching(tx: EntityManager, { areaCode, kind, state }: SittingFilter): SelectQueryBuilder<SittingRow> {
    const query = tx.getRepository(SittingRow).createQueryBuilder('sitting').where('true');
    if (areaCode) query.andWhere('area_code ^@ :areaCode', { areaCode });
    if (kind) query.andWhere('kind = :kind', { kind });
    if (state) query.andWhere('state = :state', { state });
    return query;
  }
}
