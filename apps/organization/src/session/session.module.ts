import { Module, type DynamicModule } from '@nestjs/common';
import { AccountModule } from '../account/account.module';
import { AssignmentModule } from '../assignment/assignment.module';
import { AuditModule } from '../audit/audit.module';
import { PersonModule } from '../person/person.module';
import { TeamModule } from '../team/team.module';
import { MeResolver } from './me.resolver';
import { SessionRepository } from './session.repository';
import { SessionResolver } from './session.resolver';
import { SessionService } from './session.service';
import { ACCESS_TOKEN_KEY, SessionTokensService } from './session-tokens.service';
import { SignInService } from './sign-in.service';

@Module({
  imports: [AccountModule, AssignmentModule, AuditModule, PersonModule, TeamModule],
  providers: [MeResolver, SessionRepository, SessionResolver, SessionService, SessionTokensService, SignInService],
})
export class SessionModule {
  /** `accessTokenKey` is ACCESS_TOKEN_PRIVATE_KEY. */
  static forRoot(accessTokenKey: string): DynamicModule {
    return { module: SessionModule, providers: [{ provide: ACCESS_TOKEN_KEY, useValue: accessTokenKey }] };
  }
}
