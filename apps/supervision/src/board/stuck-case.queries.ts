import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { pageFrom, type Page } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import { areasWithin } from '../clock/areas-within';
import { ClockRow } from '../clock/clock.entity';
import type { StuckFilter } from '../graph.generated';

/** Cases at risk or past their deadline, read along the index of due times. */
@Injectable()
export class StuckCaseQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  page(
    caller: Caller,
    { areaCode, stage, state }: StuckFilter,
    at: Date,
    first: number,
    after?: string | null,
  ): Promise<Page<ClockRow>> {
    return this.database.read(caller, async (tx) => {
      const query = tx
        .getRepository(ClockRow)
        .createQueryBuilder('clock')
        .where('completed_at IS NULL AND posted_at IS NULL')
        .andWhere('area_code ^@ ANY (:areas)', { areas: areasWithin(caller.areas, areaCode) })
        .andWhere(state === 'breached' ? 'due_at <= :at' : '(due_at <= :at OR remind_at <= :at)', { at });
      if (state === 'atRisk') query.andWhere('due_at > :at');
      if (stage) query.andWhere('stage = :stage', { stage });
      return pageFrom(query, { by: ['due_at', 'id'], first, after }, ({ dueAt, id }) => [dueAt!.toISOString(), id]);
    });
  }
}
