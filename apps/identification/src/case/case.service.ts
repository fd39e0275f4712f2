import { stageOf, type Profile } from '@jingzhun/identification-rules';
import { NotFound } from '@jingzhun/kernel';
import type { Origin } from '@jingzhun/outbox';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SittingOpening } from '../sitting/sitting-opening';
import { tellCompleted, tellOpened } from './case-events';
import { CaseRepository } from './case.repository';
import {
  assertMayComplete,
  beginning,
  concernsClock,
  done,
  following,
  returning,
  type Destination,
  type OpenCase,
} from './case.rules';

/** A step asked for: the household and the version it was read at. */
export interface Step {
  householdId: string;
  version: number;
}

interface Passage {
  profile: Profile;
  stage: string;
  origin: Origin;
  at: Date;
}

/** Moves households along the chain: row, history, counters, commands and events, in the transaction of the decision. */
@Injectable()
export class CaseService {
  constructor(
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(SittingOpening) private readonly sittings: SittingOpening,
  ) {}

  /** Every household enters the first stage. */
  openAll(tx: EntityManager, profile: Profile, origin: Origin, at: Date): Promise<void> {
    const to = beginning(profile, at);
    return this.cases.openAll(tx, profile, to, stageOf(profile, to.stage).ownerRole, origin, at);
  }

  /**
   * The cases a person asks to complete, locked, each at `stage` and at the version he read, and the moment of the decision.
   * @throws NotFound, NotAtStage, StaleVersion
   */
  async lockForStep(
    tx: EntityManager,
    stage: string,
    steps: readonly Step[],
  ): Promise<{ cases: OpenCase[]; at: Date }> {
    const cases = new Map(
      (
        await this.cases.lock(
          tx,
          steps.map((step) => step.householdId),
        )
      ).map((row) => [row.id, row]),
    );
    for (const step of steps) {
      const household = cases.get(step.householdId);
      if (!household) throw new NotFound('There is no such household in your area.', 'householdId');
      assertMayComplete(household, stage, step.version);
    }
    return { cases: [...cases.values()], at: await this.cases.now(tx) };
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

  /** Households complete `stage` and go on. Opens the sitting they wait for when they were the last. */
  complete(tx: EntityManager, passage: Passage, ids: readonly string[]): Promise<void> {
    return this.pass(tx, passage, ids, 'completed', following(passage.profile, passage.stage, passage.at));
  }

  /** A meeting at `stage` sends households back to be assessed again. */
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
    const moved = await this.cases.move(tx, { ids, from: stage, to, outcome, at, by: origin.actor, chain });
    if (from.unit === 'household') await tellCompleted(tx, origin, moved, { stage, outcome, at });
    if (to.unit === 'household')
      await tellOpened(tx, origin, moved, { to, ownerRole: stageOf(profile, to.stage).ownerRole, at });
    if (concernsClock(from, to)) await this.cases.tell(tx, ids);
    if (to.unit && to.unit !== 'household' && to.unit !== from.unit) {
      await this.sittings.openWhereReady(
        tx,
        { profile, stage: to.stage, origin, at },
        moved.map(({ areaCode }) => areaCode),
      );
    }
  }
}
