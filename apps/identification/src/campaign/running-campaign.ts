import { countyWide, Database } from '@jingzhun/database';
import type { Profile } from '@jingzhun/identification-rules';
import { InvalidInput } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { CampaignRepository } from './campaign.repository';

/** The profile every decision is taken by. It is frozen once the campaign is open, so it is read once per process. */
@Injectable()
export class RunningCampaign {
  private frozen: Profile | undefined;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CampaignRepository) private readonly campaigns: CampaignRepository,
  ) {}

  /** @throws InvalidInput while no campaign is open. */
  async profile(): Promise<Profile> {
    if (this.frozen) return this.frozen;
    const campaign = await this.database.read(countyWide, (tx) => this.campaigns.find(tx));
    if (!campaign?.profile)
      throw new InvalidInput('No campaign is open.', 'key', 'Wait until the administrator has opened the campaign.');
    return (this.frozen = campaign.profile);
  }
}
