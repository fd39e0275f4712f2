import type { Caller } from '@jingzhun/access';
import { CallerOf, loaderFor } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ClockRow } from './clock.entity';
import { ClockQueries } from './clock.queries';

/** Puts the due time beside the objection, wherever the graph shows one: a page of objections is one query here. */
@Resolver('Objection')
export class ObjectionResolver {
  constructor(@Inject(ClockQueries) private readonly queries: ClockQueries) {}

  @ResolveField()
  clock(@Parent() { id }: { id: string }, @CallerOf() caller: Caller): Promise<ClockRow | undefined> {
    return loaderFor(caller, this, (ids: readonly string[]) => this.queries.present(caller, ids)).load(id);
  }
}
