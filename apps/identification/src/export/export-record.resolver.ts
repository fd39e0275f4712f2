import type { Caller } from '@jingzhun/access';
import { CallerOf, type Page } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { ExportRecordRow } from './export-record.entity';
import { ExportRecordQueries } from './export-record.queries';

@Resolver()
export class ExportRecordResolver {
  constructor(@Inject(ExportRecordQueries) private readonly records: ExportRecordQueries) {}

  @Query()
  exportRecords(
    @CallerOf() caller: Caller,
    @Args('first') first: number,
    @Args('after') after?: string,
  ): Promise<Page<ExportRecordRow>> {
    return this.records.page(caller, first, after);
  }
}
