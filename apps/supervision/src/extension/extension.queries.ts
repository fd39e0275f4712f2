import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import type { Clock } from '@jingzhun/kernel';
import { pageFrom, type Page } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import { areasWithin } from '../clock/areas-within';
import { ClockRow } from '../clock/clock.entity';
import { TIME } from '../time.module';
import { ExtensionRow } from './extension.entity';

/** Requests for screens, within the caller's areas. */
@Injectable()
export class ExtensionQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TIME) private readonly time: Clock,
  ) {}

  /** Requests nobody has decided, on deadlines that still run. */
  waiting(
    caller: Caller,
    areaCode: string | undefined | null,
    first: number,
    after?: string | null,
  ): Promise<Page<ExtensionRow>> {
    return this.database.read(caller, async (tx) => {
      const query = tx
        .getRepository(ExtensionRow)
        .createQueryBuilder('extension')
        .innerJoin(ClockRow, 'clock', 'clock.id = extension.clock_id')
        .where('extension.decision IS NULL')
        .andWhere('extension.area_code ^@ ANY (:areas)', { areas: areasWithin(caller.areas, areaCode) })
        .andWhere('clock.completed_at IS NULL AND clock.posted_at IS NULL AND clock.due_at > :now', {
          now: this.time.now(),
        });
      return pageFrom(query, { by: ['extension.due_at', 'extension.id'], first, after }, ({ dueAt, id }) => [
        dueAt.toISOString(),
        id,
      ]);
    });
  }

  /** The requests on each clock, in the order they were made. */
  async ofClocks(caller: Caller, clockIds: readonly string[]): Promise<Map<string, ExtensionRow[]>> {
    const rows = await this.database.read(caller, (tx) =>
      tx
        .getRepository(ExtensionRow)
        .createQueryBuilder('extension')
        .where('area_code ^@ ANY (:areas)', { areas: caller.areas })
        .andWhere('clock_id = ANY (:clockIds)', { clockIds })
        .orderBy({ asked_at: 'ASC', id: 'ASC' })
        .getMany(),
    );
    return new Map(clockIds.map((id) => [id, rows.filter(({ clockId }) => clockId === id)]));
  }

  async byIds(caller: Caller, ids: readonly string[]): Promise<Map<string, ExtensionRow>> {
    const rows = await this.database.read(caller, (tx) =>
      tx
        .getRepository(ExtensionRow)
        .createQueryBuilder('extension')
        .where('area_code ^@ ANY (:areas)', { areas: caller.areas })
        .andWhere('id = ANY (:ids)', { ids })
        .getMany(),
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
