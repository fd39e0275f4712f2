import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import { CaseService } from '../case/case.service';
import { AuditRepository } from './audit.repository';
import { assertAudits, assertOffice, type AuditAsked } from './audit.rules';

export interface RecordAudits {
  key: string;
  audits: AuditAsked[];
}

export interface AuditsRecorded {
  confirmed: number;
  returned: number;
}

/** An office looks at households: township and county audits, and whatever else a profile makes an audit. */
@Injectable()
export class AuditService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(AuditRepository) private readonly audits: AuditRepository,
  ) {}

  record(caller: Caller, { key, audits }: RecordAudits): Promise<AuditsRecorded> {
    assertAudits(audits);
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: audits }, async () => {
        const { cases, at } = await this.cases.lockForStep(tx, 'audit', audits);
        assertOffice(
          cases.map(({ atStage }) => atStage),
          caller.roles,
        );
        await this.audits.add(tx, cases, audits, { personId: caller.personId, at });
        const back = new Set(
          audits.filter(({ verdict }) => verdict === 'returned').map(({ householdId }) => householdId),
        );
        const decision = { origin: { actor: caller.accountId, correlation: caller.requestId }, at };
        const returned = cases.filter(({ id }) => back.has(id));
        const confirmed = cases.filter(({ id }) => !back.has(id));
        await this.cases.giveAllBack(tx, returned, decision);
        await this.cases.completeAll(tx, confirmed, decision);
        return { confirmed: confirmed.length, returned: returned.length };
      }),
    );
  }
}
