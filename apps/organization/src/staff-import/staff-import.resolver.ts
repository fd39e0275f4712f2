import type { Caller } from '@jingzhun/access';
import { CallerOf } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { ImportStaffInput } from '../graph.generated';
import type { StaffImportRow } from './staff-import.entity';
import { StaffImportService } from './staff-import.service';

@Resolver('StaffImport')
export class StaffImportResolver {
  constructor(@Inject(StaffImportService) private readonly imports: StaffImportService) {}

  @Query()
  staffImport(@CallerOf() caller: Caller, @Args('id') id: string): Promise<StaffImportRow | null> {
    return this.imports.find(caller, id);
  }

  @Mutation()
  importStaff(@CallerOf() caller: Caller, @Args('input') input: ImportStaffInput): Promise<StaffImportRow> {
    return this.imports.start(caller, input);
  }
}
