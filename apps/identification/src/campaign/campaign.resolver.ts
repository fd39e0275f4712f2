import type { Caller } from '@jingzhun/access';
import { CallerOf } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import type { ProfileRow } from '../profile/profile.entity';
import type { CampaignRow } from './campaign.entity';
import { CampaignService, type AdoptProfile, type OpenCampaign } from './campaign.service';
import { ProgressQueries, type Figures, type Progress } from './progress.queries';

@Resolver('Campaign')
export class CampaignResolver {
  constructor(
    @Inject(CampaignService) private readonly campaigns: CampaignService,
    @Inject(ProgressQueries) private readonly queries: ProgressQueries,
  ) {}

  @Query()
  campaign(@CallerOf() caller: Caller): Promise<CampaignRow | null> {
    return this.campaigns.find(caller);
  }

  @Query()
  progress(@CallerOf() caller: Caller, @Args('areaCode') areaCode: string): Promise<Progress> {
    return this.queries.progress(caller, areaCode);
  }

  @Query()
  figures(@CallerOf() caller: Caller): Promise<Figures> {
    return this.queries.figures(caller);
  }

  @Mutation()
  openCampaign(@CallerOf() caller: Caller, @Args('input') input: OpenCampaign): Promise<CampaignRow> {
    return this.campaigns.open(caller, input);
  }

  @Mutation()
  adoptProfile(@CallerOf() caller: Caller, @Args('input') input: AdoptProfile): Promise<CampaignRow> {
    return this.campaigns.adopt(caller, input);
  }

  @ResolveReference()
  async reference(@Parent() { id }: { id: string }, @CallerOf() caller: Caller): Promise<CampaignRow | null> {
    const campaign = await this.campaigns.find(caller);
    return campaign?.id === id ? campaign : null;
  }

  @ResolveField()
  async profile(@Parent() { profileId }: CampaignRow, @CallerOf() caller: Caller): Promise<ProfileRow | null> {
    return profileId === null ? null : this.campaigns.profile(caller, profileId);
  }
}
