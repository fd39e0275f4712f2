import { NotFound } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FrozenProfiles } from '../profile/frozen-profiles';
import type { FrozenProfile } from '../profile/profile.repository';
import { CaseRepository } from './case.repository';
import type { OpenCase } from './case.rules';
import { NotAtStage } from './case.errors';

/** A household's case, locked, wherever it stands. */
export interface LockedCase {
  household: OpenCase & { stage: string };
  profile: FrozenProfile;
  /** The moment of the decision. */
  at: Date;
}

/** Locks single cases for what may be recorded at more than one stage. */
@Injectable()
export class CaseLock {
  constructor(
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(FrozenProfiles) private readonly profiles: FrozenProfiles,
  ) {}

  /** @throws NotFound outside the caller's area, NotAtStage before the campaign is opened */
  async one(tx: EntityManager, householdId: string): Promise<LockedCase> {
    const [household] = await this.cases.lock(tx, [householdId]);
    if (!household) throw new NotFound('There is no such household in your area.', 'householdId');
    const { stage, profileId } = household;
    if (stage === null || profileId === null)
      throw new NotAtStage('The campaign is not open: no step can be taken for the household.', 'householdId');
    const profile = await this.profiles.of(profileId);
    return { household: { ...household, stage }, profile, at: await this.cases.now(tx) };
  }
}
