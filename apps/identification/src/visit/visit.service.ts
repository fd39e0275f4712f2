import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import { CaseLock } from '../case/case-lock';
import { stageToComplete } from '../case/case.rules';
import { CaseService } from '../case/case.service';
import type { HouseholdRow } from '../household/household.entity';
import { HouseholdRepository } from '../household/household.repository';
import { VisitKeeping, type BroughtVisit } from './visit-keeping';
import { assertVisit, isLate } from './visit.rules';

export interface RecordVisit extends BroughtVisit {
  key: string;
}

/** The household after the visit, or the visit that was kept aside. */
export type VisitRecorded =
  (HouseholdRow & { __typename: 'Household' }) | { __typename: 'LateVisitKept'; visitId: string; householdId: string };

/** What field teams do in the houses. */
@Injectable()
export class VisitService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(CaseLock) private readonly lock: CaseLock,
    @Inject(VisitKeeping) private readonly keeping: VisitKeeping,
    @Inject(HouseholdRepository) private readonly households: HouseholdRepository,
  ) {}

  /** A visit that comes when the household has moved on is kept, and counts for nothing until a person says so. */
  async record(caller: Caller, { key, sentAt, ...asked }: RecordVisit): Promise<VisitRecorded> {
    return this.database.transaction(caller, (tx) =>
      // When it is sent again the device's clock has gone on: the moment of sending is no part of what is asked.
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const locked = await this.lock.one(tx, asked.householdId);
        const { household, profile, at } = locked;
        assertVisit({ ...asked, sentAt }, profile, caller.personId, at);
        const late = isLate(household, profile, asked.version);
        const visit = await this.keeping.keep(tx, caller, { ...asked, sentAt }, { locked, late });
        if (late) return { __typename: 'LateVisitKept', visitId: visit.id, householdId: household.id };
        const standing = {
          ...household,
          profile,
          atStage: stageToComplete(household, profile, 'visit', asked.version),
        };
        const origin = { actor: caller.accountId, correlation: caller.requestId };
        await this.cases.completeAll(tx, [standing], { origin, at });
        return { ...(await this.households.get(tx, household.id)), __typename: 'Household' };
      }),
    );
  }
}
