import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { dateOf } from '@jingzhun/identification-rules';
import { Inject, Injectable } from '@nestjs/common';
import { CaseService } from '../case/case.service';
import { ObservationRepository } from '../observation/observation.repository';
import { observationsOf } from '../observation/observation.rules';
import { FrozenProfiles } from '../profile/frozen-profiles';
import type { LookBackHouseholdRow } from './look-back-household.entity';
import { LookBackRepository } from './look-back.repository';
import { assertMayAssess, secondPoints, type SecondAssessment } from './look-back.rules';

export interface RecordSecondAssessment extends SecondAssessment {
  key: string;
  lookBackHouseholdId: string;
}

/** What other people found of a household that was drawn. It changes nothing by itself. */
@Injectable()
export class SecondAssessmentService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FrozenProfiles) private readonly profiles: FrozenProfiles,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(ObservationRepository) private readonly observations: ObservationRepository,
    @Inject(LookBackRepository) private readonly lookBacks: LookBackRepository,
  ) {}

  record(caller: Caller, { key, ...asked }: RecordSecondAssessment): Promise<LookBackHouseholdRow> {
    return this.database.transaction(caller, async (tx) => {
      await once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const household = await this.lookBacks.lock(tx, asked.lookBackHouseholdId);
        const profile = await this.profiles.of(household.profileId);
        const recordedAt = await this.cases.moment(tx);
        const { personId } = caller;
        assertMayAssess(household, asked, { personId, today: dateOf(profile.calendar, recordedAt) });
        const members = await this.observations.members(tx, household.householdId);
        const observations = observationsOf(asked.facts);
        await this.lookBacks.record(tx, household, {
          ...secondPoints(profile.form!, members, observations),
          observations,
          assessedOn: asked.assessedOn,
          assessors: [...new Set([personId, ...asked.assessors])],
          recordedAt,
          recordedBy: personId,
        });
      });
      return this.lookBacks.get(tx, asked.lookBackHouseholdId);
    });
  }
}
