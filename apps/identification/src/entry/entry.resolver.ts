import type { Caller } from '@jingzhun/access';
import { CallerOf } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { EntryService, type EntriesRecorded, type RecordEntries } from './entry.service';

@Resolver()
export class EntryResolver {
  constructor(@Inject(EntryService) private readonly entries: EntryService) {}

  @Mutation()
  recordEntries(@CallerOf() caller: Caller, @Args('input') input: RecordEntries): Promise<EntriesRecorded> {
    return this.entries.record(caller, input);
  }
}
