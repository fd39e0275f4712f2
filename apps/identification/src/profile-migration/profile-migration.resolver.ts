import type { Caller } from '@jingzhun/access';
import { CallerOf } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { ProfileMigrationRow } from './profile-migration.entity';
import type { MigrationLine } from './profile-migration.rules';
import {
  ProfileMigrationService,
  type DecideProfileMigration,
  type RequestProfileMigration,
} from './profile-migration.service';

@Resolver()
export class ProfileMigrationResolver {
  constructor(@Inject(ProfileMigrationService) private readonly migrations: ProfileMigrationService) {}

  @Query()
  profileMigrations(@CallerOf() caller: Caller): Promise<ProfileMigrationRow[]> {
    return this.migrations.all(caller);
  }

  @Query()
  profileMigrationPreview(
    @CallerOf() caller: Caller,
    @Args('fromProfileId') fromProfileId: string,
    @Args('toProfileId') toProfileId: string,
  ): Promise<MigrationLine[]> {
    return this.migrations.preview(caller, fromProfileId, toProfileId);
  }

  @Mutation()
  requestProfileMigration(
    @CallerOf() caller: Caller,
    @Args('input') input: RequestProfileMigration,
  ): Promise<ProfileMigrationRow> {
    return this.migrations.request(caller, input);
  }

  @Mutation()
  decideProfileMigration(
    @CallerOf() caller: Caller,
    @Args('input') input: DecideProfileMigration,
  ): Promise<ProfileMigrationRow> {
    return this.migrations.decide(caller, input);
  }
}
