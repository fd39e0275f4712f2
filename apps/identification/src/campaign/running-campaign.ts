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

  /** Undefined while no campaign is open. */
  async find(): Promise<FrozenProfile | undefined> {
    const campaign = await this.database.read(countyWide, (tx) => this.campaigns.find(tx));
    return campaign?.profileId ? this.profiles.of(campaign.profileId) : undefined;
  }

  /** @throws InvalidInput while no campaign is open. */
  async profile(): Promise<FrozenProfile> {
    const profile = await this.find();
    if (!profile)
      throw new InvalidInput('No campaign is open.', 'key', 'Wait until the administrator has opened the campaign.');
    return profile;
  }
}
