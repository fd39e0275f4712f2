import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { PersonQueries } from './person.queries';
import { PersonRepository } from './person.repository';
import { PersonResolver } from './person.resolver';
import { PersonService } from './person.service';

@Module({
  imports: [AuditModule],
  providers: [PersonQueries, PersonRepository, PersonResolver, PersonService],
  exports: [PersonQueries, PersonRepository],
})
export class PersonModule {}
