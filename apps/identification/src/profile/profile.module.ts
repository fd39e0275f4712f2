import { Module } from '@nestjs/common';
import { FrozenProfiles } from './frozen-profiles';
import { ProfileRepository } from './profile.repository';
import { ProfileResolver } from './profile.resolver';
import { ProfileService } from './profile.service';

@Module({
  providers: [FrozenProfiles, ProfileRepository, ProfileResolver, ProfileService],
  exports: [FrozenProfiles, ProfileRepository],
})
export class ProfileModule {}
