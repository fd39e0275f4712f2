import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import { CaseService } from '../case/case.service';
import type { ProfileRow } from '../profile/profile.entity';
import { ProfileRepository } from '../profile/profile.repository';
import type { CampaignRow } from './campaign.entity';
import { CampaignRepository } from './campaign.repository';
import { assertOpen, openingCalendar, type CampaignOpening } from './campaign.rules';

export interface AdoptProfile {
  key: string;
  campaignId: string;
  version: number;
  profile: string;
}

export interface OpenCampaign extends CampaignOpening {
  key: string;
  campaignId: string;
  version: number;
  /** The key of a profile. */
  profile: string;
}

@Injectable()
export class CampaignService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CampaignRepository) private readonly campaigns: CampaignRepository,
    @Inject(ProfileRepository) private readonly profiles: ProfileRepository,
    @Inject(CaseService) private readonly cases: CaseService,
  ) {}

  find(caller: Caller): Promise<CampaignRow | null> {
    return this.database.read(caller, (tx) => this.campaigns.find(tx));
  }

  profile(caller: Caller, id: string): Promise<ProfileRow | null> {
    return this.database.read(caller, (tx) => this.profiles.find(tx, id));
  }

  open(caller: Caller, { key, ...asked }: OpenCampaign): Promise<CampaignRow> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const campaign = await this.campaigns.get(tx, asked.campaignId);
        const now = new Date();
        const calendar = openingCalendar(campaign.state, asked, now);
        const { id } = await this.profiles.lockNewestOrRefuse(tx, asked.profile);
        await this.profiles.freeze(tx, id, now);
        const opened = await this.campaigns.open(tx, campaign, asked.version, { profileId: id, calendar, at: now });
        const profile = await this.profiles.frozen(tx, id);
        await this.cases.openAll(tx, profile, { actor: caller.accountId, correlation: caller.requestId }, now);
        return opened;
      }),
    );
  }

  /** New cases begin with the newest version of a profile; running cases keep theirs. */
  adopt(caller: Caller, { key, ...asked }: AdoptProfile): Promise<CampaignRow> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const campaign = await this.campaigns.get(tx, asked.campaignId);
        assertOpen(campaign.state);
        const { id } = await this.profiles.lockNewestOrRefuse(tx, asked.profile);
        await this.profiles.freeze(tx, id, new Date());
        return this.campaigns.adopt(tx, campaign, asked.version, id);
      }),
    );
  }
}
