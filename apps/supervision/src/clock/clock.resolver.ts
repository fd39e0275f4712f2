import type { Caller } from '@jingzhun/access';
import type { Clock } from '@jingzhun/kernel';
import { CallerOf, loaderFor } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { DutyQueries, type DutyKey, type Owner } from '../duty/duty.queries';
import { TIME } from '../time.module';
import type { ClockRow } from './clock.entity';
import { ClockQueries } from './clock.queries';
import { lateSeconds, sinceWhen, stateAt, type ClockState } from './clock.rules';

@Resolver('Clock')
export class ClockResolver {
  constructor(
    @Inject(ClockQueries) private readonly queries: ClockQueries,
    @Inject(DutyQueries) private readonly duties: DutyQueries,
    @Inject(TIME) private readonly time: Clock,
  ) {}

  @Query('clock')
  async present(@CallerOf() caller: Caller, @Args('subjectId') subjectId: string): Promise<ClockRow | undefined> {
    return (await this.queries.present(caller, [subjectId])).get(subjectId);
  }

  @Query('clocks')
  ofSubject(@CallerOf() caller: Caller, @Args('subjectId') subjectId: string): Promise<ClockRow[]> {
    return this.queries.ofSubject(caller, subjectId);
  }

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @CallerOf() caller: Caller): Promise<ClockRow | undefined> {
    return loaderFor(caller, this.queries, (ids: readonly string[]) => this.queries.byIds(caller, ids)).load(id);
  }

  @ResolveField()
  household(@Parent() { subjectKind, subjectId }: ClockRow): { id: string } | null {
    return subjectKind === 'household' ? { id: subjectId } : null;
  }

  @ResolveField()
  sitting(@Parent() { subjectKind, subjectId }: ClockRow): { id: string } | null {
    return subjectKind === 'group' || subjectKind === 'village' ? { id: subjectId } : null;
  }

  @ResolveField()
  objection(@Parent() { subjectKind, subjectId }: ClockRow): { id: string } | null {
    return subjectKind === 'objection' ? { id: subjectId } : null;
  }

  @ResolveField()
  area(@Parent() { areaCode }: ClockRow): { code: string } {
    return { code: areaCode };
  }

  @ResolveField()
  state(@Parent() clock: ClockRow): ClockState {
    return stateAt(clock, this.time.now());
  }

  @ResolveField()
  since(@Parent() clock: ClockRow): Date | undefined {
    return sinceWhen(clock, this.time.now());
  }

  @ResolveField()
  lateSeconds(@Parent() clock: ClockRow): number {
    return lateSeconds(clock, this.time.now());
  }

  @ResolveField()
  async owner(@Parent() { areaCode, ownerRole }: ClockRow, @CallerOf() caller: Caller): Promise<Owner | undefined> {
    if (!ownerRole) return undefined;
    const owners = loaderFor(caller, this.duties, (keys: readonly DutyKey[]) => this.duties.owners(caller, keys));
    return owners.load(`${areaCode} ${ownerRole}`);
  }
}
