import type { Caller } from '@jingzhun/access';
import { countyWide, Database, once } from '@jingzhun/database';
import { publicityEnds, stageOf } from '@jingzhun/identification-rules';
import type { Origin } from '@jingzhun/outbox';
import { Inject, Injectable } from '@nestjs/common';
import { CaseService } from '../case/case.service';
import { FrozenProfiles } from '../profile/frozen-profiles';
import { tellCompleted, tellPosted, tellWorkflow } from '../sitting/sitting-events';
import type { SittingRow } from '../sitting/sitting.entity';
import { SittingRepository } from '../sitting/sitting.repository';
import { PublicityRepository } from './publicity.repository';
import { assertMayBePosted, assertOwes } from './publicity.rules';

export interface PostNotice {
  key: string;
  sittingId: string;
  version: number;
  place: string;
}

/** The public notice of a group or village: posted by its secretary, closed by the clock. */
@Injectable()
export class PublicityService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FrozenProfiles) private readonly profiles: FrozenProfiles,
    @Inject(SittingRepository) private readonly sittings: SittingRepository,
    @Inject(PublicityRepository) private readonly publicities: PublicityRepository,
    @Inject(CaseService) private readonly cases: CaseService,
  ) {}

  async post(caller: Caller, { key, ...asked }: PostNotice): Promise<SittingRow> {
    const origin: Origin = { actor: caller.accountId, correlation: caller.requestId };
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const sitting = await this.sittings.lock(tx, asked.sittingId);
        const publicity = await this.publicities.find(tx, sitting.id);
        assertMayBePosted(sitting, publicity, asked);
        const profile = await this.profiles.of(sitting.profileId);
        const stage = stageOf(profile, publicity!.stage);
        assertOwes(stage, caller.roles);
        const at = await this.cases.moment(tx);
        const closesAt = publicityEnds(stage, profile.calendar, at);
        await this.publicities.save(tx, sitting.id, {
          postedAt: at,
          postedBy: caller.personId,
          place: asked.place,
          closesAt,
        });
        await this.sittings.save(tx, sitting, { sequence: sitting.sequence + 1, dueAt: closesAt });
        await tellPosted(tx, origin, sitting, at, closesAt);
        await tellWorkflow(tx, sitting, {
          kind: 'notice-posted',
          sequence: sitting.sequence,
          stage: publicity!.stage,
          round: sitting.round,
          at: at.toISOString(),
          closesAt: closesAt.toISOString(),
        });
        return sitting;
      }),
    );
  }

  /** The legal period is over: the confirmed households go on. Called by the sitting's timer, perhaps again and again. */
  async close(sittingId: string): Promise<void> {
    const origin: Origin = { actor: 'machine', correlation: sittingId };
    await this.database.transaction(countyWide, async (tx) => {
      const sitting = await this.sittings.lock(tx, sittingId);
      const publicity = await this.publicities.find(tx, sittingId);
      if (!publicity || publicity.closedAt) return;
      const profile = await this.profiles.of(sitting.profileId);
      const households = await this.sittings.householdsOf(tx, sittingId);
      const at = await this.cases.lockForSitting(tx, households);
      if (!publicity.closesAt || at < publicity.closesAt) throw new Error(`publicity ${sittingId} is not over yet`);
      await this.publicities.save(tx, sittingId, { closedAt: at });
      await tellCompleted(tx, origin, sitting, { stage: publicity.stage, outcome: 'completed', at });
      await this.sittings.save(tx, sitting, { state: 'closed', stage: null, closedAt: at });
      await this.cases.complete(tx, { profile, stage: publicity.stage, origin, at }, households);
    });
  }
}
