import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { PersonModule } from '../person/person.module';
import { AccountRepository } from './account.repository';
import { AccountResolver } from './account.resolver';
import { AccountService } from './account.service';
import { AttemptService } from './attempt.service';
import { PasswordService } from './password.service';
import { PersonAccountsResolver } from './person-accounts.resolver';

@Module({
  imports: [AuditModule, PersonModule],
  providers: [
    AccountRepository,
    AccountResolver,
    AccountService,
    AttemptService,
    PasswordService,
    PersonAccountsResolver,
  ],
  exports: [AccountRepository, AttemptService],
})
export class AccountModule {}
