import type { Caller } from '@jingzhun/access';
import { CallerOf, type GraphContext } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { AskedOfArea } from '../export/export-kind';
import type { ExportRow } from '../export/export.entity';
import { ExportService } from '../export/export.service';
import type { EntryImportRow } from './entry-import.entity';
import { EntryImportService, type ImportEntryWorkbook } from './entry-import.service';
import { EntryWorkbookExport } from './entry-workbook.export';

@Resolver()
export class EntryWorkbookResolver {
  constructor(
    @Inject(ExportService) private readonly exports: ExportService,
    @Inject(EntryWorkbookExport) private readonly workbook: EntryWorkbookExport,
    @Inject(EntryImportService) private readonly imports: EntryImportService,
  ) {}

  @Query()
  entryWorkbookImport(@CallerOf() caller: Caller, @Args('id') id: string): Promise<EntryImportRow | null> {
    return this.imports.find(caller, id);
  }

  @Mutation()
  exportEntryWorkbook(@Context() { passport }: GraphContext, @Args('input') input: AskedOfArea): Promise<ExportRow> {
    return this.exports.start(passport, this.workbook, input);
  }

  @Mutation()
  importEntryWorkbook(@CallerOf() caller: Caller, @Args('input') input: ImportEntryWorkbook): Promise<EntryImportRow> {
    return this.imports.start(caller, input);
  }
}
