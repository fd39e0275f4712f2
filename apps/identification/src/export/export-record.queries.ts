import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { pageOf, readCursor, type Page } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { ExportRecordRow } from './export-record.entity';

@Injectable()
export class ExportRecordQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Row-level security leaves those of the caller's areas. */
  page(caller: Caller, first: number, after?: string | null): Promise<Page<ExportRecordRow>> {
    return this.database.read(caller, async (tx) => {
      const records = tx.getRepository(ExportRecordRow);
      const [before] = readCursor(after, 1) ?? [];
      const rows = await records.find({
        where: before === undefined ? {} : { id: LessThan(before) },
        order: { id: 'DESC' },
        take: first + 1,
      });
      return pageOf(rows, first, await records.count(), ({ id }) => [id]);
    });
  }
}
