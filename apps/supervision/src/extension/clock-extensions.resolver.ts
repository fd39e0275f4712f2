import type { Caller } from '@jingzhun/access';
import { CallerOf, loaderFor } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ExtensionRow } from './extension.entity';
import { ExtensionQueries } from './extension.queries';

@Resolver('Clock')
export class ClockExtensionsResolver {
  constructor(@Inject(ExtensionQueries) private readonly queries: ExtensionQueries) {}

  @ResolveField()
  async extensions(@Parent() { id }: { id: string }, @CallerOf() caller: Caller): Promise<ExtensionRow[]> {
    const ofClocks = loaderFor(caller, this, (ids: readonly string[]) => this.queries.ofClocks(caller, ids));
    return (await ofClocks.load(id)) ?? [];
  }
}
