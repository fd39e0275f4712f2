import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import { CaseService } from '../case/case.service';
import type { HouseholdRow } from '../household/household.entity';
import { HouseholdRepository } from '../household/household.repository';
import { VisitRepository } from './visit.repository';
import { assertVisit, type VisitAsked } from './visit.rules';

export interface RecordVisit extends VisitAsked {
  key: string;
  householdId: string;
  version: number;
}

@Injectable()
export class VisitService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(VisitRepository) private readonly visits: VisitRepository,
    @Inject(HouseholdRepository) private readonly households: HouseholdRepository,
  ) {}

  async record(caller: Caller, { key, ...asked }: RecordVisit): Promise<HouseholdRow> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const { cases, at } = await this.cases.lockForStep(tx, 'visit', [asked]);
        assertVisit(asked, at);
        await this.visits.add(tx, cases[0]!, asked, caller.personId, at);
        const origin = { actor: caller.accountId, correlation: caller.requestId };
        await this.cases.completeAll(tx, cases, { origin, at });
        return this.households.get(tx, asked.householdId);
      }),
    );
  }
}
