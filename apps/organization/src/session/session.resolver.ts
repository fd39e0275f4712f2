import type { Caller } from '@jingzhun/access';
import { CallerOf } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type {
  ActivateAccountInput,
  RefreshSessionInput,
  Session,
  SignedOut,
  SignInInput,
  SignOutInput,
} from '../graph.generated';
import { SessionService } from './session.service';
import { SignInService } from './sign-in.service';

@Resolver('Session')
export class SessionResolver {
  constructor(
    @Inject(SignInService) private readonly signIns: SignInService,
    @Inject(SessionService) private readonly sessions: SessionService,
  ) {}

  @Mutation()
  signIn(@CallerOf() caller: Caller, @Args('input') input: SignInInput): Promise<Session> {
    return this.signIns.signIn(caller, input);
  }

  @Mutation()
  activateAccount(@CallerOf() caller: Caller, @Args('input') input: ActivateAccountInput): Promise<Session> {
    return this.signIns.activate(caller, input);
  }

  @Mutation()
  refreshSession(@CallerOf() caller: Caller, @Args('input') input: RefreshSessionInput): Promise<Session> {
    return this.sessions.refresh(caller, input);
  }

  @Mutation()
  signOut(@CallerOf() caller: Caller, @Args('input') input: SignOutInput): Promise<SignedOut> {
    return this.sessions.signOut(caller, input);
  }
}
