import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import { CaseLock } from '../case/case-lock';
import type { HouseholdRow } from '../household/household.entity';
import { HouseholdRepository } from '../household/household.repository';
import { outingOf } from './outing';
import { VisitRepository } from './visit.repository';
import { assertAttempt, type AttemptAsked } from './visit.rules';

export interface RecordVisitAttempt extends AttemptAsked {
  key: string;
  householdId: string;
}

/** What teams do at doors that stay closed. */
@Injectable()
export class VisitAttemptService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseLock) private readonly lock: CaseLock,
    @Inject(VisitRepository) private readonly visits: VisitRepository,
    @Inject(HouseholdRepository) private readonly households: HouseholdRepository,
  ) {}

  /** The team found nobody, or was sent away: the stage stays open. */
  async record(caller: Caller, { key, sentAt, ...asked }: RecordVisitAttempt): Promise<HouseholdRow> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const locked = await this.lock.one(tx, asked.householdId);
        assertAttempt({ ...asked, sentAt }, locked.profile, caller.personId, locked.at);
        const { attemptedAt, outcome, reason, plannedOn } = asked;
        const what = { attemptedAt, outcome, reason, plannedOn };
        await this.visits.addAttempt(tx, { ...outingOf({ ...asked, sentAt }, locked, caller), ...what });
        return this.households.get(tx, asked.householdId);
      }),
    );
  }
}
