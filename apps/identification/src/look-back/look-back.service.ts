import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { dateOf } from '@jingzhun/identification-rules';
import { covers, NotFound } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { RunningCampaign } from '../campaign/running-campaign';
import { CaseService } from '../case/case.service';
import { FrozenProfiles } from '../profile/frozen-profiles';
import type { LookBackHouseholdRow } from './look-back-household.entity';
import type { LookBackRow, TownshipSample } from './look-back.entity';
import { NobodyToDraw } from './look-back.errors';
import { LookBackRepository } from './look-back.repository';
import { assertMayAssess, assertSamples, drawn, secondPoints, termsOf, type SecondAssessment } from './look-back.rules';

export interface DrawLookBack {
  key: string;
  areaCode: string;
  samples?: TownshipSample[] | null;
  reason: string;
}

export interface RecordSecondAssessment extends SecondAssessment {
  key: string;
  lookBackHouseholdId: string;
}

/** Scored households are assessed a second time by other people. What is found changes nothing by itself. */
@Injectable()
export class LookBackService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RunningCampaign) private readonly campaign: RunningCampaign,
    @Inject(FrozenProfiles) private readonly profiles: FrozenProfiles,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(LookBackRepository) private readonly lookBacks: LookBackRepository,
  ) {}

  /** The seed is made here, so that nobody can choose one to his liking. */
  async draw(caller: Caller, { key, ...asked }: DrawLookBack): Promise<LookBackRow> {
    const terms = termsOf((await this.campaign.profile()).lookBack);
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const { areaCode, samples, reason } = asked;
        if (!covers(caller.areas, areaCode)) throw new NotFound('There is no such area in your area.', 'areaCode');
        const townshipSamples = samples ?? [];
        assertSamples(areaCode, townshipSamples, reason);
        const scored = await this.lookBacks.scored(tx, areaCode);
        if (scored.length === 0) throw new NobodyToDraw('No household of the area has been scored.', 'areaCode');
        const seed = randomBytes(16).toString('hex');
        const draw = {
          ...terms,
          areaCode,
          seed,
          townshipSamples,
          reason: reason.trim(),
          population: scored.length,
          drawnAt: await this.cases.moment(tx),
          drawnBy: caller.personId,
        };
        return this.lookBacks.add(tx, draw, drawn(terms, townshipSamples, seed, scored));
      }),
    );
  }

  record(caller: Caller, { key, ...asked }: RecordSecondAssessment): Promise<LookBackHouseholdRow> {
    return this.database.transaction(caller, async (tx) => {
      await once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const household = await this.lookBacks.lock(tx, asked.lookBackHouseholdId);
        const profile = await this.profiles.of(household.profileId);
        const recordedAt = await this.cases.moment(tx);
        const { personId } = caller;
        assertMayAssess(household, asked, { personId, today: dateOf(profile.calendar, recordedAt) });
        const members = await this.lookBacks.members(tx, household.householdId);
        await this.lookBacks.record(tx, household, {
          ...secondPoints(profile.form!, members, asked.facts),
          observations: asked.facts.map(({ fact, memberId, value }) => ({
            fact,
            ...(memberId && { member: memberId }),
            value,
          })),
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
