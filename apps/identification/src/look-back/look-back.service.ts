import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { covers, NotFound } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { RunningCampaign } from '../campaign/running-campaign';
import { CaseService } from '../case/case.service';
import type { LookBackRow, TownshipSample } from './look-back.entity';
import { NobodyToDraw } from './look-back.errors';
import { LookBackRepository } from './look-back.repository';
import { assertSamples, drawn, termsOf } from './look-back.rules';

export interface DrawLookBack {
  key: string;
  areaCode: string;
  samples?: TownshipSample[] | null;
  reason: string;
}

/** Draws scored households that other people assess a second time. */
@Injectable()
export class LookBackService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RunningCampaign) private readonly campaign: RunningCampaign,
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
}
