import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { ClockRow } from './clock.entity';

/** Clocks for screens, within the caller's areas. Of a subject's clocks the present one is the open, else the last. */
@Injectable()
export class ClockQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The present clock of each subject. */
  async present(caller: Caller, subjectIds: readonly string[]): Promise<Map<string, ClockRow>> {
    const rows = await this.database.read(caller, (tx) =>
      this.within(tx, caller)
        .andWhere('subject_id = ANY (:subjectIds)', { subjectIds })
        .distinctOn(['clock.subject_id'])
        .orderBy({
          subject_id: 'ASC',
          '(completed_at IS NULL)': 'DESC',
          opened_at: { order: 'DESC', nulls: 'NULLS LAST' },
          round: 'DESC',
        })
        .getMany(),
    );
    return new Map(rows.map((row) => [row.subjectId, row]));
  }

  /** All clocks a subject has had, in the order they were opened. */
  ofSubject(caller: Caller, subjectId: string): Promise<ClockRow[]> {
    return this.database.read(caller, (tx) =>
      this.within(tx, caller)
        .andWhere('subject_id = :subjectId', { subjectId })
        .orderBy({ opened_at: 'ASC', round: 'ASC', stage: 'ASC' })
        .getMany(),
    );
  }

  async byIds(caller: Caller, ids: readonly string[]): Promise<Map<string, ClockRow>> {
    const rows = await this.database.read(caller, (tx) =>
      this.within(tx, caller).andWhere('id = ANY (:ids)', { ids }).getMany(),
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  private within(tx: EntityManager, { areas }: Caller): SelectQueryBuilder<ClockRow> {
    return tx.getRepository(ClockRow).createQueryBuilder('clock').where('area_code ^@ ANY (:areas)', { areas });
  }
}
