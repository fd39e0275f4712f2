import { sameSitting, stageOf, type StageDefinition, type StageKind } from '@jingzhun/identification-rules';
import { NotFound } from '@jingzhun/kernel';
import type { Origin } from '@jingzhun/outbox';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FrozenProfiles } from '../profile/frozen-profiles';
import type { FrozenProfile } from '../profile/profile.repository';
import { SittingOpening } from '../sitting/sitting-opening';
import { tellCompleted, tellOpened } from './case-events';
import { CaseRepository } from './case.repository';
import {
  beginning,
  concernsClock,
  done,
  following,
  returning,
  stageToComplete,
  type Destination,
  type OpenCase,
} from './case.rules';

/** A step asked for: the household and the version it was read at. */
export interface Step {
  householdId: string;
  version: number;
}

/** A household's case, locked, with the stage it is about to complete and the profile it runs by. */
export interface StandingCase extends OpenCase {
  profile: FrozenProfile;
  atStage: StageDefinition;
}

/** Who decided, and when. */
export interface Decision {
  origin: Origin;
  at: Date;
}

interface Passage extends Decision {
  profile: FrozenProfile;
  stage: string;
}

/** Moves households along the chain: row, history, counters, commands and events, in the transaction of the decision. */
@Injectable()
export class CaseService {
  constructor(
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(FrozenProfiles) private readonly profiles: FrozenProfiles,
    @Inject(SittingOpening) private readonly sittings: SittingOpening,
  ) {}

  /** Every household enters the first stage. */
  openAll(tx: EntityManager, profile: FrozenProfile, origin: Origin, at: Date): Promise<void> {
    const to = beginning(profile, at);
    return this.cases.openAll(tx, profile, to, stageOf(profile, to.stage).ownerRole, origin, at);
  }

  /**
   * The cases a person asks to complete, locked, each at a stage of the kind and at the version he read, and the moment of the
   * decision. @throws NotFound, NotAtStage, StaleVersion
   */
  async lockForStep(
    tx: EntityManager,
    kind: StageKind,
    steps: readonly Step[],
  ): Promise<{ cases: StandingCase[]; at: Date }> {
    const ids = steps.map((step) => step.householdId);
    const locked = new Map((await this.cases.lock(tx, ids)).map((row) => [row.id, row]));
    const cases: StandingCase[] = [];
    for (const step of steps) {
      const household = locked.get(step.householdId);
      if (!household) throw new NotFound('There is no such household in your area.', 'householdId');
      const profile = household.profileId === null ? undefined : await this.profiles.of(household.profileId);
      const atStage = stageToComplete(household, profile, kind, step.version);
      cases.push({ ...household, profile: profile!, atStage });
    }
    return { cases, at: await this.cases.now(tx) };
  }

  /** A household's case as it stands; undefined when it is not in the caller's area. Locked by whoever decides by this. */
  async standing(
    tx: EntityManager,
    id: string,
  ): Promise<{ areaCode: string; stage: string | null; profile: FrozenProfile | undefined } | undefined> {
    const household = await this.cases.find(tx, id);
    if (!household) return undefined;
    const { areaCode, stage, profileId } = household;
    return { areaCode, stage, profile: profileId === null ? undefined : await this.profiles.of(profileId) };
  }

  /** The profile that cases or a sitting run by. */
  profileOf(id: string): Promise<FrozenProfile> {
    return this.profiles.of(id);
  }

  /** The same for households a sitting moves: no version was read, the sitting's own was. */
  async lockForSitting(tx: EntityManager, ids: readonly string[]): Promise<Date> {
    await this.cases.lock(tx, ids);
    return this.cases.now(tx);
  }

  /** The moment of a decision whose record is locked already. */
  moment(tx: EntityManager): Promise<Date> {
    return this.cases.now(tx);
  }

  /** Each of the cases completes the stage it is at. */
  async completeAll(tx: EntityManager, cases: readonly StandingCase[], decision: Decision): Promise<void> {
    for (const { passage, ids } of passagesOf(cases, decision)) await this.complete(tx, passage, ids);
  }

  /** An audit sends cases back to be assessed again. */
  async giveAllBack(tx: EntityManager, cases: readonly StandingCase[], decision: Decision): Promise<void> {
    for (const { passage, ids } of passagesOf(cases, decision)) await this.giveBack(tx, passage, ids);
  }

  /** Households complete `stage` and go on. Opens the sitting they wait for when they were the last. */
  complete(tx: EntityManager, passage: Passage, ids: readonly string[]): Promise<void> {
    return this.pass(tx, passage, ids, 'completed', following(passage.profile, passage.stage, passage.at));
  }

  /** Households stay at `stage` while their neighbours go on; what waited for them need not wait any longer. */
  leaveBehind(tx: EntityManager, passage: Passage, areaCodes: readonly string[]): Promise<void> {
    return this.sittings.openAfter(tx, passage, areaCodes);
  }

  /** A meeting at `stage`, or an objection, sends households back to be assessed again. */
  giveBack(tx: EntityManager, passage: Passage, ids: readonly string[]): Promise<void> {
    return this.pass(tx, passage, ids, 'returned', returning(passage.profile, passage.stage, passage.at));
  }

  private async pass(
    tx: EntityManager,
    { profile, stage, origin, at }: Passage,
    ids: readonly string[],
    outcome: 'completed' | 'returned',
    to: Destination,
  ): Promise<void> {
    if (ids.length === 0) return;
    const from = stageOf(profile, stage);
    const chain = [...profile.stages.map(({ key }) => key), done];
    const moved = await this.cases.move(tx, {
      ids,
      from: stage,
      to,
      outcome,
      at,
      by: origin.actor,
      profileId: profile.id,
      chain,
    });
    if (from.unit === 'household') await tellCompleted(tx, origin, moved, { stage, outcome, at });
    if (to.unit === 'household')
      await tellOpened(tx, origin, moved, { to, ownerRole: stageOf(profile, to.stage).ownerRole, at });
    if (concernsClock(from, to)) await this.cases.tell(tx, ids);
    if (to.unit && to.unit !== 'household' && !sameSitting(from, stageOf(profile, to.stage))) {
      await this.sittings.openWhereReady(
        tx,
        { profile, stage: to.stage, origin, at },
        moved.map(({ areaCode }) => areaCode),
      );
    }
  }
}

/** The cases by profile and stage: what moves together. */
function passagesOf(cases: readonly StandingCase[], decision: Decision): { passage: Passage; ids: string[] }[] {
  const groups = new Map<string, { passage: Passage; ids: string[] }>();
  for (const { id, profile, atStage } of cases) {
    const key = `${profile.id} ${atStage.key}`;
    const group = groups.get(key) ?? { passage: { ...decision, profile, stage: atStage.key }, ids: [] };
    groups.set(key, group);
    group.ids.push(id);
  }
  return [...groups.values()];
}
