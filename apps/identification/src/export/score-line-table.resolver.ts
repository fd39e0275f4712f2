import type { GraphContext } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { ExportRow } from './export.entity';
import { ExportService } from './export.service';
import { ScoreLineTableExport, type AskedScoreLineTable } from './score-line-table.export';

@Resolver()
export class ScoreLineTableResolver {
  constructor(
    @Inject(ExportService) private readonly exports: ExportService,
    @Inject(ScoreLineTableExport) private readonly table: ScoreLineTableExport,
  ) {}

  @Mutation()
  exportScoreLineTable(
    @Context() { passport }: GraphContext,
    @Args('input') input: AskedScoreLineTable,
  ): Promise<ExportRow> {
    return this.exports.start(passport, this.table, input);
  }
}
