import type { Caller } from '@jingzhun/access';
import { CallerOf } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { ProfileRow } from './profile.entity';
import { ProfileService, type SaveProfile } from './profile.service';
import { shownForm, shownStages, type ShownForm, type ShownStage } from './profile.view';

@Resolver('Profile')
export class ProfileResolver {
  constructor(@Inject(ProfileService) private readonly profiles: ProfileService) {}

  @Query('profiles')
  all(@CallerOf() caller: Caller): Promise<ProfileRow[]> {
    return this.profiles.all(caller);
  }

  @Mutation()
  saveProfile(@CallerOf() caller: Caller, @Args('input') input: SaveProfile): Promise<ProfileRow> {
    return this.profiles.save(caller, input);
  }

  @ResolveField()
  name(@Parent() { terms }: ProfileRow): string {
    return terms.name.zh;
  }

  @ResolveField()
  stages(@Parent() { terms }: ProfileRow): ShownStage[] {
    return shownStages(terms);
  }

  @ResolveField()
  form(@Parent() { terms }: ProfileRow): ShownForm | null {
    return shownForm(terms);
  }
}
