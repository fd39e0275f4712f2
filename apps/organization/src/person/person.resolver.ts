import type { Caller } from '@jingzhun/access';
import { CallerOf, type Page } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import type { QueryPeopleArgs } from '../graph.generated';
import type { PersonRow } from './person.entity';
import { PersonQueries } from './person.queries';
import { maskPhone } from './person.rules';
import { PersonService } from './person.service';

@Resolver('Person')
export class PersonResolver {
  constructor(
    @Inject(PersonQueries) private readonly queries: PersonQueries,
    @Inject(PersonService) private readonly people: PersonService,
  ) {}

  @Query()
  person(@CallerOf() caller: Caller, @Args('id') id: string): Promise<PersonRow | undefined> {
    return this.queries.find(caller, id);
  }

  @Query('people')
  page(@CallerOf() caller: Caller, @Args() args: QueryPeopleArgs): Promise<Page<PersonRow>> {
    return this.queries.page(caller, args);
  }

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @CallerOf() caller: Caller): Promise<PersonRow | undefined> {
    return this.queries.find(caller, id);
  }

  @ResolveField()
  phone(@Parent() person: PersonRow): string {
    return maskPhone(person.phone);
  }

  @ResolveField()
  phoneInFull(@CallerOf() caller: Caller, @Parent() person: PersonRow): Promise<string> {
    return this.people.phoneInFull(caller, person.id);
  }
}
