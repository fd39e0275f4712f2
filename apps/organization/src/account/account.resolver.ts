import type { Caller } from '@jingzhun/access';
import { CallerOf } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ChangeAccountInput, ChangePasswordInput, CreateAccountInput, PasswordChanged } from '../graph.generated';
import type { PersonRow } from '../person/person.entity';
import { PersonQueries } from '../person/person.queries';
import { AccountService } from './account.service';
import type { AccountView } from './account.view';
import { PasswordService } from './password.service';

@Resolver('Account')
export class AccountResolver {
  constructor(
    @Inject(AccountService) private readonly accounts: AccountService,
    @Inject(PasswordService) private readonly passwords: PasswordService,
    @Inject(PersonQueries) private readonly people: PersonQueries,
  ) {}

  @Mutation()
  createAccount(@CallerOf() caller: Caller, @Args('input') input: CreateAccountInput): Promise<AccountView> {
    return this.accounts.create(caller, input);
  }

  @Mutation()
  disableAccount(@CallerOf() caller: Caller, @Args('input') input: ChangeAccountInput): Promise<AccountView> {
    return this.accounts.disable(caller, input);
  }

  @Mutation()
  unlockAccount(@CallerOf() caller: Caller, @Args('input') input: ChangeAccountInput): Promise<AccountView> {
    return this.accounts.unlock(caller, input);
  }

  @Mutation()
  changePassword(@CallerOf() caller: Caller, @Args('input') input: ChangePasswordInput): Promise<PasswordChanged> {
    return this.passwords.change(caller, input);
  }

  @ResolveField()
  async person(@CallerOf() caller: Caller, @Parent() { personId }: AccountView): Promise<PersonRow | undefined> {
    return personId ? this.people.find(caller, personId) : undefined;
  }
}
