import type { Caller } from '@jingzhun/access';
import { CallerOf, type GraphContext } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AssessmentsExport } from './assessments.export';
import type { AskedOfArea } from './export-kind';
import type { ExportRow } from './export.entity';
import { ExportService } from './export.service';
import { PoorHouseholdsExport } from './poor-households.export';
import { RegisterExport, RegisterInFullExport } from './register.export';

@Resolver('Export')
export class ExportResolver {
  constructor(
    @Inject(ExportService) private readonly exports: ExportService,
    @Inject(RegisterExport) private readonly register: RegisterExport,
    @Inject(RegisterInFullExport) private readonly registerInFull: RegisterInFullExport,
    @Inject(AssessmentsExport) private readonly assessments: AssessmentsExport,
    @Inject(PoorHouseholdsExport) private readonly poorHouseholds: PoorHouseholdsExport,
  ) {}

  @Query('export')
  find(@CallerOf() caller: Caller, @Args('id') id: string): Promise<ExportRow | null> {
    return this.exports.find(caller, id);
  }

  @Mutation()
  exportRegister(@Context() { passport }: GraphContext, @Args('input') input: AskedOfArea): Promise<ExportRow> {
    return this.exports.start(passport, this.register, input);
  }

  @Mutation()
  exportRegisterInFull(@Context() { passport }: GraphContext, @Args('input') input: AskedOfArea): Promise<ExportRow> {
    return this.exports.start(passport, this.registerInFull, input);
  }

  @Mutation()
  exportAssessments(@Context() { passport }: GraphContext, @Args('input') input: AskedOfArea): Promise<ExportRow> {
    return this.exports.start(passport, this.assessments, input);
  }

  @Mutation()
  exportPoorHouseholds(@Context() { passport }: GraphContext, @Args('input') input: AskedOfArea): Promise<ExportRow> {
    return this.exports.start(passport, this.poorHouseholds, input);
  }

  @ResolveField()
  path(@Parent() { id, state }: ExportRow): string | null {
    return state === 'ready' ? `/exports/identification/${id}` : null;
  }
}
