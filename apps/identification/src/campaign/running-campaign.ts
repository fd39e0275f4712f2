import { countyWide, Database } from '@jingzhun/database';
import { InvalidInput } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { FrozenProfiles } from '../profile/frozen-profiles';
import type { FrozenProfile } from '../profile/profile.repository';
import { CampaignRepository } from './campaign.repository';

/** The profile that a new case begins with. */
@Injectable()
export class RunningCampaign {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CampaignRepository) private readonly campaigns: CampaignRepository,
    @Inject(FrozenProfiles) private readonly profiles: FrozenProfiles,
  ) {}

  /** @throws InvalidInput while no campaign is open. */
  async profile(): Promise<FrozenProfile> {
    const campaign = await this.database.read(countyWide, (tx) => this.campaigns.find(tx));
    if (!campaign?.profileId)
      throw new InvalidInput('No campaign is open.', 'key', 'Wait until the administrator has opened the campaign.');
    return this.profiles.of(campaign.profileId);
  }
}
