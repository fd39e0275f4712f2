import type { Caller } from '@jingzhun/access';
import { CallerOf, loaderFor } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { SittingRow } from '../sitting/sitting.entity';
import type { StoredFileRow } from '../stored-file/stored-file.entity';
import { StoredFileService } from '../stored-file/stored-file.service';
import { NoticeQueries, type Notice } from './notice.queries';
import type { PublicityRow } from './publicity.entity';
import { PublicityService, type PostNotice } from './publicity.service';

@Resolver('Publicity')
export class PublicityResolver {
  constructor(
    @Inject(PublicityService) private readonly publicities: PublicityService,
    @Inject(NoticeQueries) private readonly notices: NoticeQueries,
    @Inject(StoredFileService) private readonly files: StoredFileService,
  ) {}

  @Query()
  notice(@CallerOf() caller: Caller, @Args('sittingId') sittingId: string): Promise<Notice | undefined> {
    return this.notices.find(caller, sittingId);
  }

  @Mutation()
  postNotice(@CallerOf() caller: Caller, @Args('input') input: PostNotice): Promise<SittingRow> {
    return this.publicities.post(caller, input);
  }

  @ResolveField()
  async photos(@Parent() { sittingId }: PublicityRow, @CallerOf() caller: Caller): Promise<StoredFileRow[]> {
    const attached = loaderFor(caller, this.files, (ids: readonly string[]) =>
      this.files.attachedTo(caller, 'publicity', ids),
    );
    return (await attached.load(sittingId)) ?? [];
  }
}
