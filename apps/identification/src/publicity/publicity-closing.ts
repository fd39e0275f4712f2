import type { HouseholdPublicityAnswer } from '@jingzhun/contracts/identification';
import { countyWide, Database } from '@jingzhun/database';
import { publicityState } from '@jingzhun/identification-rules';
import type { Origin } from '@jingzhun/outbox';
import { Inject, Injectable } from '@nestjs/common';
import { CaseService } from '../case/case.service';
import { tellCompleted } from '../sitting/sitting-events';
import { SittingRepository } from '../sitting/sitting.repository';
import { HouseholdPublicity } from './household-publicity';
import { PublicityRepository } from './publicity.repository';

/** The end of a publicity, for a group or village together and for each household by itself. Only the clock decides. */
@Injectable()
export class PublicityClosing {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SittingRepository) private readonly sittings: SittingRepository,
    @Inject(PublicityRepository) private readonly publicities: PublicityRepository,
    @Inject(HouseholdPublicity) private readonly households: HouseholdPublicity,
    @Inject(CaseService) private readonly cases: CaseService,
  ) {}

  /**
   * The legal period is over: the households that nobody disturbed go on. The others stay, each until its own period is over.
   * Called by the sitting's timer, perhaps again and again.
   */
  async close(sittingId: string): Promise<void> {
    const origin: Origin = { actor: 'machine', correlation: sittingId };
    await this.database.transaction(countyWide, async (tx) => {
      const sitting = await this.sittings.lock(tx, sittingId);
      const publicity = await this.publicities.find(tx, sittingId);
      if (!publicity || publicity.closedAt) return;
      const households = await this.sittings.householdsOf(tx, sittingId);
      const at = await this.cases.lockForSitting(tx, households);
      if (!publicity.closesAt || at < publicity.closesAt) throw new Error(`publicity ${sittingId} is not over yet`);
      const { profile, over, behind } = await this.households.divided(tx, publicity, sitting.profileId, households, at);
      await this.publicities.save(tx, sittingId, { closedAt: at });
      const areasBehind = await this.publicities.hold(tx, sittingId, behind, at);
      await tellCompleted(tx, origin, sitting, { stage: publicity.stage, outcome: 'completed', at });
      await this.sittings.save(tx, sitting, { state: 'closed', stage: null, closedAt: at });
      const passage = { profile, stage: publicity.stage, origin, at };
      await this.cases.complete(tx, passage, over);
      await this.cases.leaveBehind(tx, passage, areasBehind);
    });
  }

  /**
   * One household's own period may be over: then it goes on after its neighbours. Answers when to ask again; null when nothing
   * is to be waited for, because it has gone on, has left, is held by an objection, or ends with its sitting.
   */
  closeHousehold(householdId: string): Promise<HouseholdPublicityAnswer> {
    const origin: Origin = { actor: 'machine', correlation: householdId };
    return this.database.transaction(countyWide, async (tx) => {
      const at = await this.cases.lockForSitting(tx, [householdId]);
      const standing = await this.households.standing(tx, householdId);
      if (!standing) return { closesAt: null };
      const { publicity, profile, clock } = standing;
      const state = publicityState(clock, at);
      if (state === 'running') return { closesAt: clock.closesAt };
      if (state === 'over' && publicity.closedAt && (await this.publicities.release(tx, householdId)))
        await this.cases.complete(tx, { profile, stage: publicity.stage, origin, at }, [householdId]);
      return { closesAt: null };
    });
  }
}
