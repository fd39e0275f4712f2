import {
  publicityClock,
  publicityFacts,
  publicityState,
  stageOf,
  type PublicityClock,
  type PublicityFact,
  type PublicityRule,
  type StageDefinition,
} from '@jingzhun/identification-rules';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { objectionOf } from '../objection/objection.entity';
import { ObjectionRepository } from '../objection/objection.repository';
import { FrozenProfiles } from '../profile/frozen-profiles';
import type { FrozenProfile } from '../profile/profile.repository';
import type { PublicityRow } from './publicity.entity';
import { PublicityRepository } from './publicity.repository';

/** The publicity a household is in, or was in last, and its own clock. */
export interface Standing {
  publicity: PublicityRow;
  profile: FrozenProfile;
  stage: StageDefinition;
  clock: PublicityClock;
}

/** How long a publicity stage keeps a household public. */
export function publicityRuleOf({ publicDays = 0, publicDayKind = 'calendar' }: StageDefinition): PublicityRule {
  return { days: publicDays, dayKind: publicDayKind };
}

/** Each household's own clock, found from the posting of the notice and the objections to that household alone. */
@Injectable()
export class HouseholdPublicity {
  constructor(
    @Inject(PublicityRepository) private readonly publicities: PublicityRepository,
    @Inject(ObjectionRepository) private readonly objections: ObjectionRepository,
    @Inject(FrozenProfiles) private readonly profiles: FrozenProfiles,
  ) {}

  /** Undefined when the household has never been public. Its row is locked by whoever decides by this. */
  async standing(tx: EntityManager, householdId: string): Promise<Standing | undefined> {
    const publicity = await this.publicities.latestOf(tx, householdId);
    if (!publicity) return undefined;
    const profile = await this.profiles.of(publicity.profileId);
    const clocks = await this.clocks(tx, publicity, profile, [householdId]);
    return { publicity, profile, stage: stageOf(profile, publicity.stage), clock: clocks.get(householdId)! };
  }

  /** The clock of every one of the households in a publicity. */
  async clocks(
    tx: EntityManager,
    { stage, openedAt, postedAt }: PublicityRow,
    profile: FrozenProfile,
    householdIds: readonly string[],
  ): Promise<Map<string, PublicityClock>> {
    const rule = publicityRuleOf(stageOf(profile, stage));
    const posted: PublicityFact[] = postedAt ? [{ kind: 'posted', at: postedAt.toISOString() }] : [];
    const objections = (await this.objections.to(tx, householdIds)).map(objectionOf);
    const disturbed = new Set(objections.map((objection) => objection.householdId));
    const undisturbed = publicityClock(rule, profile.calendar, posted);
    return new Map(
      householdIds.map((id) => [
        id,
        disturbed.has(id)
          ? publicityClock(rule, profile.calendar, [...posted, ...publicityFacts(id, openedAt, objections)])
          : undisturbed,
      ]),
    );
  }

  /** Those of the households whose own period is over at `at`, and those that stay behind. */
  async divided(
    tx: EntityManager,
    publicity: PublicityRow,
    profileId: string,
    householdIds: readonly string[],
    at: Date,
  ): Promise<{ profile: FrozenProfile; over: string[]; behind: string[] }> {
    const profile = await this.profiles.of(profileId);
    const clocks = await this.clocks(tx, publicity, profile, householdIds);
    const isOver = (id: string) => publicityState(clocks.get(id)!, at) === 'over';
    return { profile, over: householdIds.filter(isOver), behind: householdIds.filter((id) => !isOver(id)) };
  }
}
