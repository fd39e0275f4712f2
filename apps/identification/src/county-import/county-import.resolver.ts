import type { Caller } from '@jingzhun/access';
import { CallerOf } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { CountyImportRow } from './county-import.entity';
import { CountyImportService, type ImportCounty } from './county-import.service';

@Resolver('CountyImport')
export class CountyImportResolver {
  constructor(@Inject(CountyImportService) private readonly imports: CountyImportService) {}

  @Query()
  countyImport(@CallerOf() caller: Caller, @Args('id') id: string): Promise<CountyImportRow | null> {
    return this.imports.find(caller, id);
  }

  @Mutation()
  importCounty(@CallerOf() caller: Caller, @Args('input') input: ImportCounty): Promise<CountyImportRow> {
    return this.imports.start(caller, input);
  }
}
