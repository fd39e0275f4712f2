import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { isUuid } from '@jingzhun/kernel';
import { pageOf, readCursor, type Page } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import { IdentityReadingRow } from './identity-reading.entity';

export interface IdentityReadingFilter {
  areaCode?: string | null;
  memberId?: string | null;
}

/** The trail of readings, for whoever watches over it. */
@Injectable()
export class IdentityNumberQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  readings(
    caller: Caller,
    { areaCode, memberId }: IdentityReadingFilter,
    first: number,
    after?: string | null,
  ): Promise<Page<IdentityReadingRow>> {
    return this.database.read(caller, async (tx) => {
      const matching = tx.getRepository(IdentityReadingRow).createQueryBuilder('reading').where('true');
      if (areaCode) matching.andWhere('area_code ^@ :areaCode', { areaCode });
      if (memberId) matching.andWhere('member_id = :memberId', { memberId: isUuid(memberId) ? memberId : null });
      const totalCount = await matching.getCount();
      const cursor = readCursor(after, 1);
      if (cursor) matching.andWhere('id < :id::bigint', { id: cursor[0] });
      const rows = await matching
        .orderBy('id', 'DESC')
        .limit(first + 1)
        .getMany();
      return pageOf(rows, first, totalCount, ({ id }) => [id]);
    });
  }
}
