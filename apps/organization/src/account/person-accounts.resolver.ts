import type { Caller } from '@jingzhun/access';
import { CallerOf } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { PersonRow } from '../person/person.entity';
import { AccountService } from './account.service';
import type { AccountView } from './account.view';

/** What this subject adds to a person. */
@Resolver('Person')
export class PersonAccountsResolver {
  constructor(@Inject(AccountService) private readonly accounts: AccountService) {}

  @ResolveField('accounts')
  ofPerson(@CallerOf() caller: Caller, @Parent() person: PersonRow): Promise<AccountView[]> {
    return this.accounts.ofPerson(caller, person.id);
  }
}
