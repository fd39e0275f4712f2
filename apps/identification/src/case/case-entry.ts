import { stageOf } from '@jingzhun/identification-rules';
import type { Origin } from '@jingzhun/outbox';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FrozenProfiles } from '../profile/frozen-profiles';
import type { FrozenProfile } from '../profile/profile.repository';
import { SittingOpening } from '../sitting/sitting-opening';
import { tellCompleted, tellOpened } from './case-events';
import { CaseEntryRepository } from './case-entry.repository';
import { sittingStages, type Standing } from './case-entry.rules';
import { CaseRepository } from './case.repository';
import { beginning, done, stagesBefore } from './case.rules';

/** Where a case stands, and the profile it runs by; none before the campaign is open. */
export interface LockedCase extends Standing {
  profile: FrozenProfile | undefined;
}

/** A change of the register. `profile` is what new cases begin with; without one no campaign is open and none begins. */
export interface CaseChange {
  profile: FrozenProfile | undefined;
  origin: Origin;
  at: Date;
}

/**
 * What the register does to cases: one begins with a new household, ends with a household that is no more, and goes along with one
 * that comes under another group. All within the transaction of the decision, on households the caller has locked.
 */
@Injectable()
export class CaseEntry {
  constructor(
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(CaseEntryRepository) private readonly entries: CaseEntryRepository,
    @Inject(FrozenProfiles) private readonly profiles: FrozenProfiles,
    @Inject(SittingOpening) private readonly sittings: SittingOpening,
  ) {}

  /** Locks the households and answers where their cases stand, and the moment of the decision. */
  async lock(tx: EntityManager, ids: readonly string[]): Promise<{ standings: LockedCase[]; at: Date }> {
    const locked = await this.cases.lock(tx, ids);
    const profileIds = new Map(locked.map(({ id, profileId }) => [id, profileId]));
    const standings: LockedCase[] = [];
    for (const standing of await this.entries.standings(tx, ids)) {
      const profileId = profileIds.get(standing.id);
      standings.push({ ...standing, profile: profileId ? await this.profiles.of(profileId) : undefined });
    }
    return { standings, at: await this.cases.now(tx) };
  }

  /** New households enter the campaign at its first stage. */
  async enter(tx: EntityManager, { profile, origin, at }: CaseChange, ids: readonly string[]): Promise<void> {
    if (!profile || ids.length === 0) return;
    const to = beginning(profile, at);
    const begun = await this.entries.begin(tx, profile, to, at, ids);
    if (to.unit === 'household')
      await tellOpened(tx, origin, begun, { to, ownerRole: stageOf(profile, to.stage).ownerRole, at });
  }

  /** The case of a household that ends is closed where it stands. A meeting that waited for it alone opens now. */
  async withdraw(tx: EntityManager, { origin, at }: CaseChange, { id, profile }: LockedCase): Promise<void> {
    if (!profile) return;
    const stage = await this.entries.uncount(tx, profile, id);
    if (!stage || stage === done) return;
    await this.cases.tell(tx, [id]);
    const closed = await this.entries.close(tx, { id, at, by: origin.actor });
    if (stageOf(profile, stage).unit === 'household')
      await tellCompleted(tx, origin, [closed], { stage, outcome: 'withdrawn', at });
    await this.openWaiting(tx, { profile, origin, at }, stage, [closed.areaCode]);
  }

  /** The case goes along from one group to another, at the stage it is at. The household's row has its new code already. */
  async move(
    tx: EntityManager,
    { origin, at }: CaseChange,
    { profile, stage }: LockedCase,
    { from, to }: { from: string; to: string },
  ): Promise<void> {
    if (!profile || stage === null) return;
    await this.entries.count(tx, profile, [
      { areaCode: from, stage, households: -1 },
      { areaCode: to, stage, households: 1 },
    ]);
    await this.openWaiting(tx, { profile, origin, at }, stage, [from, to]);
  }

  /** Opens the sittings for which nobody is missing any more, now that one household is no longer before them, or has come to them. */
  private async openWaiting(
    tx: EntityManager,
    { profile, origin, at }: CaseChange & { profile: FrozenProfile },
    stage: string,
    areaCodes: readonly string[],
  ): Promise<void> {
    for (const { key } of sittingStages(profile)) {
      if (key !== stage && !stagesBefore(profile, key).includes(stage)) continue;
      await this.sittings.openWhereReady(tx, { profile, stage: key, origin, at }, areaCodes);
    }
  }
}
