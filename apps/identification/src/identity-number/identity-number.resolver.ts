import type { Caller } from '@jingzhun/access';
import { CallerOf, type Page } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { MemberRow } from '../household/member.entity';
import { IdentityNumberQueries, type IdentityReadingFilter } from './identity-number.queries';
import { IdentityNumberService, type RevealedIdNumber, type RevealIdNumber } from './identity-number.service';
import type { IdentityReadingRow } from './identity-reading.entity';

@Resolver()
export class IdentityNumberResolver {
  constructor(
    @Inject(IdentityNumberService) private readonly numbers: IdentityNumberService,
    @Inject(IdentityNumberQueries) private readonly queries: IdentityNumberQueries,
  ) {}

  @Query()
  findMemberByIdNumber(@CallerOf() caller: Caller, @Args('idNumber') idNumber: string): Promise<MemberRow[]> {
    return this.numbers.find(caller, idNumber);
  }

  @Query()
  identityReadings(
    @CallerOf() caller: Caller,
    @Args('first') first: number,
    @Args('filter') filter?: IdentityReadingFilter,
    @Args('after') after?: string,
  ): Promise<Page<IdentityReadingRow>> {
    return this.queries.readings(caller, filter ?? {}, first, after);
  }

  @Mutation()
  revealIdNumber(@CallerOf() caller: Caller, @Args('input') input: RevealIdNumber): Promise<RevealedIdNumber> {
    return this.numbers.reveal(caller, input);
  }
}
