import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import type { Clock } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { AuditRepository } from '../audit/audit.repository';
import { CLOCK } from '../clock.module';
import { PersonRepository } from './person.repository';

@Injectable()
export class PersonService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PersonRepository) private readonly people: PersonRepository,
    @Inject(AuditRepository) private readonly audit: AuditRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The whole phone number of a person of the caller's area; that he looked is written down. */
  phoneInFull(caller: Caller, personId: string): Promise<string> {
    return this.database.transaction(caller, async (tx) => {
      const { phone } = await this.people.get(tx, caller, personId);
      await this.audit.record(tx, {
        at: this.clock.now(),
        action: 'see-phone',
        outcome: 'shown',
        accountId: caller.accountId,
        subjectId: personId,
        requestId: caller.requestId,
      });
      return phone;
    });
  }
}
