import type { Caller } from '@jingzhun/access';
import { CallerOf, type Page } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { EntryExportService, type ExportEntryWorkbook } from './entry-export.service';
import type { EntryImportRow } from './entry-import.entity';
import { EntryImportService, type ImportEntryWorkbook } from './entry-import.service';
import type { EntryWorkbookRow } from './entry-workbook.entity';
import type { ExportRecordRow } from './export-record.entity';
import { ExportRecordQueries } from './export-record.queries';

@Resolver('EntryWorkbook')
export class EntryWorkbookResolver {
  constructor(
    @Inject(EntryExportService) private readonly exports: EntryExportService,
    @Inject(EntryImportService) private readonly imports: EntryImportService,
    @Inject(ExportRecordQueries) private readonly records: ExportRecordQueries,
  ) {}

  @Query()
  entryWorkbook(@CallerOf() caller: Caller, @Args('id') id: string): Promise<EntryWorkbookRow | null> {
    return this.exports.find(caller, id);
  }

  @Query()
  entryWorkbookImport(@CallerOf() caller: Caller, @Args('id') id: string): Promise<EntryImportRow | null> {
    return this.imports.find(caller, id);
  }

  @Query()
  exportRecords(
    @CallerOf() caller: Caller,
    @Args('first') first: number,
    @Args('after') after?: string,
  ): Promise<Page<ExportRecordRow>> {
    return this.records.page(caller, first, after);
  }

  @Mutation()
  exportEntryWorkbook(
    @CallerOf() caller: Caller,
    @Args('input') input: ExportEntryWorkbook,
  ): Promise<EntryWorkbookRow> {
    return this.exports.start(caller, input);
  }

  @Mutation()
  importEntryWorkbook(@CallerOf() caller: Caller, @Args('input') input: ImportEntryWorkbook): Promise<EntryImportRow> {
    return this.imports.start(caller, input);
  }

  @ResolveField()
  path(@Parent() { id, state }: EntryWorkbookRow): string | null {
    return state === 'ready' ? `/exports/identification/${id}` : null;
  }
}
