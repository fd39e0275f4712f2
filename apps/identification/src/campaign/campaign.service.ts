import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import { CaseService } from '../case/case.service';
import type { CampaignRow } from './campaign.entity';
import { CampaignRepository } from './campaign.repository';
import { openingProfile, type CampaignOpening } from './campaign.rules';

export interface OpenCampaign extends CampaignOpening {
  key: string;
  campaignId: string;
  version: number;
}

@Injectable()
export class CampaignService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CampaignRepository) private readonly campaigns: CampaignRepository,
    @Inject(CaseService) private readonly cases: CaseService,
  ) {}

  find(caller: Caller): Promise<CampaignRow | null> {
    return this.database.read(caller, (tx) => this.campaigns.find(tx));
  }

  open(caller: Caller, { key, ...asked }: OpenCampaign): Promise<CampaignRow> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const campaign = await this.campaigns.get(tx, asked.campaignId);
        const now = new Date();
        const profile = openingProfile(campaign.state, asked, now);
        const opened = await this.campaigns.open(tx, campaign, asked.version, profile, now);
        await this.cases.openAll(tx, profile, { actor: caller.accountId, correlation: caller.requestId }, now);
        return opened;
      }),
    );
  }
}
