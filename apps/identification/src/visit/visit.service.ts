import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import { RunningCampaign } from '../campaign/running-campaign';
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

const stage = 'visit';

@Injectable()
export class VisitService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RunningCampaign) private readonly campaign: RunningCampaign,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(VisitRepository) private readonly visits: VisitRepository,
    @Inject(HouseholdRepository) private readonly households: HouseholdRepository,
  ) {}

  async record(caller: Caller, { key, ...asked }: RecordVisit): Promise<HouseholdRow> {
    const profile = await this.campaign.profile();
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const { cases, at } = await this.cases.lockForStep(tx, stage, [asked]);
        assertVisit(asked, at);
        await this.visits.add(tx, cases[0]!, asked, caller.personId, at);
        const origin = { actor: caller.accountId, correlation: caller.requestId };
        await this.cases.complete(tx, { profile, stage, origin, at }, [asked.householdId]);
        return this.households.get(tx, asked.householdId);
      }),
    );
  }
}
