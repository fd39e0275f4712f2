import type { Caller } from '@jingzhun/access';
import { CallerOf, loaderFor, type Page } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import type { ClockRow } from '../clock/clock.entity';
import { ClockQueries } from '../clock/clock.queries';
import type {
  DecideExtensionInput,
  ExtensionState,
  QueryWaitingExtensionsArgs,
  RequestExtensionInput,
} from '../graph.generated';
import type { ExtensionRow } from './extension.entity';
import { ExtensionQueries } from './extension.queries';
import { ExtensionService } from './extension.service';

@Resolver('Extension')
export class ExtensionResolver {
  constructor(
    @Inject(ExtensionService) private readonly service: ExtensionService,
    @Inject(ExtensionQueries) private readonly queries: ExtensionQueries,
    @Inject(ClockQueries) private readonly clocks: ClockQueries,
  ) {}

  @Query()
  waitingExtensions(
    @CallerOf() caller: Caller,
    @Args() { areaCode, first, after }: QueryWaitingExtensionsArgs,
  ): Promise<Page<ExtensionRow>> {
    return this.queries.waiting(caller, areaCode, first, after);
  }

  @Mutation()
  requestExtension(@CallerOf() caller: Caller, @Args('input') input: RequestExtensionInput): Promise<ExtensionRow> {
    return this.service.request(caller, input);
  }

  @Mutation()
  decideExtension(@CallerOf() caller: Caller, @Args('input') input: DecideExtensionInput): Promise<ExtensionRow> {
    return this.service.decide(caller, input);
  }

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @CallerOf() caller: Caller): Promise<ExtensionRow | undefined> {
    return loaderFor(caller, this, (ids: readonly string[]) => this.queries.byIds(caller, ids)).load(id);
  }

  @ResolveField()
  clock(@Parent() { clockId }: ExtensionRow, @CallerOf() caller: Caller): Promise<ClockRow | undefined> {
    return loaderFor(caller, this.clocks, (ids: readonly string[]) => this.clocks.byIds(caller, ids)).load(clockId);
  }

  @ResolveField()
  state(@Parent() { decision }: ExtensionRow): ExtensionState {
    return decision ?? 'waiting';
  }

  @ResolveField()
  askedBy(@Parent() { askedByPerson }: ExtensionRow): { id: string } | null {
    return askedByPerson ? { id: askedByPerson } : null;
  }

  @ResolveField()
  decidedBy(@Parent() { decidedByPerson }: ExtensionRow): { id: string } | null {
    return decidedByPerson ? { id: decidedByPerson } : null;
  }
}
