import type { Caller } from '@jingzhun/access';
import { CallerOf } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveReference, Resolver } from '@nestjs/graphql';
import type { StoredFileRow } from './stored-file.entity';
import { StoredFileService } from './stored-file.service';

@Resolver('StoredFile')
export class StoredFileResolver {
  constructor(@Inject(StoredFileService) private readonly files: StoredFileService) {}

  @Query()
  storedFile(@CallerOf() caller: Caller, @Args('id') id: string): Promise<StoredFileRow | null> {
    return this.files.find(caller, id);
  }

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @CallerOf() caller: Caller): Promise<StoredFileRow | null> {
    return this.files.find(caller, id);
  }
}
